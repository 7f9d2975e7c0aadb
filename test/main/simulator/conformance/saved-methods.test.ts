// Cards and accounts that customers left with the business, and charging them while nobody is there.
import { describe, expect, test } from 'vitest';
import { createCustomer, createOpen, createSubject, eventTypes, idOf, intentOf, refusal } from './subject.ts';

const iban = 'DE89370400440532013000';

describe('a saved method', () => {
  // Source: SDK PaymentMethods.d.ts, Customers.d.ts listPaymentMethods/retrievePaymentMethod.
  test('is listed with its customer, changed, and found again', async () => {
    const { stripe, control } = createSubject();
    const customer = await createCustomer(stripe);
    const card = control.savePaymentMethod({ customer }).paymentMethod;
    const debit = control.savePaymentMethod({ customer, outcome: 'sepa_processing', asDefault: false });
    expect((await stripe.customers.retrieve(customer)) as object).toMatchObject({
      invoice_settings: { default_payment_method: card },
    });
    expect(
      (await stripe.customers.listPaymentMethods(customer)).data.map(({ id, type }) => [id, type]),
    ).toEqual([
      [debit.paymentMethod, 'sepa_debit'],
      [card, 'card'],
    ]);
    expect(
      (await stripe.customers.listPaymentMethods(customer, { type: 'card' })).data.map(({ id }) => id),
    ).toEqual([card]);
    const changed = await stripe.paymentMethods.update(card, {
      billing_details: { name: 'Anna Lind-Berg' },
      card: { exp_month: 3, exp_year: 2031 },
      metadata: { note: 'x' },
    });
    expect(changed).toMatchObject({
      billing_details: { name: 'Anna Lind-Berg', email: 'anna@lind.example' },
      card: { exp_month: 3, exp_year: 2031 },
      metadata: { note: 'x' },
    });
    expect(await stripe.customers.retrievePaymentMethod(customer, card)).toEqual(changed);
    expect(
      await refusal(stripe.customers.retrievePaymentMethod(await createCustomer(stripe), card)),
    ).toMatchObject({
      statusCode: 404,
    });
    expect(await eventTypes(stripe)).toEqual(
      expect.arrayContaining(['payment_method.attached', 'payment_method.updated', 'customer.updated']),
    );
  });

  // Source: SDK Invoices.d.ts default_payment_method ("must belong to the customer"), InvoicePayParams.
  test('pays as the invoice says, else as the customer says, else as the call says', async () => {
    const { stripe, control } = createSubject();
    const customer = await createCustomer(stripe);
    const open = await createOpen(stripe, 5000, { customer });
    expect(await refusal(stripe.invoices.pay(open.id))).toMatchObject({ statusCode: 400 });
    const usual = control.savePaymentMethod({ customer }).paymentMethod;
    const other = control.savePaymentMethod({ customer, asDefault: false }).paymentMethod;
    await stripe.invoices.pay(open.id);
    expect(await intentOf(stripe, open.id)).toMatchObject({ payment_method: usual });
    const second = await createOpen(stripe, 5000, { customer, default_payment_method: other });
    await stripe.invoices.pay(second.id);
    expect(await intentOf(stripe, second.id)).toMatchObject({ payment_method: other });
  });

  test('of somebody else pays nothing', async () => {
    const { stripe, control } = createSubject();
    const customer = await createCustomer(stripe);
    const { paymentMethod: foreign } = control.savePaymentMethod({ customer: await createCustomer(stripe) });
    const open = await createOpen(stripe, 5000, { customer });
    expect(await refusal(stripe.invoices.pay(open.id, { payment_method: foreign }))).toMatchObject({
      statusCode: 400,
      param: 'payment_method',
    });
    expect(await refusal(stripe.invoices.update(open.id, { default_payment_method: foreign }))).toMatchObject(
      {
        param: 'default_payment_method',
      },
    );
    expect(await refusal(stripe.paymentMethods.attach(foreign, { customer }))).toMatchObject({
      statusCode: 400,
    });
  });

  // Source: wording of Stripe's refusal [3P]; stripe.md 8 (SEPA requires EUR).
  test('pays only what takes its kind', async () => {
    const { stripe, control } = createSubject();
    const customer = await createCustomer(stripe);
    const { paymentMethod } = control.savePaymentMethod({ customer, outcome: 'sepa_processing' });
    const dollars = await createOpen(stripe, 5000, { customer, currency: 'usd' });
    expect(await refusal(stripe.invoices.pay(dollars.id))).toMatchObject({
      statusCode: 400,
      code: 'payment_intent_incompatible_payment_method',
    });
    const onlyCard = await createOpen(stripe, 5000, {
      customer,
      payment_settings: { payment_method_types: ['card'] },
    });
    expect(await refusal(stripe.invoices.pay(onlyCard.id, { payment_method: paymentMethod }))).toMatchObject({
      param: 'payment_method',
    });
  });

  // Source: SDK enum of error codes; stripe.md 8: what happens off-session is not known for certain, so both.
  test.each([
    ['declined', 'authentication_required', 'requires_payment_method', 'invoice.payment_failed'],
    [
      'requires_action',
      'invoice_payment_intent_requires_action',
      'requires_action',
      'invoice.payment_action_required',
    ],
  ] as const)('that wants authentication, under the rule %s', async (rule, code, status, event) => {
    const { stripe, control } = createSubject({ rules: { offSessionAuthentication: rule } });
    const customer = await createCustomer(stripe);
    control.savePaymentMethod({ customer, outcome: 'authentication_required' });
    const open = await createOpen(stripe, 5000, { customer });
    expect(await refusal(stripe.invoices.pay(open.id))).toMatchObject({
      statusCode: 402,
      rawType: 'card_error',
      code,
      payment_intent: { status },
    });
    expect(await intentOf(stripe, open.id)).toMatchObject({ status });
    expect(await eventTypes(stripe)).toContain(event);
    control.payInvoice({ invoice: open.id, outcome: 'authentication_completed' });
    expect((await stripe.invoices.retrieve(open.id)).status).toBe('paid');
  });
});

