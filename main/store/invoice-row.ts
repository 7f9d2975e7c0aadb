// One row of the list of invoices, from its columns.
import type { InvoiceRow } from '../../shared/contract/invoices.ts';
import { daysBetween } from '../../shared/domain/dates.ts';

export interface InvoiceColumns {
  readonly seq: number;
  readonly id: string;
  readonly stripe_id: string | null;
  readonly number: string | null;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly standing: InvoiceRow['badge'];
  readonly customer_id: string | null;
  readonly customer_name: string;
  readonly currency: string;
  readonly total: number;
  readonly amount_remaining: number;
  readonly amount_paid: number;
  readonly amount_paid_off_stripe: number;
  readonly tax: number;
  readonly issue_day: string;
  readonly due_day: string | null;
  readonly paid_day: string | null;
  readonly sent_at: number | null;
  readonly po_number: string;
  readonly memo: string;
  readonly number_sort: string;
  readonly customer_sort: string;
}

export const INVOICE_COLUMNS = `t.seq, t.id, t.stripe_id, t.number, t.status, t.standing, t.customer_id, t.customer_name, t.currency, t.total,
  t.amount_remaining, t.amount_paid, t.amount_paid_off_stripe, t.tax, t.issue_day, t.due_day, t.paid_day, t.sent_at, t.po_number, t.memo,
  t.number_sort, t.customer_sort`;

/** `standing` is the badge but for the day. */
export function badgeOn(
  row: Pick<InvoiceColumns, 'standing' | 'due_day'>,
  today: string,
): InvoiceRow['badge'] {
  const late = row.due_day !== null && row.due_day < today;
  return late && (row.standing === 'open' || row.standing === 'partially-paid') ? 'past-due' : row.standing;
}

/** `cursor` marks the row's place in the order that was asked for. */
export function invoiceRow(row: InvoiceColumns, today: string, cursor: string): InvoiceRow {
  const badge = badgeOn(row, today);
  return {
    id: row.id,
    stripeId: row.stripe_id,
    number: row.number,
    customerId: row.customer_id,
    customerName: row.customer_name,
    badge,
    daysPastDue: badge === 'past-due' && row.due_day !== null ? daysBetween(row.due_day, today) : null,
    paidOutsideStripe:
      row.status === 'paid' &&
      row.amount_paid_off_stripe > 0 &&
      row.amount_paid_off_stripe === row.amount_paid,
    currency: row.currency,
    total: row.total,
    balanceDue: row.amount_remaining,
    tax: row.tax,
    issueDate: row.status === 'draft' ? null : row.issue_day,
    dueDate: row.due_day,
    paidOn: row.paid_day,
    sentAt: row.sent_at,
    poNumber: row.po_number,
    memo: row.memo,
    cursor,
  };
}
