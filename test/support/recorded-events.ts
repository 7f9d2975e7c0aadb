// Every kind of event that the program knows, as the simulator of Stripe wrote it: a busy year of a business, played through its API.
import type Stripe from 'stripe';
import { z } from 'zod';
import type { StripeObject } from '../../main/stripe/request.ts';
import { asObject } from '../../main/stripe/normalise.ts';
import { createShop, type Shop } from './shop.ts';
import { createSyncBench, type SyncBench } from './sync-bench.ts';

const DAY_MS = 86_400_000;

const Reference = z.object({ object: z.object({ id: z.string() }) });

export interface Recorded {
  readonly bench: SyncBench;
  /** The first event of each type. */
  readonly events: ReadonlyMap<string, StripeObject>;
}

export async function recordEvents(): Promise<Recorded> {
  const bench = createSyncBench();
  const shop = createShop(bench);
  await customers(bench);
  await catalogue(bench);
  await invoices(bench, shop);
  await payments(bench, shop);
  await corrections(bench, shop);
  await disputes(bench, shop);
  await subscriptions(bench, shop);
  await bench.clock.advance(20 * DAY_MS);
  bench.simulator.control.advance({ ms: 0 });
  return { bench, events: withRest(firstOfEach(bench)) };
}

function firstOfEach(bench: SyncBench): Map<string, StripeObject> {
  const events = new Map<string, StripeObject>();
  for (const json of bench.simulator.control.objects({ type: 'event' })) {
    const event = asObject(json);
    const type = String(event?.['type']);
    if (event && !events.has(type)) events.set(type, event);
  }
  return events;
}

/** What the simulator does not play: the same object under the other name, which is all that an event is taken for. */
const LIKE: Readonly<Record<string, string>> = {
  'customer.tax_id.updated': 'customer.tax_id.created',
  'customer.subscription.pending_update_applied': 'customer.subscription.updated',
  'customer.subscription.pending_update_expired': 'customer.subscription.updated',
  'invoice.finalization_failed': 'invoice.finalized',
  'invoice.overpaid': 'invoice.paid',
  'invoice.payment_attempt_required': 'invoice.payment_failed',
  'invoice.overdue': 'invoice.sent',
  'invoice.will_be_due': 'invoice.sent',
  'payment_intent.partially_funded': 'payment_intent.created',
  'payment_intent.amount_capturable_updated': 'payment_intent.created',
  'payment_method.automatically_updated': 'payment_method.updated',
  'charge.refund.updated': 'refund.updated',
  'charge.captured': 'charge.updated',
  'charge.expired': 'charge.failed',
  'payout.failed': 'payout.updated',
  'payout.canceled': 'payout.updated',
  'price.deleted': 'price.updated',
};

/** Objects that the simulator does not have, by the SDK's types; `customer` is one of its own. */
const BY_HAND: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'customer.discount.created': { id: 'di_1', object: 'discount' },
  'customer.discount.updated': { id: 'di_1', object: 'discount' },
  'customer.discount.deleted': { id: 'di_1', object: 'discount' },
  'customer.source.created': { id: 'card_1', object: 'card' },
  'customer.source.updated': { id: 'card_1', object: 'card' },
  'customer.source.deleted': { id: 'ba_1', object: 'bank_account' },
  'customer.source.expiring': { id: 'card_1', object: 'card' },
  'customer_cash_balance_transaction.created': {
    id: 'ccsbtxn_1',
    object: 'customer_cash_balance_transaction',
  },
  'cash_balance.funds_available': { object: 'cash_balance' },
  'invoice.upcoming': { object: 'invoice', total: 4_000, currency: 'eur' },
  'mandate.updated': { id: 'mandate_1', object: 'mandate', payment_method: 'pm_1', status: 'active' },
  'file.created': { id: 'file_1', object: 'file', purpose: 'dispute_evidence' },
};

function withRest(events: Map<string, StripeObject>): ReadonlyMap<string, StripeObject> {
  const base = events.get('customer.updated');
  if (!base) throw new Error('The simulator has updated a customer');
  const customer = Reference.parse(base['data']).object.id;
  for (const [type, like] of Object.entries(LIKE)) {
    const recorded = events.get(like);
    if (recorded && !events.has(type)) events.set(type, { ...recorded, id: `evt_${type}`, type });
  }
  for (const [type, object] of Object.entries(BY_HAND)) {
    const data = { object: { ...object, ...(type === 'file.created' ? {} : { customer }) } };
    if (!events.has(type)) events.set(type, { ...base, id: `evt_${type}`, type, data });
  }
  return events;
}

async function customers({ stripe }: SyncBench): Promise<void> {
  const { id } = await stripe.customers.create({ name: 'Grace Hopper', email: 'grace@example.com' });
  await stripe.customers.update(id, { name: 'Grace M. Hopper' });
  const taxId = await stripe.customers.createTaxId(id, { type: 'eu_vat', value: 'DE123456789' });
  await stripe.customers.deleteTaxId(id, taxId.id);
  const other = await stripe.customers.create({ name: 'Gone Soon' });
  await stripe.customers.del(other.id);
}

