// What the simulator keeps, table by table: Stripe's objects, and beside each what Stripe knows but does not show (`inner`).
import type Stripe from 'stripe';
import type { Stored } from './stored.ts';
import type { PaymentOutcome } from '../options.ts';
import type { AccountFacts } from '../account-facts.ts';
import type { Behaviour } from './behaviour.ts';

type Kept<T, Shown extends PropertyKey = never> = Omit<Stored<T>, 'deleted' | Shown>;

export type Customer = Kept<
  Stripe.Customer,
  'tax_ids' | 'sources' | 'subscriptions' | 'cash_balance' | 'discount'
> & {
  readonly inner: {
    readonly deleted: boolean;
    readonly taxIds: readonly string[];
    readonly discount: string | null;
  };
};
export type TaxId = Kept<Stripe.TaxId>;
export type TaxRate = Kept<Stripe.TaxRate>;
export type Coupon = Kept<Stripe.Coupon> & { readonly inner: { readonly deleted: boolean } };
export type Product = Kept<Stripe.Product> & { readonly inner: { readonly deleted: boolean } };
export type Price = Kept<Stripe.Price>;
export type Discount = Kept<Stripe.Discount>;
export type InvoiceItem = Kept<Stripe.InvoiceItem, 'tax_rates'> & {
  readonly inner: {
    readonly line: string | null;
    readonly taxRates: readonly string[];
    /** Of a proration that gives back: the lines that were charged; null otherwise. */
    readonly credited: { readonly invoice: string; readonly invoice_line_items: readonly string[] } | null;
  };
};
export type InvoiceLine = Kept<Stripe.InvoiceLineItem> & {
  readonly inner: {
    /** Its own rates; empty when the invoice's defaults apply. */
    readonly taxRates: readonly string[];
    /** Given by the caller instead of rates; null otherwise. */
    readonly taxAmounts: readonly ManualTax[] | null;
    /** Null when a subscription itself made the line. */
    readonly invoiceItem: string | null;
  };
};
export interface ManualTax {
  readonly amount: number;
  readonly taxableAmount: number;
  readonly taxRate: string;
  readonly inclusive: boolean;
}
export type Invoice = Kept<
  Stripe.Invoice,
  'lines' | 'payments' | 'confirmation_secret' | 'default_tax_rates'
