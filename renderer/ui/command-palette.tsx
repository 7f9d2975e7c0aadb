// One field that finds every command and everything in the books.
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { type Command, useCommandRegistry } from './commands.tsx';
import { Icon } from './icon.tsx';
import { Keys } from './keys.tsx';
import './command-palette.css';
import './dialog.css';
import './list-box.css';

/** Something in the books that the text finds. */
export type Hit = Pick<Command, 'id' | 'title' | 'icon' | 'run'> & { readonly detail: string };

export interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What was found for the text; asked for as it is typed. */
  readonly hits: readonly Hit[];
  readonly onSearch: (text: string) => void;
}

export function CommandPalette({ isOpen, onClose, hits, onSearch }: CommandPaletteProps) {
  const close = (): void => {
    onSearch('');
    onClose();
  };
  return (
    <ModalOverlay
      className="overlay"
      data-kind="dialog"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      isDismissable
    >
      <Modal className="modal">
        <AriaDialog className="palette" aria-label="Commands and search">
          <PaletteBody hits={hits} onSearch={onSearch} onClose={close} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody({ hits, onSearch, onClose }: Omit<CommandPaletteProps, 'isOpen'>) {
  const [text, setText] = useState('');
  const [commands] = useState(useCommandRegistry().list());
  const shown = commands.filter(
    ({ title, isHidden = false, needsText = false }) =>
      !isHidden && (!needsText || text.trim() !== '') && matchesText(title, text),
  );
  const run = (action: () => void) => (): void => {
    onClose();
    action();
  };
  return (
    <Autocomplete
      inputValue={text}
      onInputChange={(value) => {
        setText(value);
        onSearch(value);
      }}
    >
      <SearchField className="palette__search" aria-label="Search or run a command" autoFocus>
        <Icon icon={Search} />
        <Input
          className="palette__input"
          placeholder="Search invoices, customers, amounts – or run a command"
        />
      </SearchField>
      {/* The search field keeps the focus, but what scrolls must be reachable by itself as well. */}
      <div className="list-box palette__scroller" role="region" aria-label="What was found" tabIndex={0}>
        <Menu
          className="palette__list"
          aria-label="Results"
          renderEmptyState={() => <div className="list-box__empty">Nothing matches “{text}”</div>}
        >
          {(['This screen', 'Create', 'Go to', 'Program'] as const).map((group) => {
            const rows = shown.filter((command) => command.group === group);
            return (
              rows.length > 0 && (
                <MenuSection key={group} id={group}>
                  <Header className="list-box__header">{group}</Header>
                  {rows.map((command) => (
                    <PaletteRow key={command.id} row={command} run={run(command.run)} />
                  ))}
                </MenuSection>
              )
            );
          })}
          {hits.length > 0 && (
            <MenuSection id="hits">
              <Header className="list-box__header">In your books</Header>
              {hits.map((hit) => (
                <PaletteRow key={hit.id} row={hit} run={run(hit.run)} />
              ))}
            </MenuSection>
          )}
        </Menu>
      </div>
    </Autocomplete>
  );
}

interface PaletteRowProps {
  readonly row: Pick<Command, 'id' | 'title' | 'icon' | 'shortcuts'> & { readonly detail?: string };
  readonly run: () => void;
}

function PaletteRow({ row, run }: PaletteRowProps) {
  const shortcut = row.shortcuts?.[0];
  return (
    <MenuItem id={row.id} textValue={row.title} className="list-box__item" onAction={run}>
      {row.icon && <Icon icon={row.icon} />}
      <span className="list-box__text truncate">
        {row.title}
        {row.detail !== undefined && <span className="list-box__detail">{row.detail}</span>}
      </span>
      {shortcut !== undefined && <Keys shortcut={shortcut} />}
    </MenuItem>
  );
}

/** Every word of the text begins a word of the title, in any order. */
export function matchesText(title: string, text: string): boolean {
  const words = title.toLowerCase().split(/\s+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}