async function catalogue({ stripe }: SyncBench): Promise<void> {
  const product = await stripe.products.create({ name: 'Hour' });
  await stripe.products.update(product.id, { name: 'Working hour' });
  const price = await stripe.prices.create({ product: product.id, currency: 'eur', unit_amount: 9_000 });
  await stripe.prices.update(price.id, { active: false });
  const gone = await stripe.products.create({ name: 'Gone soon' });
  await stripe.products.del(gone.id);
  const rate = await stripe.taxRates.create({ display_name: 'VAT', percentage: 19, inclusive: false });
  await stripe.taxRates.update(rate.id, { active: false });
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'once' });
  await stripe.coupons.update(coupon.id, { name: 'Spring' });
  await stripe.coupons.del(coupon.id);
}

async function invoices({ stripe }: SyncBench, shop: Shop): Promise<void> {
  const { id: customer } = await shop.customer();
  const draft = await shop.draft(customer);
  await stripe.invoices.update(draft.id, { description: 'Thank you' });
  const item = await stripe.invoiceItems.create({
    customer,
    invoice: draft.id,
    amount: 500,
    currency: 'eur',
  });
  await stripe.invoiceItems.del(item.id);
  await stripe.invoices.sendInvoice(draft.id);
  await stripe.invoices.markUncollectible(draft.id);
  await stripe.invoices.del((await shop.draft(customer)).id);
  await stripe.invoices.voidInvoice((await shop.invoice(customer)).id);
}

async function payments({ stripe, simulator }: SyncBench, shop: Shop): Promise<void> {
  const { id: customer } = await shop.customer();
  const tried = await shop.invoice(customer);
  simulator.control.payInvoice({ invoice: tried.id, outcome: 'declined' });
  simulator.control.payInvoice({ invoice: tried.id, outcome: 'authentication_required' });
  simulator.control.payInvoice({ invoice: tried.id, outcome: 'authentication_completed' });
  const debit = await stripe.invoices.create({
    customer,
    currency: 'eur',
    collection_method: 'send_invoice',
    days_until_due: 14,
    payment_settings: { payment_method_types: ['sepa_debit'] },
  });
  await stripe.invoices.addLines(debit.id, { lines: [{ description: 'Work', amount: 5_000 }] });
  await stripe.invoices.finalizeInvoice(debit.id);
  simulator.control.payInvoice({ invoice: debit.id, outcome: 'sepa_processing' });
  const { paymentMethod } = simulator.control.savePaymentMethod({ customer });
  await stripe.paymentMethods.update(paymentMethod, { metadata: { note: 'office card' } });
  await stripe.paymentMethods.detach(paymentMethod);
}

async function corrections({ stripe, simulator }: SyncBench, shop: Shop): Promise<void> {
  const { id: customer } = await shop.customer();
  const paid = await shop.invoice(customer);
  const refund = await shop.refund(await shop.pay(paid.id), 300);
  await stripe.refunds.update(refund.id, { metadata: { note: 'damaged' } });
  simulator.control.failRefund({ refund: refund.id });
  const open = await shop.invoice(customer);
  const note = await stripe.creditNotes.create({ invoice: open.id, amount: 100, email_type: 'none' });
  await stripe.creditNotes.update(note.id, { memo: 'Discount' });
  await stripe.creditNotes.voidCreditNote(note.id);
}

async function disputes({ stripe, simulator }: SyncBench, shop: Shop): Promise<void> {
  const { id: customer } = await shop.customer();
  const intent = await stripe.paymentIntents.retrieve(await shop.pay((await shop.invoice(customer)).id));
  const { dispute } = simulator.control.dispute({ charge: z.string().parse(intent.latest_charge) });
  await stripe.disputes.update(dispute, { evidence: { product_description: 'Work' }, submit: true });
  simulator.control.decideDispute({ dispute, status: 'won' });
}

async function subscriptions({ stripe, simulator }: SyncBench, shop: Shop): Promise<void> {
  const { id: customer } = await shop.customer();
  const product = await stripe.products.create({ name: 'Care' });
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'eur',
    unit_amount: 4_000,
    recurring: { interval: 'month' },
  });
  const items = [{ price: price.id }];
  const begin = (more: Partial<Stripe.SubscriptionCreateParams>): Promise<Stripe.Subscription> =>
    stripe.subscriptions.create({
      customer,
      items,
      collection_method: 'send_invoice',
      days_until_due: 7,
      ...more,
    });
  const first = await begin({});
  await stripe.subscriptions.update(first.id, { metadata: { note: 'until further notice' } });
  await stripe.subscriptions.cancel(first.id);
  await begin({ trial_period_days: 4 });
  const { paymentMethod } = simulator.control.savePaymentMethod({ customer });
  const automatic = await stripe.subscriptions.create({
    customer,
    items,
    default_payment_method: paymentMethod,
  });
  await stripe.subscriptions.pause(automatic.id);
  await stripe.subscriptions.resume(automatic.id);
}