> & {
  readonly inner: {
    readonly lines: readonly string[];
    readonly payments: readonly string[];
    readonly defaultTaxRates: readonly string[];
    readonly daysUntilDue: number | null;
    /** How much of the customer's balance was added to what is due; negative when a credit was used. */
    readonly appliedBalance: number;
    readonly creditNotes: readonly string[];
    /** Unix seconds of the first failed attempt to collect it; null before. */
    readonly failedFirst: number | null;
    /** The attempt that is being made follows the schedule. */
    readonly retrying: boolean;
  };
};
export type Subscription = Kept<Stripe.Subscription, 'items' | 'default_tax_rates'> & {
  readonly inner: {
    readonly items: readonly string[];
    readonly defaultTaxRates: readonly string[];
    /** The end of the period whose end, or trial whose end, was already announced; null when none was. */
    readonly announced: { readonly renewal: number | null; readonly trialEnd: number | null };
    /** Unix seconds until which the first payment is waited for; null when it is not, or no longer. */
    readonly expiresAt: number | null;
    /** How its customer pays what is sent; null when nothing is known of it. */
    readonly habit: PayingHabit | null;
  };
};
export type SubscriptionItem = Kept<Stripe.SubscriptionItem, 'plan' | 'price' | 'tax_rates'> & {
  readonly inner: {
    readonly price: string;
    readonly taxRates: readonly string[];
    /** What was charged for the current period, piece by piece, as far as it was not credited again. */
    readonly debits: readonly Debit[];
  };
};
/** A charge for a span of time, in unix seconds, and the line or invoice item that carries it. */
export interface Debit {
  readonly start: number;
  readonly end: number;
  /** After discounts, before tax. */
  readonly amount: number;
  readonly line: string | null;
  readonly invoiceItem: string | null;
}
export type InvoicePayment = Kept<Stripe.InvoicePayment>;
export type PaymentIntent = Kept<Stripe.PaymentIntent> & {
  readonly inner: { readonly invoice: string | null };
};
export type Charge = Kept<Stripe.Charge, 'refunds'> & {
  readonly inner: {
    readonly refunds: readonly string[];
    /** Minor units of the settlement currency taken back so far, so that partial refunds add up exactly. */
    readonly settledBack: number;
    /** How much of it refunds have taken out of the balance. */
    readonly taken: number;
    readonly dispute: string | null;
    readonly behaviour: Behaviour;
  };
};
export type Refund = Kept<Stripe.Refund> & {
  readonly inner: {
    /** The credit notes that name it, and how much of it each of them does. */
    readonly creditNotes: readonly { readonly note: string; readonly amount: number }[];
  };
};
export type CreditNote = Kept<Stripe.CreditNote, 'lines'> & {
  readonly inner: { readonly lines: readonly CreditNoteLine[] };
};
export type CreditNoteLine = Kept<Stripe.CreditNoteLineItem, 'tax_rates'> & {
  readonly inner: { readonly taxRates: readonly string[] };
};
export type PaymentMethod = Kept<Stripe.PaymentMethod> & {
  readonly inner: {
    readonly outcome: PaymentOutcome;
    readonly detached: boolean;
    readonly behaviour: Behaviour;
    /** The customer's permission for debits; null when there is none, as for cards. */
    readonly mandate: string | null;
  };
};
export type Mandate = Kept<Stripe.Mandate>;
export type BalanceTransaction = Kept<Stripe.BalanceTransaction> & {
  readonly inner: { readonly payout: string | null };
};
export type CustomerBalanceTransaction = Kept<Stripe.CustomerBalanceTransaction>;
export type CashTransaction = Kept<Stripe.CustomerCashBalanceTransaction>;
/** What a customer transferred and did not spend. */
export interface CashBalance {
  /** The customer. */
  readonly id: string;
  /** Minor units for each currency. */
  readonly available: Readonly<Record<string, number>>;
  /** Null: as the account does. */
  readonly mode: 'automatic' | 'manual' | null;
}
export type Payout = Kept<Stripe.Payout>;
export type Dispute = Kept<Stripe.Dispute, 'balance_transactions'> & {
  readonly inner: { readonly transactions: readonly string[] };
};
export type UploadedFile = Kept<Stripe.File, 'links'> & {
  readonly inner: { readonly links: readonly string[] };
};
export type FileLink = Kept<Stripe.FileLink>;
export type Account = Omit<Stored<Stripe.Account>, 'deleted'>;
/** What was changed of the account while the simulator ran. */
export interface AccountRecord {
  readonly id: 'account';
  readonly facts: AccountFacts;
}
/** The time in which a test customer lives. */
export type TestClock = Kept<Stripe.TestHelpers.TestClock>;
export interface Event {
  readonly id: string;
  readonly object: 'event';
  readonly api_version: string;
  readonly created: number;
  readonly data: { readonly object: unknown; readonly previous_attributes?: unknown };
  readonly livemode: boolean;
  readonly pending_webhooks: number;
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null };
  readonly type: string;
  /** Milliseconds from which the list shows it. */
  readonly inner: { readonly visibleAt: number };
}

/** What a customer does about an invoice by himself. */
export type CustomerAct = 'pays-at-once' | 'pays' | 'is-declined' | 'disputes';
/** Within days, near the due date, or after it. */
export type PayingHabit = 'prompt' | 'usual' | 'late';

