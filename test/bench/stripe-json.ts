// What Stripe would have said of the benchmark's invoices and payments, as far as the books read it.
import type { Db } from '../../main/store/database.ts';

export interface BenchedInvoice {
  readonly id: string;
  readonly status: string;
  readonly number: string | null;
  readonly customer: string;
  readonly currency: string;
  readonly total: number;
  readonly tax: number;
  readonly remaining: number;
  readonly created: number;
  readonly lines: readonly object[];
}

export function keepInvoice(db: Db, invoice: BenchedInvoice): void {
  const { id, status, number, customer, currency, total, tax, remaining, created, lines } = invoice;
  keep(db, created, {
    id,
    object: 'invoice',
    status,
    number,
    customer,
    currency,
    total,
    total_taxes: [{ amount: tax, tax_rate_details: { tax_rate: 'txr_19' } }],
    amount_remaining: remaining,
    starting_balance: 0,
    ending_balance: 0,
    status_transitions: {
      finalized_at: status === 'draft' ? null : created,
      paid_at: status === 'paid' ? created + 12 * 86_400 : null,
      voided_at: status === 'void' ? created + 5 * 86_400 : null,
      marked_uncollectible_at: status === 'uncollectible' ? created + 90 * 86_400 : null,
    },
    custom_fields: null,
    description: 'Thank you for your business.',
    lines: { object: 'list', data: lines },
  });
}

export interface BenchedPayment {
  readonly key: string;
  readonly invoice: string;
  readonly total: number;
  readonly fee: number;
  readonly currency: string;
  readonly created: number;
}

/** The payment of an invoice, its charge and what that moved. */
export function keepPayment(db: Db, { key, invoice, total, fee, currency, created }: BenchedPayment): void {
  const paid = created + 12 * 86_400;
  keep(db, created, {
    id: `inpay_${key}`,
    object: 'invoice_payment',
    invoice,
    amount_paid: total,
    status: 'paid',
    payment: { payment_intent: `pi_${key}` },
    status_transitions: { paid_at: paid },
    created,
  });
  keep(db, created, {
    id: `ch_${key}`,
    object: 'charge',
    amount: total,
    currency,
    payment_intent: `pi_${key}`,
    balance_transaction: `txn_${key}`,
  });
  keep(db, created, {
    id: `txn_${key}`,
    object: 'balance_transaction',
    type: 'charge',
    reporting_category: 'charge',
    source: `ch_${key}`,
    currency: 'eur',
    amount: total,
    fee,
    fee_details: [{ amount: fee, type: 'stripe_fee' }],
    created: paid,
  });
}

interface Kept {
  readonly id: string;
  readonly object: string;
  readonly [field: string]: unknown;
}

function keep(db: Db, created: number, object: Kept): void {
  db.run('INSERT INTO stripe_object VALUES (?, ?, ?, 0, ?)', [
    object.id,
    object.object,
    created,
    JSON.stringify(object),
  ]);
}
