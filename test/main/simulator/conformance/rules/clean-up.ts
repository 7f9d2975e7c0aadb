// Takes away what the rules made, as far as Stripe lets it: the rest is archived or voided.
import { Stripe } from 'stripe';
import type { Made } from './recorder.ts';

type Removal = (stripe: Stripe, id: string) => Promise<unknown>;

async function removeInvoice(stripe: Stripe, id: string): Promise<unknown> {
  const { status } = await stripe.invoices.retrieve(id);
  if (status === 'draft') return stripe.invoices.del(id);
  return status === 'open' || status === 'uncollectible' ? stripe.invoices.voidInvoice(id) : null;
}

/** The drafts that it made by itself cannot be deleted, and only what is final can be voided. */
async function removeSubscription(stripe: Stripe, id: string): Promise<void> {
  const { status } = await stripe.subscriptions.retrieve(id);
  if (status !== 'canceled' && status !== 'incomplete_expired') await stripe.subscriptions.cancel(id);
  for (const draft of (await stripe.invoices.list({ subscription: id, status: 'draft' })).data)
    await stripe.invoices.finalizeInvoice(draft.id, { auto_advance: false });
  for (const open of (await stripe.invoices.list({ subscription: id, status: 'open' })).data)
    await stripe.invoices.voidInvoice(open.id);
}

async function cancelIntent(stripe: Stripe, id: string): Promise<unknown> {
  const { status } = await stripe.paymentIntents.retrieve(id);
  return status === 'canceled' || status === 'succeeded' ? null : stripe.paymentIntents.cancel(id);
}

async function removeItem(stripe: Stripe, id: string): Promise<unknown> {
  const { invoice } = await stripe.invoiceItems.retrieve(id);
  return invoice === null ? stripe.invoiceItems.del(id) : null;
}

/** In this order: what stands on something else comes before it. */
const REMOVALS: readonly (readonly [string, Removal])[] = [
  ['subscription', removeSubscription],
  ['invoice', removeInvoice],
  ['invoiceitem', removeItem],
  ['payment_intent', cancelIntent],
  ['test_helpers.test_clock', (stripe, id) => stripe.testHelpers.testClocks.del(id)],
  ['customer', (stripe, id) => stripe.customers.del(id)],
  ['product', (stripe, id) => stripe.products.update(id, { active: false })],
  ['price', (stripe, id) => stripe.prices.update(id, { active: false })],
  ['coupon', (stripe, id) => stripe.coupons.del(id)],
  ['tax_rate', (stripe, id) => stripe.taxRates.update(id, { active: false })],
];

/** What is left, with the reason. */
export async function cleanUp(stripe: Stripe, made: readonly Made[]): Promise<readonly string[]> {
  const left: string[] = [];
  for (const [object, remove] of REMOVALS) {
    for (const { id } of made.filter((one) => one.object === object)) {
      try {
        await remove(stripe, id);
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeError)) throw error;
        // Gone already, as the rule wanted it.
        if (error.statusCode !== 404) left.push(`${id}: ${error.message}`);
      }
    }
  }
  return left;
}