describe('a mandate', () => {
  // Source: SDK Mandates.d.ts; docs.stripe.com/payments/sepa-debit (a mandate belongs to the account debited).
  test('comes with a saved debit, is named by its charges, and ends with it', async () => {
    const { stripe, control } = createSubject();
    const customer = await createCustomer(stripe);
    const { paymentMethod } = control.savePaymentMethod({ customer, outcome: 'sepa_processing' });
    const open = await createOpen(stripe, 5000, { customer });
    expect(await stripe.invoices.pay(open.id)).toMatchObject({ status: 'open' });
    const { latest_charge: charge } = await intentOf(stripe, open.id);
    const { payment_method_details: details } = await stripe.charges.retrieve(idOf(charge));
    const mandate = details?.sepa_debit?.mandate ?? '';
    expect(await stripe.mandates.retrieve(mandate)).toMatchObject({
      payment_method: paymentMethod,
      status: 'active',
      type: 'multi_use',
    });
    control.advance({ ms: 16_000 });
    expect((await stripe.invoices.retrieve(open.id)).status).toBe('paid');
    await stripe.paymentMethods.detach(paymentMethod);
    expect((await stripe.mandates.retrieve(mandate)).status).toBe('inactive');
    expect(await eventTypes(stripe)).toContain('mandate.updated');
    const next = await createOpen(stripe, 5000, { customer });
    expect(await refusal(stripe.invoices.pay(next.id, { payment_method: paymentMethod }))).toMatchObject({
      statusCode: 400,
    });
  });

  test.each([
    ['implies_mandate', 'processing'],
    ['needs_mandate', 'requires_payment_method'],
  ] as const)('for a debit that was only attached, under the rule %s', async (attachedDebit, status) => {
    const { stripe } = createSubject({ rules: { attachedDebit } });
    const customer = await createCustomer(stripe);
    const { id } = await stripe.paymentMethods.attach('pm_success_de', { customer });
    const open = await createOpen(stripe, 5000, { customer });
    const code = await stripe.invoices.pay(open.id, { payment_method: id }).then(
      () => null,
      (error: { readonly code?: string }) => error.code,
    );
    expect(code).toBe(status === 'processing' ? null : 'payment_intent_mandate_invalid');
    expect((await intentOf(stripe, open.id)).status).toBe(status);
  });
});

describe('test account numbers', () => {
  // Source: stripe.md 8, the table of SEPA test IBANs.
  test.each([
    [iban, 16, 'succeeded'],
    ['DE08370400440532013003', 181, 'succeeded'],
    ['DE62370400440532013001', 16, 'requires_payment_method'],
    ['DE78370400440532013004', 181, 'requires_payment_method'],
  ])('%s is decided after %i seconds: %s', async (account, seconds, status) => {
    const { stripe, control } = createSubject();
    const customer = await createCustomer(stripe);
    const { id } = await stripe.paymentMethods.create({
      type: 'sepa_debit',
      sepa_debit: { iban: account },
      billing_details: { name: 'Anna Lind', email: 'anna@lind.example' },
    });
    await stripe.paymentMethods.attach(id, { customer });
    const open = await createOpen(stripe, 5000, { customer });
    await stripe.invoices.pay(open.id, { payment_method: id });
    control.advance({ ms: (seconds - 2) * 1000 });
    expect((await intentOf(stripe, open.id)).status).toBe('processing');
    control.advance({ ms: 2000 });
    expect((await intentOf(stripe, open.id)).status).toBe(status);
  });

  // Source: stripe.md 8 [OBS] (raw numbers are refused with 402).
  test('card numbers are refused, and accounts without a name', async () => {
    const { stripe } = createSubject();
    expect(
      await refusal(
        stripe.paymentMethods.create({
          type: 'card',
          card: { number: '4242424242424242', exp_month: 1, exp_year: 2031, cvc: '123' },
        }),
      ),
    ).toMatchObject({ statusCode: 402, message: expect.stringContaining('generally unsafe') });
    expect(
      await refusal(stripe.paymentMethods.create({ type: 'sepa_debit', sepa_debit: { iban } })),
    ).toMatchObject({ code: 'parameter_missing' });
    expect(await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })).toMatchObject({
      card: { last4: '4242' },
      customer: null,
    });
  });
});
