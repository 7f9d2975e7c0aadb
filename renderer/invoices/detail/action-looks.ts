// How the actions on an invoice are called, and their keys: the same on its page and on its row in the list.
import {
  Ban,
  CircleSlash,
  Copy,
  CreditCard,
  FileMinus2,
  FilePen,
  HandCoins,
  type LucideIcon,
  Pencil,
  Send,
  SendHorizontal,
  Trash2,
  Undo2,
} from 'lucide-react';
import type { InvoiceAction } from './invoice.ts';

export interface ActionLook {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly shortcut?: string;
  readonly isDangerous?: boolean;
}

export const ACTION_LOOKS = {
  edit: { label: 'Edit', icon: Pencil, shortcut: 'e' },
  send: { label: 'Review and send', icon: Send },
  charge: { label: 'Charge card or debit…', icon: CreditCard, shortcut: 'c' },
  refund: { label: 'Refund…', icon: Undo2 },
  credit: { label: 'Credit note…', icon: FileMinus2 },
  'send-again': { label: 'Send again…', icon: SendHorizontal, shortcut: 'm' },
  'mark-paid': { label: 'Mark as paid outside Stripe…', icon: HandCoins, shortcut: 'r' },
  revise: { label: 'Revise', icon: FilePen },
  duplicate: { label: 'Duplicate', icon: Copy, shortcut: 'd' },
  'mark-uncollectible': { label: 'Mark uncollectible…', icon: CircleSlash, isDangerous: true },
  void: { label: 'Void…', icon: Ban, shortcut: 'v', isDangerous: true },
  delete: { label: 'Delete draft…', icon: Trash2, isDangerous: true },
} as const satisfies Readonly<Record<InvoiceAction, ActionLook>>;
