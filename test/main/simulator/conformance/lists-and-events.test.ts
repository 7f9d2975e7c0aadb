import { beforeEach, describe, expect, test } from 'vitest';
import { Stripe } from 'stripe';
import {
  clientOf,
  createCustomer,
  createOpen,
  createPaid,
  createSubject,
  DAY,
  eventTypes,
  refusal,
  type Subject,
} from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

describe('lists', () => {
  // Source: SDK Invoices.d.ts list (status, customer, created, due_date).
  test('invoices are filtered by customer, status and time', async () => {
    const { stripe, control, clock } = subject;
    const customer = await createCustomer(stripe);
    const first = await createOpen(stripe, 100, { customer });
    control.advance({ ms: DAY });
    const second = await createOpen(stripe, 200);
    const listed = async (params: Stripe.InvoiceListParams): Promise<readonly string[]> =>
      (await stripe.invoices.list(params)).data.map(({ id }) => id);
    expect(await listed({ customer })).toEqual([first.id]);
    expect(await listed({ status: 'open' })).toEqual([second.id, first.id]);
    expect(await listed({ status: 'draft' })).toEqual([]);
    expect(await listed({ created: { gt: clock.now / 1000 } })).toEqual([second.id]);
    expect(await listed({ due_date: { lte: first.due_date ?? 0 } })).toEqual([first.id]);
  });
});

describe('events', () => {
  // Source: stripe.md 4 (snapshot, previous attributes, request with its idempotency key, account's version, decimals as text).
  test('an event holds the object of that moment and names the request', async () => {
    const { stripe } = createSubject({ accountApiVersion: '2024-06-20' });
    const customer = await createCustomer(stripe, { name: 'First' });
    await stripe.customers.update(customer, { name: 'Second' }, { idempotencyKey: 'rename' });
    const [updated, created] = (await stripe.events.list()).data;
    expect(created).toMatchObject({
      type: 'customer.created',
      data: { object: { name: 'First' } },
      livemode: false,
      api_version: '2024-06-20',
    });
    expect(updated).toMatchObject({
      type: 'customer.updated',
      data: { object: { name: 'Second' }, previous_attributes: { name: 'First' } },
      request: { idempotency_key: 'rename' },
    });
    expect(updated?.request?.id).toMatch(/^req_/);
    const product = await stripe.products.create({ name: 'Flyer' });
    await stripe.prices.create({ product: product.id, currency: 'eur', unit_amount: 5 });
    const [priced] = (await stripe.events.list({ type: 'price.created' })).data;
    expect(priced?.data.object).toMatchObject({ unit_amount_decimal: '5' });
  });

  // Source: stripe.md 4 (30 days; a cursor that aged out is refused).
  test('events are kept for thirty days', async () => {
    const { stripe, control } = subject;
    await createCustomer(stripe);
    const [old] = (await stripe.events.list()).data;
    control.advance({ ms: 31 * DAY });
    await createCustomer(stripe);
    expect(await eventTypes(stripe)).toEqual(['customer.created']);
    const error = await refusal(stripe.events.list({ ending_before: old?.id ?? '' }));
    expect([error.statusCode, error.message]).toEqual([
      400,
      expect.stringContaining('aged out of our retention policy'),
    ]);
  });
});

describe('keys and addresses', () => {
  // Source: stripe.md 8 (prefixes), 1.7 (classes by status); docs.stripe.com/keys.
  test('each unfit key is told apart', async () => {
    const { simulator, control, stripe } = subject;
    expect(await refusal(clientOf(simulator, 'pk_test_x').balance.retrieve())).toMatchObject({
      statusCode: 401,
      code: 'secret_key_required',
    });
    expect(await refusal(clientOf(simulator, 'sk_live_x').balance.retrieve())).toMatchObject({
      type: 'StripeAuthenticationError',
      statusCode: 401,
    });
    control.revokeKey({ key: 'sk_test_conformance' });
    expect(await refusal(stripe.balance.retrieve())).toMatchObject({
      statusCode: 401,
      code: 'api_key_expired',
    });
    const strict = createSubject({ keys: ['rk_test_only'] });
    await expect(clientOf(strict.simulator, 'rk_test_only').balance.retrieve()).resolves.toBeDefined();
    expect(await refusal(strict.stripe.balance.retrieve())).toMatchObject({ statusCode: 401 });
    expect(
      await refusal(
        strict.stripe.balance.retrieve({}, { apiKey: 'rk_test_only', stripeAccount: 'acct_other' }),
      ),
    ).toMatchObject({ type: 'StripePermissionError', statusCode: 403 });
  });

  // Source: stripe.md 8 (identity of the account), 1.8 (lastResponse).
  test('the account names itself and answers carry their headers', async () => {
    const { stripe, clock } = createSubject({
      account: { country: 'PT', default_currency: 'eur', display_name: 'Atelier' },
    });
    const account = await stripe.accounts.retrieveCurrent();
    expect(account).toMatchObject({
      country: 'PT',
      default_currency: 'eur',
      settings: { dashboard: { display_name: 'Atelier' } },
    });
    expect(account.lastResponse.headers).toMatchObject({
      'stripe-version': Stripe.API_VERSION,
      date: new Date(clock.now).toUTCString(),
    });
    expect(account.lastResponse.requestId).toMatch(/^req_/);
    expect(await refusal(stripe.rawRequest('GET', '/v1/unicorns'))).toMatchObject({ statusCode: 404 });
  });
});

describe('balance and payouts', () => {
  // Source: stripe.md 3.4 (available and pending; automatic payouts list their transactions).
  test('money becomes available, is paid out by day and arrives', async () => {
    const { stripe, control } = subject;
    await createPaid(stripe, control, 10_000);
    control.advance({ ms: 2000 });
    expect(await stripe.balance.retrieve()).toMatchObject({
      available: [{ amount: 0, currency: 'eur' }],
      pending: [{ amount: 9825, currency: 'eur' }],
    });
    control.advance({ ms: 10 * DAY });
    const [payout] = (await stripe.payouts.list()).data;
    expect(payout).toMatchObject({
      amount: 9825,
      automatic: true,
      status: 'paid',
      reconciliation_status: 'completed',
    });
    const inPayout = (await stripe.balanceTransactions.list({ payout: payout?.id ?? '' })).data;
    expect(inPayout.map(({ type, net }) => [type, net])).toEqual([
      ['payout', -9825],
      ['charge', 9825],
    ]);
    expect(await stripe.balance.retrieve()).toMatchObject({
      available: [{ amount: 0 }],
      pending: [{ amount: 0 }],
    });
    expect(await eventTypes(stripe)).toEqual(
      expect.arrayContaining([
        'payout.created',
        'payout.reconciliation_completed',
        'balance.available',
        'payout.paid',
      ]),
    );
  });
});
