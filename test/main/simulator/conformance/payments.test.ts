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
  // The order is the simulator's own.
  test('the events of a payment are written in one order', async () => {
    const { stripe, control } = subject;
    await createPaid(stripe, control);
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

  // Source: docs.stripe.com/payments/payment-intents/asynchronous-capture; the fee of a card is the simulator's own.
  test('a charge is settled a moment later, with charge.updated', async () => {
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

  // Source: SDK PaymentIntents.d.ts capture_method, capture, amount_capturable; stripe.md 3.1 (a refund of what is uncaptured is a 400).
  test('money that is only reserved is taken when it is captured', async () => {
    const { stripe } = subject;
    const customer = await createCustomer(stripe);
    const money = { amount: 5_000, currency: 'eur', customer, payment_method: 'pm_card_visa' } as const;
    expect(await stripe.paymentIntents.create(money)).toMatchObject({ status: 'requires_confirmation' });
    const reserved = await stripe.paymentIntents.create({
      ...money,
      capture_method: 'manual',
      confirm: true,
    });
    expect(reserved).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 5_000,
      amount_received: 0,
    });
    const charge = idOf(reserved.latest_charge);
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ captured: false, amount_captured: 0 });
    expect(await refusal(stripe.refunds.create({ charge }))).toMatchObject({ statusCode: 400 });
    expect(await stripe.paymentIntents.capture(reserved.id)).toMatchObject({
      status: 'succeeded',
      amount_capturable: 0,
      amount_received: 5_000,
    });
    expect(await eventTypes(stripe)).toEqual(
      expect.arrayContaining(['payment_intent.amount_capturable_updated', 'charge.captured']),
    );
    expect(await refusal(stripe.paymentIntents.capture(reserved.id))).toMatchObject({ statusCode: 400 });
  });
});
