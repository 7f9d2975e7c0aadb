// The commands that work on every screen, the palette, and the sheet of shortcuts.
import {
  Activity,
  BellRing,
  CheckCheck,
  CreditCard,
  FilePlus2,
  FileText,
  Gavel,
  House,
  Keyboard,
  Package,
  RefreshCw,
  Repeat,
  Search,
  Settings,
  Undo2,
  UserPlus,
  Users,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { useCommand, useConnection } from '../data.ts';
import { go, paths } from '../paths.ts';
import { CommandPalette } from '../ui/command-palette.tsx';
import { type Command, useCommandRegistry, useCommands } from '../ui/commands.tsx';
import { ShortcutSheet } from '../ui/shortcut-sheet.tsx';
import { useSearchHits } from './search-hits.ts';

const GO_TO: readonly Command[] = [
  {
    id: 'go-home',
    title: 'Home',
    group: 'Go to',
    shortcuts: ['g h'],
    icon: House,
    run: () => go(paths.home),
  },
  {
    id: 'go-invoices',
    title: 'Invoices',
    group: 'Go to',
    shortcuts: ['g i'],
    icon: FileText,
    run: () => go(paths.invoices),
  },
  {
    id: 'go-recurring',
    title: 'Recurring invoices',
    group: 'Go to',
    shortcuts: ['g e'],
    icon: Repeat,
    run: () => go(paths.recurring),
  },
  {
    id: 'go-reminders',
    title: 'Reminders',
    group: 'Go to',
    shortcuts: ['g m'],
    icon: BellRing,
    run: () => go(paths.reminders),
  },
  {
    id: 'go-customers',
    title: 'Customers',
    group: 'Go to',
    shortcuts: ['g c'],
    icon: Users,
    run: () => go(paths.customers),
  },
  {
    id: 'go-catalogue',
    title: 'Catalogue',
    group: 'Go to',
    shortcuts: ['g t'],
    icon: Package,
    run: () => go(paths.catalogue),
  },
  {
    id: 'go-payments',
    title: 'Payments',
    group: 'Go to',
    shortcuts: ['g p'],
    icon: CreditCard,
    run: () => go(paths.payments),
  },
  {
    id: 'go-refunds',
    title: 'Refunds',
    group: 'Go to',
    shortcuts: ['g r'],
    icon: Undo2,
    run: () => go(paths.refunds),
  },
  {
    id: 'go-disputes',
    title: 'Disputes',
    group: 'Go to',
    shortcuts: ['g d'],
    icon: Gavel,
    run: () => go(paths.disputes),
  },
  {
    id: 'go-reconcile',
    title: 'Reconcile',
    group: 'Go to',
    shortcuts: ['g b'],
    icon: CheckCheck,
    run: () => go(paths.reconcile),
  },
  {
    id: 'go-activity',
    title: 'Activity',
    group: 'Go to',
    shortcuts: ['g a'],
    icon: Activity,
    run: () => go(paths.activity),
  },
  {
    id: 'settings',
    title: 'Settings',
    group: 'Go to',
    shortcuts: ['Mod+,'],
    icon: Settings,
    run: () => go(paths.settings),
  },
];

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
