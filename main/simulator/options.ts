// What a simulator can be told when it is made.

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

/** What the account says of itself to its customers. */
export interface BusinessProfile {
  readonly support_address: {
    readonly line1: string;
    readonly postal_code: string;
    readonly city: string;
    readonly country: string;
  };
  readonly support_email: string;
  readonly support_phone: string;
  readonly url: string;
}

export interface SimulatorOptions {
  /** Milliseconds since the epoch; the simulator's clock is this plus what `control.advance` added. */
  readonly now: () => number;
  /** When given, what is due happens at its time; otherwise with the next request or `control.advance`. */
  readonly schedule?: (delayMs: number, task: () => void) => () => void;
  /** Same seed, same clock and same requests: same ids. */
  readonly seed: number;
  readonly livemode?: false;
  /** Journal in which everything survives a restart. */
  readonly file?: string;
  readonly account?: {
    readonly country?: string;
    readonly default_currency?: string;
    readonly display_name?: string;
    readonly business_profile?: BusinessProfile;
  };
  /** Accepted secret keys; any `sk_test_` or `rk_test_` key when absent. */
  readonly keys?: readonly string[];
  /** A share (0 to 1) of sent invoices is paid by the customer that much later. */
  readonly autopay?: { readonly afterMs: number; readonly share: number };
  /** Charges get their balance transaction a moment after they succeed, as at Stripe; true unless switched off. */
  readonly asyncCapture?: boolean;
  /** Version in which events are written: the account's default, which may be older than the caller's. */
  readonly accountApiVersion?: string;
  /** How long a direct debit stays in processing; Stripe's test mode takes about 15 seconds. */
  readonly debitDelayMs?: number;
}

export interface Settings {
  readonly seed: number;
  readonly accountId: string;
  readonly country: string;
  readonly defaultCurrency: string;
  readonly displayName: string;
  readonly businessProfile: BusinessProfile | null;
  readonly keys: readonly string[] | null;
  readonly autopay: { readonly afterMs: number; readonly share: number } | null;
  readonly asyncCapture: boolean;
  readonly accountApiVersion: string;
  readonly debitDelayMs: number;
}
