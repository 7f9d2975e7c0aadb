// Actions behind a button.
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  type MenuTriggerProps,
  Popover,
  Separator,
} from 'react-aria-components/Menu';
import type { PopoverProps } from 'react-aria-components/Popover';
import { Icon } from './icon.tsx';
import './list-box.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly detail?: string;
  readonly shortcut?: string;
  readonly tone?: 'normal' | 'danger';
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

export interface MenuProps {
  /** What the menu is about; read out when it opens. */
  readonly label: string;
  /** The button that opens it. */
  readonly children: ReactElement;
  /** A `'separator'` draws a line between groups. */
  readonly entries: readonly (MenuEntry | 'separator')[];
  readonly placement?: PopoverProps['placement'];
  readonly onOpenChange?: MenuTriggerProps['onOpenChange'];
}

export function Menu({ label, children, entries, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" offset={4} placement={placement ?? 'bottom start'}>
        <AriaMenu className="list-box" aria-label={label}>
          {entries.map((entry, index) =>
            entry === 'separator' ? (
              <Separator key={`separator-${index}`} className="list-box__separator" />
            ) : (
              <EntryRow key={entry.id} entry={entry} />
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function EntryRow({ entry }: { readonly entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className="list-box__item"
      data-tone={entry.tone ?? 'normal'}
      isDisabled={entry.isDisabled ?? false}
      onAction={entry.run}
    >
      {entry.icon && <Icon icon={entry.icon} size={15} />}
      <span className="list-box__text">
        {entry.label}
        {entry.detail !== undefined && <span className="list-box__detail">{entry.detail}</span>}
      </span>
      {entry.shortcut !== undefined && <kbd className="list-box__shortcut">{entry.shortcut}</kbd>}
    </MenuItem>
  );
}
