// The actions of the invoice page: which are allowed now, their keys, and what they start.
import {
  Ban,
  CircleSlash,
  Copy,
  CreditCard,
  FileMinus2,
  HandCoins,
  type LucideIcon,
  Pencil,
  Send,
  SendHorizontal,
  Trash2,
  Undo2,
} from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../data.ts';
import { go, paths } from '../../paths.ts';
import { type Command, useCommands } from '../../ui/commands.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { shortcutText } from '../../ui/shortcuts.ts';
import type { Invoice, InvoiceAction } from './invoice.ts';
import { type AskedAction, EFFECTS } from './questions.ts';

interface Look {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly shortcut?: string;
  readonly isDangerous?: boolean;
}

const LOOKS: Readonly<Record<InvoiceAction, Look>> = {
  edit: { label: 'Edit', icon: Pencil, shortcut: 'e' },
  send: { label: 'Review and send', icon: Send },
  charge: { label: 'Charge card or debit…', icon: CreditCard, shortcut: 'c' },
  refund: { label: 'Refund…', icon: Undo2 },
  credit: { label: 'Credit note…', icon: FileMinus2 },
  'send-again': { label: 'Send again…', icon: SendHorizontal, shortcut: 'm' },
  'mark-paid': { label: 'Mark as paid outside Stripe…', icon: HandCoins, shortcut: 'r' },
  duplicate: { label: 'Duplicate', icon: Copy, shortcut: 'd' },
  'mark-uncollectible': { label: 'Mark uncollectible…', icon: CircleSlash, isDangerous: true },
  void: { label: 'Void…', icon: Ban, shortcut: 'v', isDangerous: true },
  delete: { label: 'Delete draft…', icon: Trash2, isDangerous: true },
};

/** The order in the menu. */
const ORDER: readonly InvoiceAction[] = [
  'edit',
  'send',
  'charge',
  'refund',
  'credit',
  'send-again',
  'mark-paid',
  'duplicate',
  'mark-uncollectible',
  'void',
  'delete',
];

export type OpenDialog = AskedAction | 'charge' | 'refund' | 'credit' | 'mark-paid' | 'delete' | null;

export interface InvoiceActions {
  readonly dialog: OpenDialog;
  readonly close: () => void;
  readonly run: (action: InvoiceAction) => void;
  readonly entries: readonly MenuEntry[];
}

export function useInvoiceActions(invoice: Invoice): InvoiceActions {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const create = useCommand('drafts.create');
  const duplicate = async (): Promise<void> => {
    const draft = await create.run({ customerId: null, copyOf: invoice.id });
    if (draft.ok) go(paths.draft(draft.value.id));
  };
  const run = (action: InvoiceAction): void => {
    if (action === 'edit' || action === 'send') go(paths.draft(invoice.id));
    else if (action === 'duplicate') void duplicate();
    else setDialog(action);
  };
  const allowed = ORDER.filter((action) => invoice.actions.includes(action));
  useCommands(allowed.map((action) => commandFor(action, () => run(action))));
  const entries = allowed.map((action): MenuEntry => {
    const { label, icon, shortcut, isDangerous } = LOOKS[action];
    return {
      id: action,
      label,
      icon,
      detail: EFFECTS[action],
      ...(shortcut === undefined ? {} : { shortcut: shortcutText(shortcut) }),
      ...(isDangerous === true ? { tone: 'danger' as const } : {}),
      run: () => run(action),
    };
  });
  return { dialog, close: () => setDialog(null), run, entries };
}

function commandFor(action: InvoiceAction, run: () => void): Command {
  const { label, icon, shortcut } = LOOKS[action];
  return {
    id: `invoice-${action}`,
    title: label.replace('…', ''),
    group: 'This screen',
    icon,
    ...(shortcut === undefined ? {} : { shortcuts: [shortcut] }),
    run,
  };
}
