import { beforeEach, describe, expect, test } from 'vitest';
import {
  createCustomer,
  createOpen,
  createPaid,
  createSubject,
  eventTypes,
  idOf,
  HOUR,
  intentOf,
  refusal,
  type Subject,
} from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

describe('refunds', () => {
  // Source: stripe.md 3.1 (card refunds succeed at once; events; the invoice does not change).
  test('a part goes back, the invoice stays paid', async () => {
    const { stripe, control } = subject;
    const { invoice, intent } = await createPaid(stripe, control, 10_000);
    const refund = await stripe.refunds.create({
      payment_intent: intent.id,
      amount: 2500,
      reason: 'requested_by_customer',
      metadata: { op: '1' },
    });
    expect(refund).toMatchObject({
      status: 'succeeded',
      amount: 2500,
      payment_intent: intent.id,
      charge: intent.latest_charge,
      customer: invoice.customer,
      metadata: { op: '1' },
    });
    expect(await stripe.charges.retrieve(idOf(intent.latest_charge))).toMatchObject({
      amount_refunded: 2500,
      refunded: false,
    });
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: 'paid', amount_paid: 10_000 });
    expect((await eventTypes(stripe)).slice(-2)).toEqual(['refund.created', 'charge.refunded']);
    expect((await stripe.refunds.list({ payment_intent: intent.id })).data.map(({ id }) => id)).toEqual([
      refund.id,
    ]);
    expect((await stripe.refunds.update(refund.id, { metadata: { op: '2' } })).metadata).toEqual({ op: '2' });
  });

  // Source: stripe.md 3.1 [OBS] (over-refund 400 param amount without code; second full refund charge_already_refunded).
  test('never more than there was', async () => {
    const { stripe, control } = subject;
    const { intent } = await createPaid(stripe, control, 10_000);
    const over = await refusal(stripe.refunds.create({ payment_intent: intent.id, amount: 10_001 }));
    expect([over.statusCode, over.param, over.code]).toEqual([400, 'amount', undefined]);
    await stripe.refunds.create({ payment_intent: intent.id });
    expect(await refusal(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({
      statusCode: 400,
      code: 'charge_already_refunded',
    });
    expect(
      (await stripe.charges.retrieve(idOf(intent.latest_charge), { expand: ['refunds'] })).refunds?.data,
    ).toHaveLength(1);
  });

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

  // Source: stripe.md 3.1 (`cancel` only from requires_action).
  test('a refund that went out cannot be cancelled', async () => {
    const { stripe, control } = subject;
    const { intent } = await createPaid(stripe, control);
    const refund = await stripe.refunds.create({ payment_intent: intent.id });
    expect(await refusal(stripe.refunds.cancel(refund.id))).toMatchObject({ statusCode: 400 });
  });
});

describe('credit notes', () => {
  // Source: SDK CreditNotes.d.ts create (reduces what is open first).
  test('before payment they lower what is due, and can be taken back', async () => {
    const { stripe } = subject;
    const open = await createOpen(stripe, 10_000);
    const note = await stripe.creditNotes.create({
      invoice: open.id,
      amount: 3000,
      reason: 'order_change',
      memo: 'Less',
    });
    expect(note).toMatchObject({
      status: 'issued',
      type: 'pre_payment',
      pre_payment_amount: 3000,
      post_payment_amount: 0,
      total: 3000,
      number: `${open.number}-CN-01`,
    });
    expect(await stripe.invoices.retrieve(open.id)).toMatchObject({
      amount_remaining: 7000,
      pre_payment_credit_notes_amount: 3000,
    });
    expect(await intentOf(stripe, open.id)).toMatchObject({ amount: 7000 });
    expect((await stripe.creditNotes.voidCreditNote(note.id)).status).toBe('void');
    expect((await stripe.invoices.retrieve(open.id)).amount_remaining).toBe(10_000);
    await stripe.creditNotes.create({ invoice: open.id, amount: 10_000 });
    expect((await stripe.invoices.retrieve(open.id)).status).toBe('paid');
  });

  // Source: SDK CreditNotes.d.ts create (refund, credit and out-of-band amounts equal post_payment_amount).
  test('after payment the money must go somewhere, to the last cent', async () => {
    const { stripe, control } = subject;
    const { invoice, intent } = await createPaid(stripe, control, 10_000);
    expect(await refusal(stripe.creditNotes.create({ invoice: invoice.id, amount: 4000 }))).toMatchObject({
      statusCode: 400,
    });
    const note = await stripe.creditNotes.create({
      invoice: invoice.id,
      amount: 4000,
      refund_amount: 2500,
      credit_amount: 1000,
      out_of_band_amount: 500,
    });
    expect(note).toMatchObject({
      type: 'post_payment',
      post_payment_amount: 4000,
      refunds: [{ amount_refunded: 2500, type: 'refund' }],
    });
    expect(await stripe.charges.retrieve(idOf(intent.latest_charge))).toMatchObject({
      amount_refunded: 2500,
    });
    expect(await stripe.customers.retrieve(idOf(invoice.customer))).toMatchObject({ balance: -1000 });
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      status: 'paid',
      post_payment_credit_notes_amount: 4000,
    });
    expect(
      await refusal(
        stripe.creditNotes.create({ invoice: invoice.id, amount: 6001, out_of_band_amount: 6001 }),
      ),
    ).toMatchObject({ statusCode: 400 });
  });

  // Source: SDK CreditNotes.d.ts create (refunds through the Refund API lower the maximum; existing refunds are linked).
  test('a refund is linked to its credit note, or uses up what could be credited', async () => {
    const { stripe, control } = subject;
    const { invoice, intent } = await createPaid(stripe, control, 10_000);
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 6000 });
    expect(
      await refusal(
        stripe.creditNotes.create({ invoice: invoice.id, amount: 5000, out_of_band_amount: 5000 }),
      ),
    ).toMatchObject({ statusCode: 400 });
    const note = await stripe.creditNotes.create({
      invoice: invoice.id,
      amount: 6000,
      refunds: [{ refund: refund.id }],
    });
    expect(note.refunds).toMatchObject([{ refund: refund.id, amount_refunded: 6000 }]);
  });

  // Source: docs.stripe.com/invoicing/integration/programmatic-credit-notes (lines with their taxes).
  test('a line is credited with its share of tax, as its preview says', async () => {
    const { stripe } = subject;
    const rate = await stripe.taxRates.create({ display_name: 'VAT', percentage: 19, inclusive: false });
    const open = await createOpen(stripe, 10_000, { default_tax_rates: [rate.id] });
    const lines = [
      { type: 'invoice_line_item' as const, invoice_line_item: open.lines.data[0]?.id ?? '', amount: 5000 },
    ];
    const preview = await stripe.creditNotes.preview({ invoice: open.id, lines });
    expect((await stripe.creditNotes.list({ invoice: open.id })).data).toEqual([]);
    const note = await stripe.creditNotes.create({ invoice: open.id, lines });
    for (const each of [preview, note]) {
      expect(each).toMatchObject({
        subtotal: 5000,
        total: 5950,
        total_excluding_tax: 5000,
        total_taxes: [{ amount: 950, tax_rate_details: { tax_rate: rate.id } }],
      });
    }
    expect((await stripe.creditNotes.listLineItems(note.id)).data).toMatchObject([
      { amount: 5000, type: 'invoice_line_item', tax_rates: [{ id: rate.id }] },
    ]);
  });
});
