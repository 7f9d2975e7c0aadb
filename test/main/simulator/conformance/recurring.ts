// What the rules about subscriptions share: prices, subscriptions, and what they billed.
import type Stripe from 'stripe';
import { createCustomer } from './subject.ts';

export async function recurringPrice(
  stripe: Stripe,
  amount = 10_000,
  recurring: Stripe.PriceCreateParams.Recurring = { interval: 'month' },
): Promise<string> {
  const product = await stripe.products.create({ name: 'Website care' });
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'eur',
    unit_amount: amount,
    recurring,
  });
  return price.id;
}

/** Monthly, sent to the customer with 14 days to pay. */
export async function subscribe(
  stripe: Stripe,
  more: Stripe.SubscriptionCreateParams = {},
): Promise<Stripe.Subscription> {
  return stripe.subscriptions.create({
    customer: await createCustomer(stripe),
    items: [{ price: await recurringPrice(stripe) }],
    collection_method: 'send_invoice',
    days_until_due: 14,
    ...more,
  });
}

/** A customer whose card is charged by itself. */
export async function payingCustomer(stripe: Stripe, card = 'pm_card_visa'): Promise<string> {
  const customer = await createCustomer(stripe);
  const method = await stripe.paymentMethods.attach(card, { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method.id } });
  return customer;
}

export async function replaceCard(stripe: Stripe, customer: string, card: string): Promise<void> {
  const method = await stripe.paymentMethods.attach(card, { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method.id } });
}

/** Monthly, charged to the card on file. */
export async function subscribeCharged(
  stripe: Stripe,
  customer: string,
  more: Stripe.SubscriptionCreateParams = {},
): Promise<Stripe.Subscription> {
  return stripe.subscriptions.create({
    customer,
    items: [{ price: await recurringPrice(stripe) }],
    ...more,
  });
}

/** `2026-11-23` of unix seconds. */
export const day = (seconds: number | null | undefined): string =>
  new Date((seconds ?? 0) * 1000).toISOString().slice(0, 10);

/** Oldest first. */
export async function billed(stripe: Stripe, subscription: string): Promise<readonly Stripe.Invoice[]> {
  return (await stripe.invoices.list({ subscription, limit: 100 })).data.toReversed();
}

export async function lastBilled(stripe: Stripe, subscription: string): Promise<Stripe.Invoice> {
  const invoice = (await billed(stripe, subscription)).at(-1);
  if (invoice === undefined) throw new Error('The subscription has billed nothing');
  return invoice;
}

export function firstItem(subscription: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error('The subscription has no items');
  return item;
}

/** Amount, description and days of each line. */
export function linesOf(
  invoice: Stripe.Invoice,
): readonly (readonly [number, string | null, string, string])[] {
  return invoice.lines.data.map((line) => [
    line.amount,
    line.description,
    day(line.period.start),
    day(line.period.end),
  ]);
}
