// What the page of one payment shows: its row, its attempts, how Stripe booked it, and what happened to it afterwards.
import { z } from 'zod';
import type { Db } from './database.ts';
import { PAYMENT_COLUMNS, PAYMENT_JOINS, type PaymentColumns } from './payment-list.ts';

export interface PaymentFacts extends PaymentColumns {
  readonly charge_id: string | null;
  readonly amount_received: number;
  readonly status: string;
  readonly created: number;
  readonly customer_stripe_id: string | null;
  readonly transaction_id: string | null;
  readonly transaction_json: string | null;
  readonly available_on: number | null;
}

export function paymentFacts(db: Db, id: string): PaymentFacts | undefined {
  return db.get<PaymentFacts>(
    `SELECT ${PAYMENT_COLUMNS}, t.charge_id, t.amount_received, t.status, t.created, t.customer_stripe_id, b.id AS transaction_id,
       bo.json AS transaction_json, b.available_on
     FROM payment t ${PAYMENT_JOINS} LEFT JOIN stripe_object bo ON bo.id = b.id WHERE t.id = ?`,
    [id],
  );
}

export interface AttemptFacts {
  readonly id: string;
  /** What Stripe said of the charge. */
  readonly json: string;
}

/** Oldest first. A charge without an intent is its own and only attempt. */
export function attemptsOfPayment(db: Db, id: string): readonly AttemptFacts[] {
  return db.all<AttemptFacts>(
    `SELECT id, json FROM stripe_object INDEXED BY charge_of_payment
       WHERE type = 'charge' AND json ->> '$.payment_intent' = +?
     UNION ALL SELECT id, json FROM stripe_object WHERE id = +? AND type = 'charge'
     ORDER BY id`,
    [id, id],
  );
}

export interface PaidInvoiceFacts {
  readonly id: string;
  readonly number: string | null;
  readonly amount: number;
  readonly status: string;
  readonly has_page: number;
}

/** The invoices that the payment is for, the one it was first meant for first. */
export function invoicesPaidBy(db: Db, id: string): readonly PaidInvoiceFacts[] {
  return db.all<PaidInvoiceFacts>(
    `SELECT i.id, i.number, ifnull(l.amount_paid, i.amount_remaining) AS amount, i.status,
       ifnull(o.json ->> '$.hosted_invoice_url', '') <> '' AS has_page
     FROM invoice_payment l JOIN invoice i ON i.stripe_id = l.invoice_stripe_id
       LEFT JOIN stripe_object o ON o.id = i.stripe_id
     WHERE l.payment_id = +? AND i.deleted = 0 ORDER BY l.created, l.id`,
    [id],
  );
}

export interface RefundFacts {
  readonly id: string;
  readonly stripe_id: string | null;
  readonly day: string;
  readonly created: number;
  readonly amount: number;
  readonly status: string;
  readonly reason: string | null;
  readonly failure_reason: string | null;
}

export function refundsOfPayment(db: Db, id: string): readonly RefundFacts[] {
  return db.all<RefundFacts>(
    `SELECT id, stripe_id, day, created, amount, status, reason, failure_reason FROM refund
     WHERE payment_id = ? ORDER BY created, seq`,
    [id],
  );
}

export interface DisputeFacts {
  readonly id: string;
  readonly status: string;
  readonly amount: number;
  readonly currency: string;
  readonly reason: string;
  readonly created: number;
  readonly day: string;
}

export function disputesOfPayment(db: Db, id: string): readonly DisputeFacts[] {
  return db.all<DisputeFacts>(
    'SELECT id, status, amount, currency, reason, created, day FROM dispute WHERE payment_id = ? ORDER BY created',
    [id],
  );
}

const FeeDetails = z.object({
  exchange_rate: z.number().nullish(),
  fee_details: z
    .array(z.object({ type: z.string(), amount: z.int(), description: z.string().nullish() }))
    .nullish(),
});

/** What Stripe took of a movement and why, and at which rate it was converted. */
export function feesOfTransaction(json: string): {
  readonly exchangeRate: string | null;
  readonly fees: readonly { readonly kind: string; readonly text: string; readonly amount: number }[];
} {
  const told = FeeDetails.safeParse(JSON.parse(json)).data;
  const rate = told?.exchange_rate ?? null;
  return {
    exchangeRate: rate === null ? null : String(rate),
    fees: (told?.fee_details ?? []).map(({ type, amount, description }) => ({
      kind: type,
      amount,
      text: description ?? '',
    })),
  };
}
