import type Stripe from 'stripe';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  createCustomer,
  createOpen,
  createPaid,
  createSubject,
  DAY,
  eventTypes,
  idOf,
  HOUR,
  intentOf,
  refusal,
  type Subject,
} from './subject.ts';

/** The charge of an invoice that was paid with a test method. */
async function chargeWith({ stripe }: Subject, token: string): Promise<string> {
  const customer = await createCustomer(stripe);
  const method = await stripe.paymentMethods.attach(token, { customer });
  const open = await createOpen(stripe, 8000, { customer });
  await stripe.invoices.pay(open.id, { payment_method: method.id });
  return idOf((await intentOf(stripe, open.id)).latest_charge);
}

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

describe('refunds', () => {
  // Source: stripe.md 3.4 (balance transactions of refunds); own rule: all refunds of a charge take what it brought, without its fee.
  test('partial refunds in other money take back exactly what the charge brought', async () => {
    const { stripe, control } = subject;
    const { intent } = await createPaid(stripe, control, 9999, { currency: 'usd' });
    for (const amount of [3333, 3333, 3333])
      await stripe.refunds.create({ payment_intent: intent.id, amount });
    const transactions = (await stripe.balanceTransactions.list({ type: 'refund' })).data;
    const charged = (await stripe.balanceTransactions.list({ source: idOf(intent.latest_charge) })).data[0];
    expect(transactions.reduce((sum, transaction) => sum + transaction.amount, 0)).toBe(
      -(charged?.amount ?? 0),
    );
  });

  // Source: stripe.md 3.1 (a succeeded refund can later fail; failure_balance_transaction).
  test('a bank can send a refund back', async () => {
    const { stripe, control } = subject;
    const customer = await createCustomer(stripe);
    const method = await stripe.paymentMethods.attach('pm_card_refundFail', { customer });
    const open = await createOpen(stripe, 8000, { customer });
    await stripe.invoices.pay(open.id, { payment_method: method.id });
    const charge = (await stripe.charges.list()).data[0]?.id ?? '';
    const refund = await stripe.refunds.create({ charge });
    expect(refund.status).toBe('succeeded');
    control.advance({ ms: 2 * HOUR });
    const failed = await stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] });
    expect(failed).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
      failure_balance_transaction: { amount: 8000, type: 'refund_failure' },
    });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 0, refunded: false });
    expect(await eventTypes(stripe)).toContain('refund.failed');
  });

  // Source: docs.stripe.com/testing#refunds (pending, then succeeded with refund.updated).
  test('can be pending before it arrives', async () => {
    const { stripe, control } = subject;
    const charge = await chargeWith(subject, 'pm_card_pendingRefund');
    const refund = await stripe.refunds.create({ charge });
    expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' });
    control.completeRefund({ refund: refund.id });
    const arrived = await stripe.refunds.retrieve(refund.id);
    expect(arrived.status).toBe('succeeded');
    expect(arrived.pending_reason).toBeUndefined();
    expect((await eventTypes(stripe)).at(-1)).toBe('refund.updated');
    control.failRefund({ refund: refund.id, reason: 'declined' });
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: 'failed',
      failure_reason: 'declined',
    });
  });

  // Source: stripe.md 3.1 and 11: whether the invoice changes is not known for certain, so both.
  test.each([
    ['unchanged', 10_000],
    ['lowers_amount_paid', 7500],
  ] as const)('leaves amount_paid under the rule %s at %i', async (refundOnInvoice, paid) => {
    const { stripe, control } = createSubject({ rules: { refundOnInvoice } });
    const { invoice, intent } = await createPaid(stripe, control, 10_000);
    await stripe.refunds.create({ payment_intent: intent.id, amount: 2500 });
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: 'paid', amount_paid: paid });
  });

  // Source: SDK Refunds.d.ts pending_reason `insufficient_funds`.
  test('waits for the balance under the other rule', async () => {
    const waiting = createSubject({ rules: { refundWithoutFunds: 'waits' } });
    const { stripe, control } = waiting;
    const { intent } = await createPaid(stripe, control, 10_000);
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 4000 });
    expect(refund).toMatchObject({
      status: 'pending',
      pending_reason: 'insufficient_funds',
      balance_transaction: null,
    });
    control.advance({ ms: 2 * DAY });
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe('pending');
    // The money of the charge is there after five days, and is paid out the midnight after.
    control.advance({ ms: 4 * DAY });
    await createPaid(stripe, control, 10_000);
    control.advance({ ms: 6 * DAY });
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: 'succeeded',
      balance_transaction: expect.stringMatching(/^txn_/),
    });
  });
});

