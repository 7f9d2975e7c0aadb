// One row of the list of invoices: the SQL gives it in the shape of the contract, so that a page costs little more than its query.
import type { InvoiceRow } from '../../shared/contract/invoices.ts';

const LATE = "t.standing IN ('open', 'partially-paid') AND t.due_day < ?";

/** To be selected from `invoice t`. Its parameters come first: `invoiceRowParameters`. */
export const INVOICE_ROW = `t.id, t.stripe_id AS stripeId, t.number, t.customer_id AS customerId, t.customer_name AS customerName,
  CASE WHEN ${LATE} THEN 'past-due' ELSE t.standing END AS badge,
  CASE WHEN ${LATE} THEN CAST(julianday(?) - julianday(t.due_day) AS INTEGER) END AS daysPastDue,
  t.status = 'paid' AND t.amount_paid_off_stripe > 0 AND t.amount_paid_off_stripe = t.amount_paid AS paidOutsideStripe,
  t.currency, t.total, t.amount_remaining AS balanceDue, t.amount_paid AS amountPaid, t.tax, iif(t.status = 'draft', NULL, t.issue_day) AS issueDate,
  t.due_day AS dueDate, t.paid_day AS paidOn, t.sent_at AS sentAt, t.po_number AS poNumber, t.memo`;

/** `today` is a calendar day: it decides what is past due. */
export function invoiceRowParameters(today: string): readonly string[] {
  return [today, today, today];
}

/** SQLite has no booleans. */
type Selected<Row> = Omit<Row, 'paidOutsideStripe'> & { readonly paidOutsideStripe: 0 | 1 };

export type SelectedInvoiceRow = Selected<InvoiceRow>;

export function invoiceRow<Row extends { readonly paidOutsideStripe: 0 | 1 }>(
  row: Row,
): Omit<Row, 'paidOutsideStripe'> & { paidOutsideStripe: boolean } {
  return { ...row, paidOutsideStripe: row.paidOutsideStripe === 1 };
}
