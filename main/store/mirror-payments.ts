// The rows of payments and refunds as Stripe tells them, and how they belong to invoices.
import type { Db } from './database.ts';
import { mirrorTable } from './mirror-table.ts';

export type MirroredPayment = {
  /** Payment intent, else charge. */
  readonly id: string;
  readonly charge_id: string | null;
  readonly invoice_stripe_id: string | null;
  readonly customer_stripe_id: string | null;
  readonly customer_name: string;
  readonly customer_sort: string;
  readonly method: string;
  readonly method_type: string;
  readonly status: string;
  readonly currency: string;
  readonly amount: number;
  readonly amount_received: number;
  readonly amount_refunded: number;
  readonly failure_code: string | null;
  readonly decline_code: string | null;
  readonly advice_code: string | null;
  readonly next_action: string | null;
  readonly balance_transaction_id: string | null;
  readonly created: number;
  readonly day: string;
};

export const mirroredPayments = mirrorTable<MirroredPayment>(
  'payment',
  'id',
  [],
  [
    'charge_id',
    'invoice_stripe_id',
    'customer_stripe_id',
    'customer_name',
    'customer_sort',
    'method',
    'method_type',
    'status',
    'currency',
    'amount',
    'amount_received',
    'amount_refunded',
    'failure_code',
    'decline_code',
    'advice_code',
    'next_action',
    'balance_transaction_id',
    'created',
    'day',
  ],
);

/** The invoices that a payment pays, the one that it was first meant for first. */
export function invoicesOfPayment(db: Db, paymentId: string): readonly string[] {
  const links = db.all<{ invoice: string; created: number; id: string }>(
    'SELECT invoice_stripe_id AS invoice, created, id FROM invoice_payment WHERE payment_id = ?',
    [paymentId],
  );
  return links
    .toSorted((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1))
    .map(({ invoice }) => invoice);
}

/** The name that a payment is shown with: its customer's, else the one on its invoice; null when neither is known. */
export function nameForPayment(
  db: Db,
  customerStripeId: string | null,
  invoiceStripeId: string | null,
): string | null {
  const customer = db.get<{ name: string }>('SELECT name FROM customer WHERE stripe_id = ?', [
    customerStripeId,
  ]);
  if (customer) return customer.name;
  const invoice = db.get<{ name: string }>('SELECT customer_name AS name FROM invoice WHERE stripe_id = ?', [
    invoiceStripeId,
  ]);
  return invoice?.name || null;
}

export function paymentsOfInvoice(db: Db, invoiceStripeId: string): readonly string[] {
  return db
    .all<{ id: string | null }>('SELECT payment_id AS id FROM invoice_payment WHERE invoice_stripe_id = ?', [
      invoiceStripeId,
    ])
    .flatMap(({ id }) => (id === null ? [] : [id]));
}

export function paymentsOfCustomer(db: Db, customerStripeId: string): readonly string[] {
  return db
    .all<{ id: string }>('SELECT id FROM payment WHERE customer_stripe_id = ?', [customerStripeId])
    .map(({ id }) => id);
}

export type MirroredInvoicePayment = {
  readonly id: string;
  readonly invoice_stripe_id: string;
  readonly payment_id: string | null;
  readonly amount_paid: number | null;
  readonly status: string;
  readonly created: number;
};

export const mirroredInvoicePayments = mirrorTable<MirroredInvoicePayment>(
  'invoice_payment',
  'id',
  [],
  ['invoice_stripe_id', 'payment_id', 'amount_paid', 'status', 'created'],
);

export type MirroredRefund = {
  readonly stripe_id: string;
  /** Used when the row is made; ours stays where there is one. */
  readonly id: string;
  readonly operation_id: string | null;
  readonly payment_id: string | null;
  readonly charge_id: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly status: string;
  readonly reason: string | null;
  readonly failure_reason: string | null;
  readonly note: string;
  readonly balance_transaction_id: string | null;
  readonly created: number;
  readonly day: string;
};

export const mirroredRefunds = mirrorTable<MirroredRefund>(
  'refund',
  'stripe_id',
  ['id'],
  [
    'operation_id',
    'payment_id',
    'charge_id',
    'currency',
    'amount',
    'status',
    'reason',
    'failure_reason',
    'note',
    'balance_transaction_id',
    'created',
    'day',
  ],
);

/** Gives a refund that was asked for here the id that Stripe gave it. `mark` is what its metadata carries. */
export function adoptRefund(db: Db, mark: string, stripeId: string): void {
  if (refundId(db, stripeId) !== undefined) return;
  db.run('UPDATE refund SET stripe_id = ? WHERE operation_id = ? AND stripe_id IS NULL', [stripeId, mark]);
}

/** Our id of a refund. */
export function refundId(db: Db, stripeId: string): string | undefined {
  return db.get<{ id: string }>('SELECT id FROM refund WHERE stripe_id = ?', [stripeId])?.id;
}
