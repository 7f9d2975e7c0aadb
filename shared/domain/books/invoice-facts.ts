// What the books need to know of an invoice, its payments and its credit notes; amounts in minor units of its currency.
import type { RevenuePart } from './revenue-accounts.ts';

export interface TaxAmount {
  /** Stripe's id of the tax rate; empty where it names none. */
  readonly rate: string;
  readonly amount: number;
}

/** An instant, and its calendar day in the business's zone. */
export interface When {
  /** Unix seconds. */
  readonly at: number;
  readonly day: string;
}

export interface AppliedPayment {
  /** Of the invoice payment. */
  readonly id: string;
  /** Of the payment; null for what was settled outside Stripe. */
  readonly payment: string | null;
  readonly amount: number;
  readonly paid: When;
}

export interface CreditNoteFacts {
  readonly id: string;
  readonly total: number;
  readonly taxes: readonly TaxAmount[];
  /** What is not on the revenue account of the chart. */
  readonly revenue: readonly RevenuePart[];
  /** What it took off the amount remaining. */
  readonly prePayment: number;
  /** What is paid back: by refunds, outside Stripe, and the rest as the customer's credit. */
  readonly postPayment: number;
  readonly refunded: number;
  readonly outside: number;
  readonly issued: When;
  readonly voided: When | null;
}

export interface InvoiceFacts {
  readonly id: string;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  /** Stripe's; empty when there is none. */
  readonly customer: string;
  readonly currency: string;
  readonly total: number;
  readonly taxes: readonly TaxAmount[];
  /** What is not on the revenue account of the chart. */
  readonly revenue: readonly RevenuePart[];
  readonly amountRemaining: number;
  readonly amountPaidOffStripe: number;
  readonly amountOverpaid: number;
  /** `starting_balance - ending_balance`: negative where the customer's credit paid a part. */
  readonly balanceApplied: number;
  readonly finalized: When | null;
  readonly paid: When | null;
  readonly voided: When | null;
  readonly markedUncollectible: When | null;
  readonly payments: readonly AppliedPayment[];
  readonly creditNotes: readonly CreditNoteFacts[];
}

/** What the receivable must be by what Stripe says. */
export function receivableByStripe({ status, amountRemaining }: InvoiceFacts): number {
  return status === 'open' ? amountRemaining : 0;
}
