// What a simulator can be told when it is made.
import type { AccountChange, AccountFacts } from './account-facts.ts';
import type { Rules } from './rules.ts';
import type { Change } from './world/world.ts';

/** What the customer's bank says to a payment. */
export type PaymentOutcome =
  | 'succeeded'
  | 'declined'
  | 'insufficient_funds'
  | 'lost_card'
  | 'stolen_card'
  | 'expired_card'
  | 'incorrect_cvc'
  | 'processing_error'
  | 'fraudulent'
  | 'authentication_required'
  | 'sepa_processing'
  | 'sepa_fails';

/** What a customer can do about an open invoice. */
export type CustomerOutcome =
  | PaymentOutcome
  /** Does what the bank wants when it asks for authentication; `authentication_required` leaves it undone. */
  | 'authentication_completed'
  | 'authentication_failed'
  /** Transfers what is missing, a part of it, or more. */
  | 'bank_transfer'
  | 'bank_transfer_part'
  | 'bank_transfer_too_much';

export interface SimulatorOptions {
  /** Milliseconds since the epoch; the simulator's clock is this plus what `control.advance` added. */
  readonly now: () => number;
  /** When given, what is due happens at its time; otherwise with the next request or `control.advance`. */
  readonly schedule?: (delayMs: number, task: () => void) => () => void;
  /** Same seed, same clock and same requests: same ids. */
  readonly seed: number;
  /** Takes live keys instead of test keys and says so in every object; false unless switched on. */
  readonly livemode?: boolean;
  /** What another simulator's journal kept: the world begins with it. Records are never changed, so that many may share them. */
  readonly records?: readonly Change[];
  /** Journal in which everything survives a restart. */
  readonly file?: string;
  readonly account?: AccountChange & {
    /** Of its own for each seed when absent; test and live mode of one account share theirs. */
    readonly id?: string;
    readonly country?: string;
    readonly default_currency?: string;
    readonly display_name?: string;
  };
  /** Accepted secret keys; any `sk_` or `rk_` key of the mode when absent. */
  readonly keys?: readonly string[];
  /** Restricted keys and what each may do: `customer_read`, `invoice_write`, … (write includes read). Others may do all. */
  readonly restrictedKeys?: Readonly<Record<string, readonly string[]>>;
  /** A share (0 to 1) of sent invoices is paid by the customer that much later. */
  readonly autopay?: { readonly afterMs: number; readonly share: number };
  /** Charges get their balance transaction a moment after they succeed, as at Stripe; true unless switched off. */
  readonly asyncCapture?: boolean;
  /** Version in which events are written: the account's default, which may be older than the caller's. */
  readonly accountApiVersion?: string;
  /** How long a direct debit stays in processing; Stripe's test mode takes about 15 seconds. */
  readonly debitDelayMs?: number;
  /** Instead of `debitDelayMs`: at least and at most that many business days, as with real banks. */
  readonly debitBusinessDays?: readonly [number, number];
  /** Banks decide disputes by themselves that long after evidence was submitted; never when absent. */
  readonly disputesDecidedAfterDays?: number;
  /** The other answer to what is not known for certain of Stripe. */
  readonly rules?: Partial<Rules>;
  /** The account's settings for subscriptions whose payments fail. */
  readonly billing?: Partial<BillingSettings>;
}

export interface BillingSettings {
  /** Days after the first failure at which payment is tried again. */
  readonly retryDays: readonly number[];
  /** What a subscription becomes when the last of them has failed. */
  readonly afterRetries: 'canceled' | 'unpaid' | 'past_due';
}

export interface Settings {
  readonly seed: number;
  readonly accountId: string;
  readonly country: string;
  readonly defaultCurrency: string;
  readonly displayName: string;
  readonly livemode: boolean;
  readonly accountFacts: AccountFacts;
  readonly keys: readonly string[] | null;
  readonly autopay: { readonly afterMs: number; readonly share: number } | null;
  readonly asyncCapture: boolean;
  readonly accountApiVersion: string;
  readonly debitDelayMs: number;
  readonly debitBusinessDays: readonly [number, number] | null;
  readonly disputesDecidedAfterDays: number | null;
  readonly rules: Rules;
  readonly billing: BillingSettings;
}
