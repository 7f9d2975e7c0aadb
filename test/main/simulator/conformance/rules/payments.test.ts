import { describe, expect } from 'vitest';
import type { Stripe } from 'stripe';
import { createCustomer, createOpen, idOf, intentOf, refusal } from '../subject.ts';
import { rule } from './rule.ts';
import { createPaidByCard, eventsAbout } from './steps.ts';

describe('payments', () => {
  rule(
    'a saved card pays an open invoice',
    'SDK PaymentMethods.d.ts attach, InvoicePayments.d.ts, Events.d.ts',
    async (subject) => {
      const { stripe } = subject;
      const customer = await createCustomer(stripe);
      const method = await stripe.paymentMethods.attach('pm_card_visa', { customer });
      expect(method).toMatchObject({ object: 'payment_method', customer, card: { last4: '4242' } });
      expect(method.id).not.toBe('pm_card_visa');
      const open = await createOpen(stripe, 4400, { customer });
      const paid = await stripe.invoices.pay(open.id, { payment_method: method.id });
      expect(paid).toMatchObject({ status: 'paid', amount_paid: 4400, amount_remaining: 0, attempted: true });
      const { data } = await stripe.invoicePayments.list({ invoice: open.id, status: 'paid' });
      expect(data).toMatchObject([
        { amount_paid: 4400, is_default: true, payment: { type: 'payment_intent' } },
      ]);
      const types = [
        'charge.succeeded',
        'payment_intent.succeeded',
        'invoice.updated',
        'invoice.paid',
        'invoice.payment_succeeded',
      ];
      expect(await eventsAbout(subject, customer, ...types)).toEqual(expect.arrayContaining(types));
    },
  );

  rule(
    'the invoice of an intent is found through its invoice payment',
    'SDK InvoicePayments.d.ts list; CHANGELOG 18.0.0: neither the intent nor the charge name it',
    async ({ stripe }) => {
      const { invoice, intent } = await createPaidByCard(stripe);
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
    },
  );

  for (const [token, code, declineCode, adviceCode] of [
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
  ] as const) {
    rule(`${token} is declined with ${code} ${declineCode}`, 'observed in test mode', async (subject) => {
      const { stripe } = subject;
      const customer = await createCustomer(stripe);
      const method = await stripe.paymentMethods.attach(token, { customer });
      const open = await createOpen(stripe, 4400, { customer });
      const error = await refusal(stripe.invoices.pay(open.id, { payment_method: method.id }));
      expect(error).toMatchObject({
        type: 'StripeCardError',
        statusCode: 402,
        code,
        advice_code: adviceCode,
      });
      expect(error.decline_code).toBe(declineCode);
      // A refused payment leaves its traces.
      expect(await intentOf(stripe, open.id)).toMatchObject({
        status: 'requires_payment_method',
        last_payment_error: { code },
      });
      expect(await stripe.invoices.retrieve(open.id)).toMatchObject({ status: 'open', attempt_count: 1 });
      expect((await stripe.charges.list({ customer })).data).toMatchObject([
        { status: 'failed', paid: false, failure_code: code },
      ]);
      const types = ['charge.failed', 'payment_intent.payment_failed', 'invoice.payment_failed'];
      expect(await eventsAbout(subject, customer, ...types)).toEqual(expect.arrayContaining(types));
    });
  }

  rule(
    'the balance transaction of a charge may come a moment later, and takes the fee off',
    'docs.stripe.com/payments/payment-intents/asynchronous-capture; SDK BalanceTransactions.d.ts',
    async ({ stripe, eventually }) => {
      const { intent } = await createPaidByCard(stripe);
      const read = async (): Promise<Stripe.BalanceTransaction | null> => {
        const { balance_transaction: transaction } = await stripe.charges.retrieve(
          idOf(intent.latest_charge),
          { expand: ['balance_transaction'] },
        );
        return typeof transaction === 'string' ? null : transaction;
      };
      const settled = await eventually(read, (transaction) => transaction !== null);
      expect(settled).toMatchObject({ type: 'charge', source: idOf(intent.latest_charge) });
      expect(settled?.net).toBe((settled?.amount ?? 0) - (settled?.fee ?? 0));
    },
  );

  rule(
    'an attached payment counts towards an invoice; the rest is still asked for',
    'SDK Invoices.d.ts attachPayment',
    async ({ stripe }) => {
      const customer = await createCustomer(stripe);
      const method = await stripe.paymentMethods.attach('pm_card_visa', { customer });
      const open = await createOpen(stripe, 10_000, { customer });
      const deposit = await stripe.paymentIntents.create({
        amount: 4000,
        currency: 'eur',
        customer,
        payment_method: method.id,
        confirm: true,
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      });
      const partly = await stripe.invoices.attachPayment(open.id, { payment_intent: deposit.id });
      expect(partly).toMatchObject({ status: 'open', amount_paid: 4000, amount_remaining: 6000 });
      const paid = await stripe.invoices.pay(open.id, { payment_method: method.id });
      expect(paid).toMatchObject({
        status: 'paid',
        amount_paid: 10_000,
        amount_remaining: 0,
        amount_overpaid: 0,
      });
      expect((await stripe.charges.list({ customer })).data.map((charge) => charge.amount)).toEqual([
        6000, 4000,
      ]);
    },
  );

  rule(
    'a payment intent of its own can be cancelled, that of an invoice cannot',
    'SDK InvoicePayments.d.ts: the default payment’s intent; error code payment_intent_unexpected_state',
    async ({ stripe }) => {
      const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'eur' });
      expect((await stripe.paymentIntents.cancel(intent.id)).status).toBe('canceled');
      const open = await createOpen(stripe);
      expect(await refusal(stripe.paymentIntents.cancel((await intentOf(stripe, open.id)).id))).toMatchObject(
        {
          code: 'payment_intent_unexpected_state',
        },
      );
      expect(await refusal(stripe.paymentIntents.create({ amount: 1, currency: 'eur' }))).toMatchObject({
        code: 'amount_too_small',
      });
    },
  );

  rule(
    'saved methods are listed, detached and then useless',
    'docs.stripe.com/api/payment_methods/detach',
    async ({ stripe }) => {
      const customer = await createCustomer(stripe);
      const method = await stripe.paymentMethods.attach('pm_card_mastercard', { customer });
      expect((await stripe.paymentMethods.list({ customer, type: 'card' })).data.map(({ id }) => id)).toEqual(
        [method.id],
      );
      expect((await stripe.paymentMethods.detach(method.id)).customer).toBeNull();
      expect((await stripe.paymentMethods.list({ customer })).data).toEqual([]);
      expect(await refusal(stripe.paymentMethods.attach(method.id, { customer }))).toMatchObject({
        statusCode: 400,
      });
    },
  );
});
