// The rows of credit notes as Stripe tells them, and which refunds they stand for.
import type { Db } from './database.ts';
import { mirrorTable } from './mirror-table.ts';

export type MirroredCreditNote = {
  readonly stripe_id: string;
  /** Used when the row is made; ours stays where there is one. */
  readonly id: string;
  readonly operation_id: string | null;
  readonly number: string;
  readonly invoice_stripe_id: string;
  readonly status: string;
  readonly reason: string | null;
  readonly memo: string;
  readonly currency: string;
  readonly amount: number;
  readonly tax: number;
  readonly pre_payment: number;
  readonly post_payment: number;
  readonly refunded: number;
  readonly to_balance: number;
  readonly outside: number;
  readonly created: number;
  readonly day: string;
};

export const mirroredCreditNotes = mirrorTable<MirroredCreditNote>(
  'credit_note',
  'stripe_id',
  ['id'],
  [
    'operation_id',
    'number',
    'invoice_stripe_id',
    'status',
    'reason',
    'memo',
    'currency',
    'amount',
    'tax',
    'pre_payment',
    'post_payment',
    'refunded',
    'to_balance',
    'outside',
    'created',
    'day',
  ],
);

/** Gives a credit note that was asked for here the id that Stripe gave it. `mark` is what its metadata carries. */
export function adoptCreditNote(db: Db, mark: string, stripeId: string): void {
  if (creditNoteId(db, stripeId) !== undefined) return;
  db.run('UPDATE credit_note SET stripe_id = ? WHERE operation_id = ? AND stripe_id IS NULL', [
    stripeId,
    mark,
  ]);
}

/** Our id of a credit note. */
export function creditNoteId(db: Db, stripeId: string): string | undefined {
  return db.get<{ id: string }>('SELECT id FROM credit_note WHERE stripe_id = ?', [stripeId])?.id;
}

export interface CreditedRefund {
  /** Stripe's. */
  readonly refund: string;
  /** Minor units of it that the credit note stands for. */
  readonly amount: number;
}

export function saveCreditedRefunds(db: Db, stripeId: string, refunds: readonly CreditedRefund[]): void {
  db.run('DELETE FROM credited_refund WHERE credit_note_stripe_id = ?', [stripeId]);
  for (const { refund, amount } of refunds) {
    db.run(
      `INSERT INTO credited_refund VALUES (?, ?, ?)
       ON CONFLICT (credit_note_stripe_id, refund_stripe_id) DO UPDATE SET amount = amount + excluded.amount`,
      [stripeId, refund, amount],
    );
  }
}