/** Something that happens by itself at a moment of the simulator's clock. */
export type Task =
  | { readonly kind: 'settle-charge'; readonly charge: string }
  | { readonly kind: 'settle-debit'; readonly paymentIntent: string }
  | { readonly kind: 'complete-refund'; readonly refund: string }
  | { readonly kind: 'expire-refund'; readonly refund: string }
  | { readonly kind: 'fail-refund'; readonly refund: string }
  | { readonly kind: 'retry-refund'; readonly refund: string }
  | { readonly kind: 'dispute-due'; readonly dispute: string; readonly dueBy: number }
  | { readonly kind: 'dispute-verdict'; readonly dispute: string }
  | { readonly kind: 'inquiry-ends'; readonly dispute: string }
  | { readonly kind: 'customer-acts'; readonly invoice: string; readonly act: CustomerAct }
  /** A customer of the demo replaces what is charged: a test method of Stripe's. */
  | { readonly kind: 'customer-changes-method'; readonly customer: string; readonly token: string }
  | { readonly kind: 'finalize-invoice'; readonly invoice: string }
  /** The next moment at which a subscription does something by itself. */
  | { readonly kind: 'wake-subscription'; readonly subscription: string }
  | { readonly kind: 'collect-invoice'; readonly invoice: string }
  | { readonly kind: 'invoice-overdue'; readonly invoice: string }
  | { readonly kind: 'create-payouts' }
  | { readonly kind: 'payout-arrives'; readonly payout: string }
  | { readonly kind: 'arrive-at-time'; readonly testClock: string; readonly target: number }
  | { readonly kind: 'delete-test-clock'; readonly testClock: string }
  /** With its key when it was only slow on the way; without when Stripe completes what it had begun. */
  | { readonly kind: 'late-request'; readonly request: KeptRequest; readonly keyed: boolean };
export interface KeptRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface Due {
  readonly id: string;
  /** Milliseconds. */
  readonly at: number;
  readonly task: Task;
  /** The test clock in whose time `at` is; absent for the account's own. */
  readonly testClock?: string;
}
export interface Email {
  readonly id: string;
  readonly kind: 'invoice' | 'credit_note' | 'receipt';
  /** The invoice, credit note or charge it is about. */
  readonly about: string;
  readonly to: string;
  /** Unix seconds. */
  readonly at: number;
}
export interface IdempotencyRecord {
  /** The key. */
  readonly id: string;
  /** Milliseconds. */
  readonly at: number;
  readonly fingerprint: string;
  readonly endpoint: string;
  readonly requestId: string;
  readonly status: number;
  readonly body: string;
}
export interface Counter {
  readonly id: string;
  readonly value: number;
}

export interface Records {
  readonly customer: Customer;
  readonly tax_id: TaxId;
  readonly tax_rate: TaxRate;
  readonly coupon: Coupon;
  readonly discount: Discount;
  readonly product: Product;
  readonly price: Price;
  readonly invoiceitem: InvoiceItem;
  readonly line_item: InvoiceLine;
  readonly invoice: Invoice;
  readonly subscription: Subscription;
  readonly subscription_item: SubscriptionItem;
  readonly invoice_payment: InvoicePayment;
  readonly payment_intent: PaymentIntent;
  readonly payment_method: PaymentMethod;
  readonly mandate: Mandate;
  readonly charge: Charge;
  readonly refund: Refund;
  readonly credit_note: CreditNote;
  readonly dispute: Dispute;
  readonly balance_transaction: BalanceTransaction;
  readonly customer_balance_transaction: CustomerBalanceTransaction;
  readonly customer_cash_balance_transaction: CashTransaction;
  readonly cash_balance: CashBalance;
  readonly payout: Payout;
  readonly account: AccountRecord;
  readonly file: UploadedFile;
  readonly file_link: FileLink;
  readonly event: Event;
  readonly test_clock: TestClock;
  readonly due: Due;
  readonly email: Email;
  readonly idempotency: IdempotencyRecord;
  readonly counter: Counter;
}
export type Kind = keyof Records;
