import { expect, test } from 'vitest';
import { Stripe } from 'stripe';
import type { Control } from '../../../../../main/simulator/control.ts';
import { createSimulator } from '../../../../../main/simulator/simulator.ts';
import { createDraft, createOpen, idOf, morning } from '../subject.ts';
import { cleanUp } from './clean-up.ts';
import { createRecorder, TAG, type Made } from './recorder.ts';
import { createPaidByCard } from './steps.ts';

interface Recorded {
  readonly stripe: Stripe;
  readonly control: Control;
  readonly made: () => readonly Made[];
}

function recorded(): Recorded {
  const simulator = createSimulator({ now: () => morning, seed: 7 });
  const { httpClient, made } = createRecorder(simulator.httpClient);
  const stripe = new Stripe('sk_test_recorded', { httpClient, telemetry: false });
  return { stripe, control: simulator.control, made };
}

test('whatever is made is tagged, also where it has metadata of its own or none', async () => {
  const { stripe } = recorded();
  const customer = await stripe.customers.create({ metadata: { order: '7' } });
  expect(customer.metadata).toEqual({ order: '7', [TAG]: 'yes' });
  expect((await stripe.customers.create()).metadata).toEqual({ [TAG]: 'yes' });
  expect((await stripe.customers.update(customer.id, { metadata: '' })).metadata).toEqual({});
});

test('nothing that can be taken away is left', async () => {
  const { stripe, made } = recorded();
  const draft = await createDraft(stripe, [{ description: 'A', amount: 900 }]);
  const open = await createOpen(stripe);
  const { invoice: paid } = await createPaidByCard(stripe);
  const lost = await stripe.invoices.markUncollectible((await createOpen(stripe)).id);
  const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'eur' });
  const coupon = await stripe.coupons.create({ percent_off: 5 });
  const rate = await stripe.taxRates.create({ display_name: 'VAT', percentage: 19, inclusive: false });
  const product = await stripe.products.create({
    name: 'Care',
    default_price_data: { currency: 'eur', unit_amount: 1000, recurring: { interval: 'month' } },
  });
  const subscription = await stripe.subscriptions.create({
    customer: (await stripe.customers.create({ email: 'anna@lind.example' })).id,
    items: [{ price: idOf(product.default_price ?? null) }],
    collection_method: 'send_invoice',
    days_until_due: 14,
  });

  expect(await cleanUp(stripe, made())).toEqual([]);

  await expect(stripe.invoices.retrieve(draft.id)).rejects.toMatchObject({ statusCode: 404 });
  expect((await stripe.invoices.retrieve(open.id)).status).toBe('void');
  expect((await stripe.invoices.retrieve(lost.id)).status).toBe('void');
  expect((await stripe.invoices.retrieve(paid.id)).status).toBe('paid');
  expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('canceled');
  await expect(stripe.coupons.retrieve(coupon.id)).rejects.toMatchObject({ statusCode: 404 });
  expect((await stripe.taxRates.retrieve(rate.id)).active).toBe(false);
  expect((await stripe.products.retrieve(product.id)).active).toBe(false);
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('canceled');
  expect((await stripe.invoices.retrieve(idOf(subscription.latest_invoice))).status).toBe('void');
  expect((await stripe.customers.list()).data).toEqual([]);
});

test('what cannot be taken away is named with the reason, and the rest goes all the same', async () => {
  const { stripe, control, made } = recorded();
  const { id: customer } = await stripe.customers.create();
  const { id: coupon } = await stripe.coupons.create({ percent_off: 5 });
  const { id: gone } = await stripe.coupons.create({ percent_off: 6 });
  await stripe.coupons.del(gone);
  control.faults.script([
    { match: { method: 'DELETE', path: '/v1/customers/*' }, fault: { kind: 'forbidden' } },
  ]);
  expect(await cleanUp(stripe, made())).toEqual([expect.stringContaining(`${customer}: The provided key`)]);
  await expect(stripe.coupons.retrieve(coupon)).rejects.toMatchObject({ statusCode: 404 });
});
