// The language between the program and Stripe: frozen requests, lists, and outcomes as values.

import { z } from 'zod';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };
export const JsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/** An object as Stripe tells it, decimals as text; fields that we do not know are kept. */
export interface StripeObject {
  readonly id: string;
  readonly object: string;
  readonly [field: string]: unknown;
}

/** Every write that the program makes, by the name of the SDK's method. */
export const WriteOperation = z.enum([
  'customers.create',
  'customers.update',
  'customers.del', // a DELETE, which takes no key with it
  'customers.createTaxId', // target: the customer
  'customers.deleteTaxId', // target: the customer; params.tax_id names it; a DELETE, so its key only travels in our books
  'taxRates.create',
  'taxRates.update',
  'coupons.create',
  'coupons.del', // a DELETE, as above
  'products.create',
  'products.update',
  'prices.create',
  'prices.update',
  'subscriptions.create',
  'subscriptions.update',
  'subscriptions.cancel', // a DELETE, as above
  'invoices.create',
  'invoices.update',
  'invoices.del', // a draft; a DELETE, as above
  'invoices.addLines',
  'invoices.removeLines',
  'invoices.finalizeInvoice',
  'invoices.sendInvoice',
  'invoices.voidInvoice',
  'invoices.markUncollectible',
  'invoices.pay',
  'refunds.create',
  'files.create', // params.file names a blob of the books and the file; its bytes are given to `write`
  'disputes.update',
  'disputes.close',
  'creditNotes.create',
  'creditNotes.voidCreditNote',
]);
export type WriteOperation = z.infer<typeof WriteOperation>;

/** A write as it was frozen before its first attempt; every attempt sends exactly this. */
export const FrozenRequest = z.object({
  operation: WriteOperation,
  /** The object written to; null for a create. */
  target: z.string().nullable(),
  params: JsonObject,
});
export interface FrozenRequest {
  readonly operation: WriteOperation;
  readonly target: string | null;
  readonly params: JsonObject;
}

/** How `files.create` names its file. */
export const UploadedFile = z.object({
  /** Where the books keep the bytes. */
  blob: z.string(),
  name: z.string(),
});

interface Answered {
  readonly requestId: string | null;
  /** Stripe's own clock, unix seconds, from the answer's `Date` header; null where it had none. */
  readonly stripeTime: number | null;
}

/** What is known after a write was attempted. */
export type WriteOutcome =
  | ({ readonly kind: 'accepted'; readonly object: StripeObject; readonly replayed: boolean } & Answered)
  /** 4xx other than below: executed and refused, or not understood. Nothing happened. */
  | ({
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string | null;
      readonly message: string;
    } & Answered)
  /** The key itself: 401, or 403 for a permission. The request did not run. */
  | ({ readonly kind: 'key-refused'; readonly status: 401 | 403; readonly message: string } & Answered)
  /** 429, or 400 with code rate_limit or lock_timeout: did not run. */
  | ({ readonly kind: 'rate-limited' } & Answered)
  /** 409: the same key is in flight. */
  | ({ readonly kind: 'conflict' } & Answered)
  /** 5xx: nobody knows; never repeated blindly. */
  | ({ readonly kind: 'server-error'; readonly status: number } & Answered)
  /** No answer, half an answer, or one that is not JSON: may or may not have happened. */
  | { readonly kind: 'no-answer'; readonly why: 'network' | 'timeout' | 'malformed' };

export type ReadFailure = Exclude<WriteOutcome, { kind: 'accepted' }>;
export type ReadOutcome<Value> =
  | ({ readonly ok: true; readonly value: Value } & Answered)
  | { readonly ok: false; readonly failure: ReadFailure };

export type ListResource =
  | 'customers'
  | 'customerBalance' // needs params.customer
  | 'taxRates'
  | 'coupons'
  | 'products'
  | 'prices'
  | 'subscriptions'
  | 'invoices'
  | 'invoiceLines' // needs params.invoice
  | 'invoicePayments'
  | 'paymentIntents'
  | 'charges'
  | 'paymentMethods' // needs params.customer
  | 'refunds'
  | 'creditNotes'
  | 'creditNoteLines' // needs params.credit_note
  | 'disputes'
  | 'files'
  | 'payouts'
  | 'balanceTransactions'
  | 'payoutTransactions' // needs params.payout
  | 'testClocks' // in test mode alone
  | 'events';

export interface ListPage {
  readonly data: readonly StripeObject[];
  readonly hasMore: boolean;
}

/** The only way to Stripe. A customer is always read and written with `expand: ['tax_ids']`, so that its mirror knows them. Every method is exactly one HTTP request. */
export interface Gateway {
  /**
   * `attempt` is for the request log: how often this request is sent under its key, this time included. `bytes` are those of the
   * file that the request names.
   */
  write(
    request: FrozenRequest,
    idempotencyKey: string,
    attempt?: number,
    bytes?: Uint8Array,
  ): Promise<WriteOutcome>;
  /** One object by id, whatever its type; null when Stripe does not have it. `object` is Stripe's type name such as `invoice`. */
  get(object: string, id: string): Promise<ReadOutcome<StripeObject | null>>;
  /** One page of at most 100. */
  list(resource: ListResource, params: JsonObject): Promise<ReadOutcome<ListPage>>;
  /** What an invoice would be; changes nothing. The `invoices.createPreview` of Stripe. */
  preview(params: JsonObject): Promise<ReadOutcome<JsonObject>>;
  /** What a credit note with these parameters would come to; nothing is made. */
  previewCreditNote(params: JsonObject): Promise<ReadOutcome<JsonObject>>;
  account(): Promise<ReadOutcome<StripeObject>>;
  balance(): Promise<ReadOutcome<JsonObject>>;
}
