// Restricted keys, live mode, and what the account says of itself before it can go live.
import { describe, expect, test } from 'vitest';
import {
  clientOf,
  createCustomer,
  createOpen,
  createPaid,
  createSubject,
  DAY,
  eventTypes,
  idOf,
  intentOf,
  refusal,
} from './subject.ts';

const key = 'rk_test_restricted_1234567890';
const restricted = (
  permissions: readonly string[],
  rules: NonNullable<Parameters<typeof createSubject>[0]>['rules'] = {},
): {
  readonly stripe: ReturnType<typeof clientOf>;
  readonly control: ReturnType<typeof createSubject>['control'];
} => {
  const { simulator, control } = createSubject({
    account: { id: 'acct_1Restricted' },
    restrictedKeys: { [key]: permissions },
    rules,
  });
  return { stripe: clientOf(simulator, key), control };
};

describe('a restricted key', () => {
  // Source: stripe.md 8 (403, wording [3P]); an observed error (type invalid_request_error, no code, no param).
  test('is told which permission it lacks', async () => {
    const { stripe } = restricted(['customer_read']);
    await stripe.customers.list();
    const error = await refusal(stripe.customers.create({ name: 'Anna' }));
    expect(error).toMatchObject({
      type: 'StripePermissionError',
      statusCode: 403,
      rawType: 'invalid_request_error',
      code: undefined,
      param: undefined,
    });
    expect(error.message).toBe(
      "The provided key 'rk_test_***567890' does not have the required permissions for this endpoint on account 'acct_1Restricted'. Enabling \"Customers Write\" ('customer_write') permissions on this key would allow this request to continue.",
    );
    const { stripe: other } = restricted([], { permissionWording: 'having' });
    expect((await refusal(other.prices.list())).message).toContain(
      "Having the 'rak_plan_read' permission would allow this request to continue.",
    );
  });

  test.each([
    ['invoice', 'Invoices', (stripe) => stripe.invoices.list()],
    ['invoice', 'Invoices', (stripe) => stripe.invoiceItems.list()],
    ['invoice', 'Invoices', (stripe) => stripe.invoicePayments.list()],
    ['credit_note', 'Credit Notes', (stripe) => stripe.creditNotes.list()],
    ['charge', 'Charges and Refunds', (stripe) => stripe.charges.list()],
    ['charge', 'Charges and Refunds', (stripe) => stripe.refunds.list()],
    ['payment_intent', 'PaymentIntents', (stripe) => stripe.paymentIntents.list()],
    ['payment_method', 'PaymentMethods', (stripe) => stripe.customers.listPaymentMethods('cus_1')],
    ['product', 'Products', (stripe) => stripe.products.list()],
    ['coupon', 'Coupons', (stripe) => stripe.coupons.list()],
    ['tax_rate', 'Tax Rates', (stripe) => stripe.taxRates.list()],
    ['subscription', 'Subscriptions', (stripe) => stripe.subscriptions.list()],
    ['dispute', 'Disputes', (stripe) => stripe.disputes.list()],
    ['file', 'Files', (stripe) => stripe.files.list()],
    ['payout', 'Payouts', (stripe) => stripe.payouts.list()],
    ['balance', 'Balance', (stripe) => stripe.balance.retrieve()],
    ['balance_transaction', 'Balance Transactions', (stripe) => stripe.balanceTransactions.list()],
    ['event', 'Events', (stripe) => stripe.events.list()],
    ['accounts_kyc_basic', 'Account Information', (stripe) => stripe.accounts.retrieveCurrent()],
  ] as const satisfies readonly (readonly [
    string,
    string,
    (stripe: ReturnType<typeof clientOf>) => Promise<unknown>,
  ])[])('needs %s to read (%s)', async (name, label, call) => {
    const { stripe, control } = restricted([]);
    expect((await refusal(call(stripe))).message).toContain(`Enabling "${label} Read" ('${name}_read')`);
    for (const granted of [`${name}_read`, `${name}_write`]) {
      control.restrictKey({ key, permissions: [granted] });
      const status = await call(stripe).then(
        () => 200,
        (error: { readonly statusCode?: number }) => error.statusCode,
      );
      expect(status).not.toBe(403);
    }
  });

  test('leaves nothing under its idempotency key when it is refused', async () => {
    const { stripe, control } = restricted([]);
    const create = (): Promise<{ readonly id: string }> =>
      stripe.customers.create({ name: 'Anna' }, { idempotencyKey: 'k1' });
    expect((await refusal(create())).statusCode).toBe(403);
    control.restrictKey({ key, permissions: ['customer_write'] });
    expect((await create()).id).toMatch(/^cus_/);
  });

  // Source: stripe.md 8: whether the account and events need grants of their own is not known for certain.
  test('reads its account and events without being asked under the other rules', async () => {
    const { stripe } = restricted([], { accountNeedsPermission: 'no', eventsNeedPermission: 'no' });
    expect((await stripe.accounts.retrieveCurrent()).object).toBe('account');
    expect((await stripe.events.list()).object).toBe('list');
    expect((await refusal(stripe.balance.retrieve())).statusCode).toBe(403);
  });
});

