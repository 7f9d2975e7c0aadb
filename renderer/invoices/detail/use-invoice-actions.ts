// The actions of the invoice page: which are allowed now, their keys, and what they start.
import { useState } from 'react';
import { go, paths } from '../../paths.ts';
import { type Command, useCommands } from '../../ui/commands.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { shortcutText } from '../../ui/shortcuts.ts';
import { ACTION_LOOKS, type ActionLook } from './action-looks.ts';
import type { Invoice, InvoiceAction } from './invoice.ts';
import { type AskedAction, EFFECTS } from './questions.ts';
import { useDuplicate } from './use-duplicate.ts';
import { useRevise } from './use-revise.ts';

/** The order in the menu. */
const ORDER: readonly InvoiceAction[] = [
  'edit',
  'send',
  'charge',
  'refund',
  'credit',
  'send-again',
  'mark-paid',
  'revise',
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
  const duplicate = useDuplicate();
  const revise = useRevise();
  const run = (action: InvoiceAction): void => {
    if (action === 'edit' || action === 'send') go(paths.draft(invoice.id));
    else if (action === 'duplicate') void duplicate(invoice.id);
    else if (action === 'revise') void revise(invoice.id);
    else setDialog(action);
  };
  const allowed = ORDER.filter((action) => invoice.actions.includes(action));
  useCommands(allowed.map((action) => commandFor(action, () => run(action))));
  const entries = allowed.map((action): MenuEntry => {
    const { label, icon, shortcut, isDangerous }: ActionLook = ACTION_LOOKS[action];
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
  const { label, icon, shortcut }: ActionLook = ACTION_LOOKS[action];
  return {
    id: `invoice-${action}`,
    title: label.replace('…', ''),
    group: 'This screen',
    icon,
    ...(shortcut === undefined ? {} : { shortcuts: [shortcut] }),
    run,
  };
}
