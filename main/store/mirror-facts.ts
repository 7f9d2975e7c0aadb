// The rows of what belongs to payments and lines: disputes, balance transactions, payouts, saved ways to pay, tax rates.
import type { Db } from './database.ts';
import { mirrorTable } from './mirror-table.ts';

export type MirroredDispute = {
  readonly id: string;
  readonly charge_id: string;
  readonly payment_id: string;
  readonly status: string;
  readonly currency: string;
  readonly amount: number;
  readonly reason: string;
  readonly network_reason: string | null;
  readonly due_by: number | null;
  readonly refundable: number;
  readonly has_evidence: number;
  readonly submissions: number;
  readonly was_late: number;
  readonly created: number;
  readonly day: string;
};

export const mirroredDisputes = mirrorTable<MirroredDispute>(
  'dispute',
  'id',
  [],
  [
    'charge_id',
    'payment_id',
    'status',
    'currency',
    'amount',
    'reason',
    'network_reason',
    'due_by',
    'refundable',
    'has_evidence',
    'submissions',
    'was_late',
    'created',
    'day',
  ],
);

export type MirroredBalanceTransaction = {
  readonly id: string;
  readonly type: string;
  readonly source: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly fee: number;
  readonly net: number;
  readonly category: string;
  readonly fee_tax: number;
  readonly created: number;
  readonly available_on: number;
  readonly day: string;
};

export const mirroredBalanceTransactions = mirrorTable<MirroredBalanceTransaction>(
  'balance_transaction',
  'id',
  [],
  [
    'type',
    'source',
    'currency',
    'amount',
    'fee',
    'net',
    'category',
    'fee_tax',
    'created',
    'available_on',
    'day',
  ],
);

export function isDispute(db: Db, id: string): boolean {
  return db.get('SELECT 1 FROM dispute WHERE id = ?', [id]) !== undefined;
}

export type MirroredTaxRate = {
  readonly stripe_id: string;
  /** Used when the row is made; ours stays where there is one. */
  readonly id: string;
  readonly name: string;
  readonly percentage: string;
  readonly inclusive: number;
  readonly country: string | null;
  readonly active: number;
  readonly created: number;
};

export const mirroredTaxRates = mirrorTable<MirroredTaxRate>(
  'tax_rate',
  'stripe_id',
  ['id'],
  ['name', 'percentage', 'inclusive', 'country', 'active', 'created'],
);

/** Gives a tax rate made here the id that Stripe gave it. */
export function adoptTaxRate(db: Db, localId: string, stripeId: string): void {
  if (taxRateId(db, stripeId) !== undefined) return;
  db.run('UPDATE tax_rate SET stripe_id = ? WHERE id = ? AND stripe_id IS NULL', [stripeId, localId]);
}

/** Our id of a tax rate. */
export function taxRateId(db: Db, stripeId: string): string | undefined {
  return db.get<{ id: string }>('SELECT id FROM tax_rate WHERE stripe_id = ?', [stripeId])?.id;
}