describe('live mode', () => {
  // Source: stripe.md 8 (prefixes; livemode must match).
  test('takes live keys alone and says so in every object', async () => {
    const account = { id: 'acct_1Shared' };
    const live = createSubject({ livemode: true, account });
    const testing = createSubject({ account });
    expect((await refusal(clientOf(live.simulator, 'sk_test_x').balance.retrieve())).statusCode).toBe(401);
    expect((await refusal(clientOf(testing.simulator, 'sk_live_x').balance.retrieve())).statusCode).toBe(401);
    const stripe = clientOf(live.simulator, 'sk_live_x');
    expect((await stripe.balance.retrieve()).livemode).toBe(true);
    expect((await stripe.accounts.retrieveCurrent()).id).toBe(
      (await testing.stripe.accounts.retrieveCurrent()).id,
    );
    const { intent } = await createPaid(stripe, live.control, 10_000);
    await stripe.refunds.create({ payment_intent: intent.id, amount: 100 });
    const events = await stripe.events.list({ limit: 100 });
    const said = [...JSON.stringify(events).matchAll(/"livemode":(true|false)/g)].map(([, mode]) => mode);
    expect(new Set(said)).toEqual(new Set(['true']));
    for (const type of ['customer', 'invoice', 'line_item', 'charge', 'payment_method'] as const)
      for (const object of live.control.objects({ type })) expect(object['livemode']).toBe(true);
  });

  // Source: docs.stripe.com/error-codes (testmode_charges_only).
  test('asks for no money before the account may charge', async () => {
    const live = createSubject({ livemode: true, account: { charges_enabled: false } });
    const stripe = clientOf(live.simulator, 'sk_live_x');
    expect(await refusal(createOpen(stripe))).toMatchObject({ code: 'testmode_charges_only' });
    live.control.changeAccount({ charges_enabled: true });
    expect((await createOpen(stripe)).status).toBe('open');
  });
});

describe('the account', () => {
  // Source: SDK Accounts.d.ts (charges_enabled, payouts_enabled, details_submitted, requirements, capabilities, settings).
  test('says what is still missing before it can go live', async () => {
    const { stripe, control } = createSubject({
      account: {
        charges_enabled: false,
        payouts_enabled: false,
        details_submitted: false,
        capabilities: { sepa_debit_payments: 'pending' },
        requirements: {
          currently_due: ['external_account'],
          past_due: [],
          eventually_due: ['external_account'],
          pending_verification: [],
          disabled_reason: 'requirements.past_due',
          current_deadline: null,
        },
        business_profile: { url: 'https://hafenlicht.example', support_email: 'studio@hafenlicht.example' },
      },
    });
    expect(await stripe.accounts.retrieveCurrent()).toMatchObject({
      charges_enabled: false,
      payouts_enabled: false,
      details_submitted: false,
      capabilities: { card_payments: 'active', sepa_debit_payments: 'pending' },
      requirements: { currently_due: ['external_account'], disabled_reason: 'requirements.past_due' },
      business_profile: { name: 'Hafenlicht Studio', url: 'https://hafenlicht.example' },
      settings: { payouts: { schedule: { delay_days: 5, interval: 'daily' } }, branding: { logo: null } },
    });
    control.changeAccount({
      charges_enabled: true,
      requirements: null,
      branding: { primary_color: '#102030' },
      capabilities: { sepa_debit_payments: 'active' },
    });
    const changed = await stripe.accounts.retrieveCurrent();
    expect(changed).toMatchObject({
      charges_enabled: true,
      settings: { branding: { primary_color: '#102030', logo: null } },
    });
    expect(changed.requirements).toBeUndefined();
    expect(await eventTypes(stripe)).toContain('account.updated');
  });

  test('offers only ways to pay whose capability is active', async () => {
    const { stripe } = createSubject({ account: { capabilities: { sepa_debit_payments: 'inactive' } } });
    const open = await createOpen(stripe);
    expect((await intentOf(stripe, open.id)).payment_method_types).toEqual(['card', 'link']);
    const customer = await createCustomer(stripe);
    expect(
      await refusal(
        createOpen(stripe, 1000, { customer, payment_settings: { payment_method_types: ['sepa_debit'] } }),
      ),
    ).toMatchObject({ param: 'payment_settings[payment_method_types][0]' });
  });

  // Source: SDK Accounts.d.ts settings.payouts.schedule.
  test.each([
    ['manual', 0],
    ['weekly', 1],
    ['daily', 1],
  ] as const)('pays out as its schedule says: %s', async (interval, payouts) => {
    const { stripe, control } = createSubject({
      account: { payouts: { schedule: { delay_days: 2, interval, weekly_anchor: 'friday' } } },
    });
    const { intent } = await createPaid(stripe, control, 10_000);
    control.advance({ ms: 2000 });
    const { balance_transaction: transaction } = await stripe.charges.retrieve(idOf(intent.latest_charge), {
      expand: ['balance_transaction'],
    });
    expect(transaction).toMatchObject({ available_on: Date.UTC(2026, 10, 25) / 1000 });
    control.advance({ ms: 6 * DAY });
    const { data } = await stripe.payouts.list();
    expect(data).toHaveLength(payouts);
    expect(data.map(({ created }) => new Date(created * 1000).getUTCDay())).toEqual(
      interval === 'manual' ? [] : [interval === 'weekly' ? 5 : 3],
    );
  });
});