describe('a refund of a debit', () => {
  // Source: docs.stripe.com/payments/sepa-debit#refunds (takes days); stripe.md 3.1.
  test.each([
    ['pending', 'pending'],
    ['succeeds', 'succeeded'],
  ] as const)('under the rule %s is %s', async (debitRefund, status) => {
    const debits = createSubject({ rules: { debitRefund } });
    const charge = await chargeWith(debits, 'pm_success_de');
    debits.control.advance({ ms: 16_000 });
    const refund = await debits.stripe.refunds.create({ charge });
    expect(refund).toMatchObject({ status, destination_details: { type: 'eu_bank_transfer' } });
    debits.control.advance({ ms: 16_000 });
    expect((await debits.stripe.refunds.retrieve(refund.id)).status).toBe('succeeded');
  });

  // Source: SDK Refunds.d.ts pending_reason `charge_pending`.
  test('that is still processing is refused, or waits for it', async () => {
    const charge = await chargeWith(subject, 'pm_success_de');
    expect(await refusal(subject.stripe.refunds.create({ charge }))).toMatchObject({ statusCode: 400 });
    for (const [token, status] of [
      ['pm_success_de', 'succeeded'],
      ['pm_failure_de', 'canceled'],
    ] as const) {
      const waiting = createSubject({ rules: { refundOfPendingCharge: 'waits', debitRefund: 'succeeds' } });
      const { stripe, control } = waiting;
      const refund = await stripe.refunds.create({ charge: await chargeWith(waiting, token) });
      expect(refund).toMatchObject({ status: 'pending', pending_reason: 'charge_pending' });
      control.advance({ ms: 20_000 });
      expect((await stripe.refunds.retrieve(refund.id)).status).toBe(status);
    }
  });
});

describe('a refund of a transfer', () => {
  async function transferred({ stripe, control }: Subject): Promise<string> {
    const open = await createOpen(stripe, 10_000, {
      payment_settings: { payment_method_types: ['customer_balance'] },
    });
    control.payInvoice({ invoice: open.id });
    return (await intentOf(stripe, open.id)).id;
  }

  // Source: SDK Refunds.d.ts next_action.display_details, instructions_email; stripe.md 3.1.
  test('asks the customer for an account, and can be cancelled until they answer', async () => {
    const { stripe, control } = subject;
    const intent = await transferred(subject);
    const first = await stripe.refunds.create({ payment_intent: intent, amount: 4000 });
    expect(first).toMatchObject({
      status: 'requires_action',
      next_action: {
        type: 'display_details',
        display_details: { email_sent: { email_sent_to: 'anna@lind.example' } },
      },
    });
    expect((await stripe.refunds.cancel(first.id)).status).toBe('canceled');
    const second = await stripe.refunds.create({ payment_intent: intent });
    expect(second.amount).toBe(10_000);
    control.acceptRefund({ refund: second.id });
    expect(await refusal(stripe.refunds.cancel(second.id))).toMatchObject({ statusCode: 400 });
    expect((await stripe.refunds.retrieve(second.id)).status).toBe('pending');
    control.advance({ ms: 16_000 });
    expect((await stripe.refunds.retrieve(second.id)).status).toBe('succeeded');
  });

  test('fails when the customer never answers', async () => {
    const { stripe, control } = subject;
    const refund = await stripe.refunds.create({ payment_intent: await transferred(subject) });
    control.advance({ ms: 46 * DAY });
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: 'failed',
      failure_balance_transaction: expect.stringMatching(/^txn_/),
    });
  });

  // Source: SDK CustomerCashBalanceTransactions.d.ts refunded_from_payment, return_initiated; Refunds.d.ts origin.
  test('goes to the cash balance under the other rule, and from there to the bank', async () => {
    const cash = createSubject({ rules: { transferRefund: 'to_cash_balance' } });
    const { stripe, control } = cash;
    const refund = await stripe.refunds.create({ payment_intent: await transferred(cash), amount: 4000 });
    expect(refund).toMatchObject({
      status: 'succeeded',
      destination_details: { type: 'customer_cash_balance' },
    });
    const customer = idOf(refund.customer);
    expect((await stripe.customers.retrieveCashBalance(customer)).available).toEqual({ eur: 4000 });
    const give = (amount: number): Promise<Stripe.Refund> =>
      stripe.refunds.create({ origin: 'customer_balance', customer, currency: 'eur', amount });
    expect(await refusal(give(4001))).toMatchObject({ param: 'amount' });
    const back = await give(4000);
    expect(back).toMatchObject({ status: 'pending', charge: null, balance_transaction: null });
    control.failRefund({ refund: back.id });
    expect((await stripe.customers.retrieveCashBalance(customer)).available).toEqual({ eur: 4000 });
    expect(
      (await stripe.customers.listCashBalanceTransactions(customer)).data.slice(0, 3).map(({ type }) => type),
    ).toEqual(['return_canceled', 'return_initiated', 'refunded_from_payment']);
  });
});
