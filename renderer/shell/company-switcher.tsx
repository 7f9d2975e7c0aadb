// Whose books are open, and the way to others.
import { Building2, Check, ChevronsUpDown, LogOut } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useCommand } from '../data.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { type Books, useAppState } from './app-state.ts';

const MODE_WORDS = { sample: 'Sample data', test: 'Test mode', live: 'Live' } as const;

export function CompanySwitcher({ books }: { readonly books: Books }) {
  const { known } = useAppState();
  const open = useCommand('books.open');
  const close = useCommand('books.close');
  const entries: readonly (MenuEntry | 'separator')[] = [
    ...known.map((other) => ({
      id: other.id,
      label: other.name,
      detail: MODE_WORDS[other.mode],
      icon: other.id === books.id ? Check : Building2,
      run: () => {
        if (other.id !== books.id) void open.run({ id: other.id });
      },
    })),
    'separator',
    { id: 'close', label: 'Open or connect other books…', icon: LogOut, run: () => void close.run({}) },
  ];
  return (
    <Menu label="Books" entries={entries}>
      <AriaButton className="sidebar__company" aria-label={`Books: ${books.name}`}>
        <span
          className="sidebar__mark"
          data-letter={Array.from(books.name)[0]?.toUpperCase() ?? 'Q'}
          aria-hidden="true"
        />
        <span className="sidebar__name truncate">{books.name}</span>
        <Icon icon={ChevronsUpDown} size={14} />
      </AriaButton>
    </Menu>
  );
}
