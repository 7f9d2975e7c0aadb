// Invoices of any kind, as rows: for tests that compare the store with the plain rules.
import fc from 'fast-check';
import { sortKey } from '../../shared/domain/sort-key.ts';
import type { Db } from '../../main/store/database.ts';
import { indexInvoice } from '../../main/store/search.ts';

export interface TestInvoice {
  readonly id: string;
  readonly number: string | null;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly work: 'queued' | 'sending' | 'failed' | 'review' | null;
  readonly deleted: 0 | 1;
  readonly customerId: string | null;
  readonly customerName: string;
  readonly currency: string;
  readonly total: number;
  readonly amountRemaining: number;
  readonly amountPaid: number;
  readonly amountRefunded: number;
  readonly amountRefundPending: number;
  readonly disputed: 0 | 1;
  readonly processing: 0 | 1;
  readonly issueDay: string;
  readonly dueDay: string | null;
  readonly paidDay: string | null;
  readonly memo: string;
  /** The recurring invoice that it came of. */
  readonly subscriptionStripeId?: string | null;
}

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
const amount = fc.constantFrom(0, 1, 50, 100, 100, 12_345, 999_999);
const flag = fc.constantFrom(0 as const, 0 as const, 1 as const);

/** Few different values each, so that equal ones, which orders stumble over, are common. */
export const anyInvoice: fc.Arbitrary<Omit<TestInvoice, 'id'>> = fc.record({
  number: fc.option(fc.constantFrom('INV-9', 'INV-10', 'inv-2', 'A-1', 'Ä-1'), { nil: null }),
  status: fc.constantFrom('draft', 'open', 'open', 'paid', 'uncollectible', 'void'),
  work: fc.option(fc.constantFrom('queued', 'sending', 'failed', 'review'), { nil: null, freq: 3 }),
  deleted: fc.constantFrom(0 as const, 0 as const, 0 as const, 1 as const),
  customerId: fc.option(fc.constantFrom('c1', 'c2'), { nil: null }),
  customerName: fc.constantFrom('Müller GmbH', 'mueller', 'Zoë & Co', 'Acme 9', 'Acme 10', ''),
  currency: fc.constantFrom('eur', 'eur', 'jpy', 'kwd'),
  total: amount,
  amountRemaining: amount,
  amountPaid: amount,
  amountRefunded: amount,
  amountRefundPending: amount,
  disputed: flag,
  processing: flag,
  issueDay: day,
  dueDay: fc.option(day, { nil: null }),
  paidDay: fc.option(day, { nil: null }),
  subscriptionStripeId: fc.option(fc.constantFrom('sub_1', 'sub_2'), { nil: null }),
  memo: fc.constantFrom('', 'Website redesign', 'Hosting, März 2026', 'say "hello" AND (goodbye)*'),
});

export function insertInvoice(db: Db, invoice: TestInvoice): void {
  db.run(
    `INSERT INTO invoice (id, number, number_sort, status, work, deleted, customer_id, customer_name, customer_sort, currency, total,
       amount_remaining, amount_paid, amount_refunded, amount_refund_pending, disputed, processing, issue_day, due_day, paid_day,
       created, memo, subscription_stripe_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`,
    [
      invoice.id,
      invoice.number,
      sortKey(invoice.number ?? ''),
      invoice.status,
      invoice.work,
      invoice.deleted,
      invoice.customerId,
      invoice.customerName,
      sortKey(invoice.customerName),
      invoice.currency,
      invoice.total,
      invoice.amountRemaining,
      invoice.amountPaid,
      invoice.amountRefunded,
      invoice.amountRefundPending,
      invoice.disputed,
      invoice.processing,
      invoice.issueDay,
      invoice.dueDay,
      invoice.paidDay,
      invoice.memo,
      invoice.subscriptionStripeId ?? null,
    ],
  );
  const row = db.get<{ seq: number }>('SELECT seq FROM invoice WHERE id = ?', [invoice.id]);
  if (row) indexInvoice(db, row.seq);
}
