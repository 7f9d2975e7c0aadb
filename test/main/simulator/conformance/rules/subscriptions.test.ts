import { describe, expect } from 'vitest';
import type { Stripe } from 'stripe';
import { createCustomer, idOf, refusal } from '../subject.ts';
import { rule } from './rule.ts';

async function monthly(stripe: Stripe): Promise<string> {
  const product = await stripe.products.create({ name: 'Website care' });
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'eur',
    unit_amount: 10_000,
    recurring: { interval: 'month' },
  });
  return price.id;
}

async function subscribe(
  stripe: Stripe,
  more: Stripe.SubscriptionCreateParams = {},
): Promise<Stripe.Subscription> {
  return stripe.subscriptions.create({
    customer: await createCustomer(stripe),
    items: [{ price: await monthly(stripe) }],
    collection_method: 'send_invoice',
    days_until_due: 14,
    ...more,
  });
}

describe('subscriptions that send invoices', () => {
  rule(
    'are active at once, with a first invoice that waits as a draft',
    'docs.stripe.com/subscriptions/invoices; SDK Subscriptions.d.ts billing_mode',
    async ({ stripe }) => {
      const sub = await subscribe(stripe);
      const [item] = sub.items.data;
      expect(sub).toMatchObject({ status: 'active', billing_mode: { type: 'flexible' } });
      expect(item).toMatchObject({ quantity: 1, current_period_start: sub.billing_cycle_anchor });
      expect(await stripe.invoices.retrieve(idOf(sub.latest_invoice))).toMatchObject({
        status: 'draft',
        auto_advance: true,
        billing_reason: 'subscription_create',
        parent: { subscription_details: { subscription: sub.id } },
        total: 10_000,
      });
    },
  );

  rule(
    'pause what they collect and resume, and stay active meanwhile',
    'docs.stripe.com/billing/subscriptions/pause-payment',
    async ({ stripe }) => {
      const { id } = await subscribe(stripe);
      expect(
        await stripe.subscriptions.update(id, { pause_collection: { behavior: 'keep_as_draft' } }),
      ).toMatchObject({ status: 'active', pause_collection: { behavior: 'keep_as_draft' } });
      expect((await stripe.subscriptions.update(id, { pause_collection: '' })).pause_collection).toBeNull();
    },
  );

  rule(
    'end at the end of their period or at once, and then leave the usual list',
    'SDK Subscriptions.d.ts update, cancel, list',
    async ({ stripe }) => {
      const { id, customer } = await subscribe(stripe);
      expect(
        (await stripe.subscriptions.update(id, { cancel_at_period_end: true })).cancel_at_period_end,
      ).toBe(true);
      expect((await stripe.subscriptions.cancel(id)).status).toBe('canceled');
      const listed = async (params: Stripe.SubscriptionListParams): Promise<readonly string[]> =>
        (await stripe.subscriptions.list({ customer: idOf(customer), ...params })).data.map((sub) => sub.id);
      expect(await listed({})).toEqual([]);
      expect(await listed({ status: 'all' })).toEqual([id]);
      expect(await refusal(stripe.subscriptions.cancel(id))).toMatchObject({ statusCode: 404 });
    },
  );

  rule(
    'are refused without items, days until due or an address to send to',
    'SDK Subscriptions.d.ts create; the missing address is well known',
    async ({ stripe }) => {
      expect(await refusal(subscribe(stripe, { items: [] }))).toMatchObject({ param: 'items' });
      expect(
        await refusal(
          stripe.subscriptions.create({
            customer: await createCustomer(stripe),
            items: [{ price: await monthly(stripe) }],
            collection_method: 'send_invoice',
          }),
        ),
      ).toMatchObject({ param: 'days_until_due' });
      const silent = await stripe.customers.create({ name: 'No address' });
      expect(await refusal(subscribe(stripe, { customer: silent.id }))).toMatchObject({ param: 'customer' });
    },
  );
});
