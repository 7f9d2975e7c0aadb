// The commands that work on every screen, the palette, and the sheet of shortcuts.
import { FilePlus2, Keyboard, RefreshCw, Repeat, Search, UserPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { useCommand, useConnection } from '../data.ts';
import { go, paths } from '../paths.ts';
import { CommandPalette } from '../ui/command-palette.tsx';
import { type Command, useCommandRegistry, useCommands } from '../ui/commands.tsx';
import { ShortcutSheet } from '../ui/shortcut-sheet.tsx';
import { useAppState } from './app-state.ts';
import { AREAS } from './areas.ts';
import { INNER_PLACES } from './inner-places.ts';
import { useSearchHits } from './search-hits.ts';

/** Every place of the sidebar. */
const GO_TO: readonly Command[] = AREAS.flatMap(({ places }) =>
  places.map(({ id, label, href, icon, shortcut }) => ({
    id,
    title: label,
    group: 'Go to',
    shortcuts: shortcut === undefined ? [] : [shortcut],
    icon,
    run: () => go(href),
  })),
);

const ALWAYS: readonly Command[] = [
  {
    id: 'new-customer',
    title: 'New customer',
    group: 'Create',
    shortcuts: ['Mod+Shift+N'],
    icon: UserPlus,
    run: () => go(paths.newCustomer),
  },
  {
    id: 'new-recurring',
    title: 'New recurring invoice',
    group: 'Create',
    icon: Repeat,
    run: () => go(paths.newRecurring),
  },
  { id: 'back', title: 'Back', group: 'Program', shortcuts: ['Escape'], isHidden: true, run: goBack },
  {
    id: 'to-list',
    title: 'To the list',
    group: 'Program',
    shortcuts: ['j', 'k', 'ArrowDown', 'ArrowUp'],
    isUnlisted: true,
    isHidden: true,
    run: focusList,
  },
];

export function ProgramCommands() {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  const search = useSearchHits();
  const [location] = useHashLocation();
  const [lastLocation, setLastLocation] = useState(location);
  // Back and Forward lead elsewhere under it.
  if (location !== lastLocation) {
    setLastLocation(location);
    setOpen(null);
    search.onSearch('');
  }
  const { lock } = useAppState();
  const create = useCommand('drafts.create');
  const sync = useCommand('sync.now');
  const newInvoice = async (): Promise<void> => {
    const draft = await create.run({ customerId: null, copyOf: null });
    if (draft.ok) go(paths.draft(draft.value.id));
  };
  const show = (which: 'palette' | 'shortcuts') => () => setOpen(which);
  useCommands([
    {
      id: 'new-invoice',
      title: 'New invoice',
      group: 'Create',
      shortcuts: ['Mod+N', 'c'],
      icon: FilePlus2,
      run: () => void newInvoice(),
    },
    ...ALWAYS,
    ...GO_TO,
    ...INNER_PLACES.filter(({ id }) => id !== paths.settingsSection('lock') || lock.isOffered),
    {
      id: 'palette',
      title: 'Search and commands',
      group: 'Program',
      shortcuts: ['Mod+K'],
      icon: Search,
      isHidden: true,
      run: show('palette'),
    },
    { id: 'search', title: 'Search', group: 'Program', isHidden: true, run: show('palette') },
    {
      id: 'sync-now',
      title: 'Sync with Stripe now',
      group: 'Program',
      icon: RefreshCw,
      run: () => void sync.run({}),
    },
    {
      id: 'shortcuts',
      title: 'Keyboard shortcuts',
      group: 'Program',
      shortcuts: ['?'],
      icon: Keyboard,
      run: show('shortcuts'),
    },
  ]);
  useMenuCommands();
  return (
    <>
      <CommandPalette
        isOpen={open === 'palette'}
        onClose={() => setOpen(null)}
        hits={search.hits}
        onSearch={search.onSearch}
      />
      <ShortcutSheet isOpen={open === 'shortcuts'} onClose={() => setOpen(null)} />
    </>
  );
}

/** The application menu names a command; the page runs its own of that name. */
function useMenuCommands(): void {
  const { platform } = useConnection();
  const registry = useCommandRegistry();
  useEffect(
    () =>
      platform.subscribe((event) => {
        if (event.kind === 'command') registry.run(event.command);
      }),
    [platform, registry],
  );
}

/** Out of a detail to its list; the first screens have nothing behind them. */
function goBack(): void {
  const back = document.querySelector<HTMLAnchorElement>('.page__back');
  back?.click();
}

function focusList(): void {
  if (document.activeElement === document.body || document.activeElement?.id === 'main') {
    document.querySelector<HTMLElement>('[role="grid"]')?.focus();
  }
}
