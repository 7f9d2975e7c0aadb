// The closed tables of reads: how each type of object is fetched by id, and which lists there are.
import type { Stripe } from 'stripe';
import { assert } from '../../shared/domain/assert.ts';
import type { JsonObject, ListResource } from './request.ts';

type Get = (stripe: Stripe, id: string) => Promise<unknown>;
type List = (stripe: Stripe, params: JsonObject) => Promise<unknown>;

/** By Stripe's type name; expanded are the things that have no events of their own or are needed to show the object. */
const GETS: Readonly<Record<string, Get>> = {
  customer: (stripe, id) => stripe.customers.retrieve(id, { expand: ['tax_ids'] }),
  invoice: (stripe, id) => stripe.invoices.retrieve(id, { expand: ['payments'] }),
  invoice_payment: (stripe, id) => stripe.invoicePayments.retrieve(id),
  payment_intent: (stripe, id) =>
    stripe.paymentIntents.retrieve(id, { expand: ['latest_charge.balance_transaction'] }),
  charge: (stripe, id) => stripe.charges.retrieve(id, { expand: ['balance_transaction'] }),
  refund: (stripe, id) => stripe.refunds.retrieve(id, { expand: ['balance_transaction'] }),
  credit_note: (stripe, id) => stripe.creditNotes.retrieve(id),
  dispute: (stripe, id) => stripe.disputes.retrieve(id),
  payout: (stripe, id) => stripe.payouts.retrieve(id, { expand: ['balance_transaction'] }),
  payment_method: (stripe, id) => stripe.paymentMethods.retrieve(id),
  balance_transaction: (stripe, id) => stripe.balanceTransactions.retrieve(id),
  tax_rate: (stripe, id) => stripe.taxRates.retrieve(id),
  coupon: (stripe, id) => stripe.coupons.retrieve(id),
  product: (stripe, id) => stripe.products.retrieve(id),
  price: (stripe, id) => stripe.prices.retrieve(id),
  subscription: (stripe, id) => stripe.subscriptions.retrieve(id, { expand: ['discounts'] }),
  'test_helpers.test_clock': (stripe, id) => stripe.testHelpers.testClocks.retrieve(id),
  event: (stripe, id) => stripe.events.retrieve(id),
};

/** Whether objects of this type can be fetched by id. */
export function isFetchable(object: string): boolean {
  return Object.hasOwn(GETS, object);
}

export async function sendGet(stripe: Stripe, object: string, id: string): Promise<unknown> {
  const get = isFetchable(object) ? GETS[object] : undefined;
  assert(get, `Objects of type ${object} are not fetched by id`);
  return get(stripe, id);
}

/** Filters are JSON in Stripe's own shape. The SDK's types name each one; `never` fits each of them. */
const wire = (params: JsonObject): never => params as never;

const LISTS: Readonly<Record<ListResource, List>> = {
  customers: (stripe, params) => stripe.customers.list(wire({ ...params, expand: ['data.tax_ids'] })),
  taxRates: (stripe, params) => stripe.taxRates.list(wire(params)),
  coupons: (stripe, params) => stripe.coupons.list(wire(params)),
  products: (stripe, params) => stripe.products.list(wire(params)),
  prices: (stripe, params) => stripe.prices.list(wire(params)),
  // Without `status` Stripe leaves out those that are over.
  subscriptions: (stripe, params) =>
    stripe.subscriptions.list(wire({ status: 'all', ...params, expand: ['data.discounts'] })),
  invoices: (stripe, params) => stripe.invoices.list(wire(params)),
  invoiceLines: (stripe, { invoice, ...params }) => {
    assert(typeof invoice === 'string', 'Lines are listed for one invoice');
    return stripe.invoices.listLineItems(invoice, wire(params));
  },
  invoicePayments: (stripe, params) => stripe.invoicePayments.list(wire(params)),
  paymentIntents: (stripe, params) => stripe.paymentIntents.list(wire(params)),
  charges: (stripe, params) => stripe.charges.list(wire(params)),
  customerBalance: (stripe, { customer, ...params }) => {
    assert(typeof customer === 'string', 'The movements of a balance are listed for one customer');
    return stripe.customers.listBalanceTransactions(customer, wire(params));
  },
  paymentMethods: (stripe, params) => {
    assert(typeof params['customer'] === 'string', 'Saved ways to pay are listed for one customer');
    return stripe.paymentMethods.list(wire(params));
  },
  refunds: (stripe, params) => stripe.refunds.list(wire(params)),
  creditNotes: (stripe, params) => stripe.creditNotes.list(wire(params)),
  creditNoteLines: (stripe, { credit_note: note, ...params }) => {
    assert(typeof note === 'string', 'Lines are listed for one credit note');
    return stripe.creditNotes.listLineItems(note, wire(params));
  },
  disputes: (stripe, params) => stripe.disputes.list(wire(params)),
  files: (stripe, params) => stripe.files.list(wire(params)),
  payouts: (stripe, params) => stripe.payouts.list(wire(params)),
  balanceTransactions: (stripe, params) => stripe.balanceTransactions.list(wire(params)),
  payoutTransactions: (stripe, params) => {
    assert(typeof params['payout'] === 'string', 'What a payout holds is listed for one payout');
    return stripe.balanceTransactions.list(wire(params));
  },
  testClocks: (stripe, params) => stripe.testHelpers.testClocks.list(wire(params)),
  events: (stripe, params) => stripe.events.list(wire(params)),
};

/** Stripe's largest page. */
export const PAGE_SIZE = 100;

export async function sendList(stripe: Stripe, resource: ListResource, params: JsonObject): Promise<unknown> {
  return LISTS[resource](stripe, { limit: PAGE_SIZE, ...params });
}

/** A POST that makes nothing, so its key protects nothing. */
export async function sendPreview(stripe: Stripe, params: JsonObject): Promise<unknown> {
  return stripe.invoices.createPreview(wire(params));
}

export async function sendCreditPreview(stripe: Stripe, params: JsonObject): Promise<unknown> {
  return stripe.creditNotes.preview(wire(params));
}
