// The list of payments with their invoices, fees and payouts: one page in any order with any filter, and its counts.
import { type PaymentFilter, type PaymentRow, PaymentStanding } from '../../shared/contract/payments.ts';
import type { Db } from './database.ts';
import { CURSOR, type PageInput, pageOfSeqs, type PagedSql, type Source } from './keyset.ts';
import { paymentSource, standingList, standingsOf } from './payment-filter.ts';
import { type StatusCount, statusCounts } from './status-counts.ts';

export interface PaymentListInput {
  readonly filter: PaymentFilter;
  readonly sort: { readonly by: keyof typeof ORDERS; readonly direction: 'asc' | 'desc' };
  readonly page: PageInput;
}

const ORDERS = {
  date: { column: 'created', index: 'payment_by_created' },
  amount: { column: 'amount', index: 'payment_by_amount' },
  customer: { column: 'customer_sort', index: 'payment_by_sort' },
} as const;

export interface PaymentColumns {
  readonly id: string;
  readonly day: string;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly next_attempt_at: number | null;
  readonly customer_id: string | null;
  readonly customer_name: string;
  readonly method: string;
  readonly method_type: string;
  readonly standing: string;
  readonly failure_code: string | null;
  readonly decline_code: string | null;
  readonly next_action: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly amount_refunded: number;
  readonly fee: number | null;
  readonly net: number | null;
  readonly settled_in: string | null;
  readonly payout_id: string | null;
  readonly arrival_day: string | null;
}

/** To be selected from `payment t` joined with PAYMENT_JOINS. Stripe plans attempts of its own for open invoices only. */
export const PAYMENT_COLUMNS = `t.id, t.day, i.id AS invoice_id, i.number AS invoice_number,
  iif(i.status = 'open', io.json ->> '$.next_payment_attempt', NULL) AS next_attempt_at, c.id AS customer_id, t.customer_name,
  t.method, t.method_type, t.standing, t.failure_code, t.decline_code, t.next_action, t.currency, t.amount, t.amount_refunded, b.fee, b.net,
  b.currency AS settled_in, o.id AS payout_id, o.arrival_day`;

export const PAYMENT_JOINS = `
  LEFT JOIN invoice i ON i.stripe_id = t.invoice_stripe_id
  LEFT JOIN stripe_object io ON io.id = t.invoice_stripe_id
  LEFT JOIN customer c ON c.stripe_id = t.customer_stripe_id
  LEFT JOIN balance_transaction b ON b.id = t.balance_transaction_id
  LEFT JOIN payout o ON o.id = b.payout_id`;

export function listPayments(db: Db, input: PaymentListInput): PaymentRow[] {
  const { sql, parameters } = paymentListSql(db, input);
  return db
    .all<PaymentColumns & { readonly cursor: string }>(sql, parameters)
    .map((row) => ({ ...paymentRow(row), cursor: row.cursor }));
}

/** The statement of a page: found rows first, then their columns, so that rows stepped over are never read. */
export function paymentListSql(db: Db, { filter, sort, page }: PaymentListInput): PagedSql {
  const { column, index } = ORDERS[sort.by];
  const seqs = pageOfSeqs(sourcesOf(db, filter, index), { column, direction: sort.direction }, page);
  const direction = sort.direction === 'asc' ? 'ASC' : 'DESC';
  return {
    sql: `SELECT ${CURSOR}, ${PAYMENT_COLUMNS}
      FROM (${seqs.sql}) AS page CROSS JOIN payment t ON t.seq = page.seq ${PAYMENT_JOINS}
      ORDER BY page.place ${direction}, page.seq ${direction}`,
    parameters: seqs.parameters,
  };
}

/** Either the few rows that the filter leaves, to be sorted, or a walk along the order in each standing, merged. */
function sourcesOf(db: Db, filter: PaymentFilter, index: string): readonly Source[] {
  const { from, conditions, few } = paymentSource(db, filter, `payment t INDEXED BY ${index}`);
  if (few)
    return [
      {
        from,
        conditions: [...conditions, { sql: `+t.standing IN (${standingList(filter)})`, parameters: [] }],
      },
    ];
  return standingsOf(filter).map((standing) => ({
    from,
    conditions: [{ sql: `t.standing = '${standing}'`, parameters: [] }, ...conditions],
  }));
}

export function countPayments(db: Db, filter: Omit<PaymentFilter, 'standing'>): StatusCount[] {
  const { from, conditions } = paymentSource(db, filter, 'payment t INDEXED BY payment_facts');
  const where = {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
  return statusCounts(db, from, where, 'standing');
}

export function paymentRow(row: PaymentColumns): Omit<PaymentRow, 'cursor'> {
  const settled = (amount: number | null): PaymentRow['fee'] =>
    amount === null || row.settled_in === null ? null : { amount, currency: row.settled_in };
  return {
    id: row.id,
    date: row.day,
    invoiceId: row.invoice_id,
    invoiceNumber: row.invoice_number,
    customerId: row.customer_id,
    customerName: row.customer_name,
    method: row.method,
    methodType: row.method_type,
    standing: standingOf(row.standing),
    failure: [row.decline_code, row.failure_code].filter((code) => code !== null),
    nextAction: row.next_action,
    nextAttemptAt: row.next_attempt_at,
    currency: row.currency,
    amount: row.amount,
    refunded: row.amount_refunded,
    fee: settled(row.fee),
    net: settled(row.net),
    payout:
      row.payout_id === null || row.arrival_day === null
        ? null
        : { id: row.payout_id, arrival: row.arrival_day },
  };
}

/** A status that Stripe invents later counts as under way: neither paid nor failed. */
export function standingOf(text: string): PaymentStanding {
  const known = PaymentStanding.safeParse(text);
  return known.success ? known.data : 'processing';
}
