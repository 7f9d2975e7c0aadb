import { beforeEach, describe, expect, test } from 'vitest';
import {
  createCustomer,
  createOpen,
  createPaid,
  createSubject,
  eventTypes,
  idOf,
  intentOf,
  refusal,
  type Subject,
} from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

describe('payments', () => {
  // Source: stripe.md 8 (attach returns a new id), 2.5 (InvoicePayment), 4 (types that matter).
  test('a saved card pays an open invoice', async () => {
    const { stripe } = subject;
    const customer = await createCustomer(stripe);
    const method = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    expect(method).toMatchObject({ object: 'payment_method', customer, card: { last4: '4242' } });
    const open = await createOpen(stripe, 4400, { customer });
    const paid = await stripe.invoices.pay(open.id, { payment_method: method.id });
    expect(paid).toMatchObject({ status: 'paid', amount_paid: 4400, amount_remaining: 0, attempted: true });
    const { data } = await stripe.invoicePayments.list({ invoice: open.id, status: 'paid' });
    expect(data).toMatchObject([
      { amount_paid: 4400, is_default: true, payment: { type: 'payment_intent' } },
    ]);
    const types = await eventTypes(stripe);
    expect(types.slice(types.indexOf('charge.succeeded'))).toEqual([
      'charge.succeeded',
      'payment_intent.succeeded',
      'invoice_payment.paid',
      'invoice.updated',
      'invoice.paid',
      'invoice.payment_succeeded',
    ]);
  });

  // Source: stripe.md 2.5 (reverse look-up), 0.7 (no link from the intent or the charge).
  test('the invoice of an intent is found through its invoice payment', async () => {
    const { stripe, control } = subject;
    const { invoice, intent } = await createPaid(stripe, control);
    await createPaid(stripe, control);
    const { data } = await stripe.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: intent.id },
    });
    expect(data.map((payment) => payment.invoice)).toEqual([invoice.id]);
    const expanded = await stripe.invoices.retrieve(invoice.id, {
      expand: ['payments.data.payment.payment_intent'],
    });
    expect(expanded.payments?.data[0]?.payment.payment_intent).toMatchObject({
      id: intent.id,
      status: 'succeeded',
    });
    expect(invoice.payments).toBeUndefined();
  });

  // Source: stripe.md 8, the table of declines [OBS].
  test.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline', 'try_again_later'],
    [
      'pm_card_visa_chargeDeclinedInsufficientFunds',
      'card_declined',
      'insufficient_funds',
      'try_again_later',
    ],
    ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card', 'do_not_try_again'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', '', 'do_not_try_again'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', '', 'confirm_card_data'],
  ])('%s is declined with %s', async (token, code, declineCode, adviceCode) => {
    const { stripe } = subject;
    const customer = await createCustomer(stripe);
    const method = await stripe.paymentMethods.attach(token, { customer });
    const open = await createOpen(stripe, 4400, { customer });
    const error = await refusal(stripe.invoices.pay(open.id, { payment_method: method.id }));
    expect(error).toMatchObject({ type: 'StripeCardError', statusCode: 402, code, advice_code: adviceCode });
    expect(error.decline_code).toBe(declineCode);
    // Source: stripe.md 5 (a refused payment leaves its traces).
    expect(await intentOf(stripe, open.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code },
    });
    expect(await stripe.invoices.retrieve(open.id)).toMatchObject({ status: 'open', attempt_count: 1 });
    expect((await stripe.charges.list()).data).toMatchObject([
      { status: 'failed', paid: false, failure_code: code },
    ]);
    expect(await eventTypes(stripe)).toEqual(
      expect.arrayContaining(['charge.failed', 'payment_intent.payment_failed', 'invoice.payment_failed']),
    );
  });

  // Source: mission.md "Test cards"; stripe.md 2.4 (off_session defaults to true).
  test('a card that wants authentication declines off-session and asks the customer on the page', async () => {
    const { stripe, control } = subject;
    const customer = await createCustomer(stripe);
    const method = await stripe.paymentMethods.attach('pm_card_authenticationRequired', { customer });
    const open = await createOpen(stripe, 4400, { customer });
    expect(await refusal(stripe.invoices.pay(open.id, { payment_method: method.id }))).toMatchObject({
      statusCode: 402,
      code: 'authentication_required',
    });
    expect(control.payInvoice({ invoice: open.id, outcome: 'authentication_required' })).toEqual({
      declined: null,
    });
    expect(await intentOf(stripe, open.id)).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'redirect_to_url' },
    });
    expect(await eventTypes(stripe)).toEqual(
      expect.arrayContaining(['payment_intent.requires_action', 'invoice.payment_action_required']),
    );
    control.payInvoice({ invoice: open.id });
    expect((await stripe.invoices.retrieve(open.id)).status).toBe('paid');
  });

  // Source: stripe.md 8 (SEPA: processing first, about 15 seconds in test mode).
  test.each([
    ['sepa_processing', 'paid', 'succeeded'],
    ['sepa_fails', 'open', 'requires_payment_method'],
  ] as const)('a debit is processing for a while: %s', async (outcome, invoiceStatus, intentStatus) => {
    const { stripe, control } = subject;
    const open = await createOpen(stripe, 9900);
    control.payInvoice({ invoice: open.id, outcome });
    expect([
      (await intentOf(stripe, open.id)).status,
      (await stripe.invoices.retrieve(open.id)).status,
    ]).toEqual(['processing', 'open']);
    expect((await stripe.charges.list()).data).toMatchObject([{ status: 'pending', paid: false }]);
    control.advance({ ms: 16_000 });
    expect([
      (await intentOf(stripe, open.id)).status,
      (await stripe.invoices.retrieve(open.id)).status,
    ]).toEqual([intentStatus, invoiceStatus]);
  });

  // Source: docs.stripe.com/payments/payment-intents/asynchronous-capture; stripe.md 0.9.
  test('the balance transaction of a charge comes a moment later, with charge.updated', async () => {
    const { stripe, control } = subject;
    const { intent } = await createPaid(stripe, control, 10_000);
    const charge = idOf(intent.latest_charge);
    expect((await stripe.charges.retrieve(charge)).balance_transaction).toBeNull();
    control.advance({ ms: 2000 });
    const settled = await stripe.charges.retrieve(charge, { expand: ['balance_transaction'] });
    expect(settled.balance_transaction).toMatchObject({
      amount: 10_000,
      fee: 175,
      net: 9825,
      currency: 'eur',
      exchange_rate: null,
      status: 'pending',
    });
    expect((await eventTypes(stripe)).at(-1)).toBe('charge.updated');
  });

  // Source: stripe.md 3.4 (settlement currency, exchange_rate).
  test('other money is settled in the currency of the account', async () => {
    const { stripe, control } = subject;
    const { intent } = await createPaid(stripe, control, 10_000, { currency: 'usd' });
    control.advance({ ms: 2000 });
    const { balance_transaction: transaction, currency } = await stripe.charges.retrieve(
      idOf(intent.latest_charge),
      { expand: ['balance_transaction'] },
    );
    expect(currency).toBe('usd');
    expect(transaction).toMatchObject({
      amount: 9200,
      currency: 'eur',
      exchange_rate: 0.92,
      fee: 163,
      net: 9037,
    });
  });

  // Source: stripe.md 2.4 attachPayment (partial payments).
  test('an attached payment counts towards an invoice; the rest is still asked for', async () => {
    const { stripe, control } = subject;
    const customer = await createCustomer(stripe);
    const open = await createOpen(stripe, 10_000, { customer });
    const deposit = await stripe.paymentIntents.create({
      amount: 4000,
      currency: 'eur',
      customer,
      payment_method: 'pm_card_visa',
      confirm: true,
    });
    const partly = await stripe.invoices.attachPayment(open.id, { payment_intent: deposit.id });
    expect(partly).toMatchObject({ status: 'open', amount_paid: 4000, amount_remaining: 6000 });
    control.payInvoice({ invoice: open.id });
    expect(await stripe.invoices.retrieve(open.id)).toMatchObject({
      status: 'paid',
      amount_paid: 10_000,
      amount_remaining: 0,
      amount_overpaid: 0,
    });
    expect((await stripe.charges.list()).data.map((charge) => charge.amount)).toEqual([6000, 4000]);
  });

  // Source: stripe.md 2.5 (the default payment's intent cannot be cancelled directly).
  test('a payment intent of its own can be cancelled, that of an invoice cannot', async () => {
    const { stripe } = subject;
    const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'eur' });
    expect((await stripe.paymentIntents.cancel(intent.id)).status).toBe('canceled');
    const open = await createOpen(stripe);
    expect(await refusal(stripe.paymentIntents.cancel((await intentOf(stripe, open.id)).id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    expect(await refusal(stripe.paymentIntents.create({ amount: 49, currency: 'eur' }))).toMatchObject({
      code: 'amount_too_small',
    });
  });

  // Source: docs.stripe.com/api/payment_methods/detach (a detached method cannot be used again).
  test('saved methods are listed, detached and then useless', async () => {
    const { stripe } = subject;
    const customer = await createCustomer(stripe);
    const method = await stripe.paymentMethods.attach('pm_card_mastercard', { customer });
    expect((await stripe.paymentMethods.list({ customer, type: 'card' })).data.map(({ id }) => id)).toEqual([
      method.id,
    ]);
    expect((await stripe.paymentMethods.detach(method.id)).customer).toBeNull();
    expect((await stripe.paymentMethods.list({ customer })).data).toEqual([]);
    expect(await refusal(stripe.paymentMethods.attach(method.id, { customer }))).toMatchObject({
      statusCode: 400,
    });
  });
});
