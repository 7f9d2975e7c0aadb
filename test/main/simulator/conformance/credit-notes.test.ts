// Credit notes: what they take off an invoice, where the money goes, and how refunds count towards them.
import { beforeEach, describe, expect, test } from 'vitest';
import { createOpen, createPaid, createSubject, idOf, refusal, type Subject } from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

describe('credit notes', () => {
  test('a refund is counted once, in parts if need be, and only for its own invoice', async () => {
    const { stripe, control } = subject;
    const { invoice, intent } = await createPaid(stripe, control, 10_000);
    const other = await createPaid(stripe, control, 10_000);
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 6000 });
    const credit = (
      amount: number,
      part: number,
      of = invoice.id,
    ): ReturnType<typeof stripe.creditNotes.create> =>
      stripe.creditNotes.create({
        invoice: of,
        amount,
        refunds: [{ refund: refund.id, amount_refunded: part }],
      });
    expect(await refusal(credit(1000, 1000, other.invoice.id))).toMatchObject({
      param: 'refunds[0][refund]',
    });
    expect((await credit(2000, 2000)).refunds).toMatchObject([{ amount_refunded: 2000 }]);
    expect(await refusal(credit(4001, 4001))).toMatchObject({ param: 'refunds[0][amount_refunded]' });
    await credit(4000, 4000);
    expect(await refusal(credit(1, 1))).toMatchObject({ param: 'refunds[0][amount_refunded]' });
    const rest = await stripe.creditNotes.create({ invoice: invoice.id, amount: 4000, refund_amount: 4000 });
    expect(rest.post_payment_amount).toBe(4000);
    expect(
      await refusal(stripe.creditNotes.create({ invoice: invoice.id, amount: 1, credit_amount: 1 })),
    ).toMatchObject({
      statusCode: 400,
    });
  });

  test('a refund that failed cannot be credited, and no longer uses up what can be', async () => {
    const { stripe, control } = subject;
    const { invoice, intent } = await createPaid(stripe, control, 10_000);
    const refund = await stripe.refunds.create({ payment_intent: intent.id });
    control.failRefund({ refund: refund.id });
    expect(
      await refusal(
        stripe.creditNotes.create({ invoice: invoice.id, amount: 10_000, refunds: [{ refund: refund.id }] }),
      ),
    ).toMatchObject({ param: 'refunds[0][refund]' });
    expect(
      await stripe.creditNotes.create({ invoice: invoice.id, amount: 10_000, out_of_band_amount: 10_000 }),
    ).toMatchObject({ out_of_band_amount: 10_000 });
  });

  // Source: SDK CreditNotes.d.ts create (first what remains, the excess is post payment).
  test('of an invoice paid in part is mixed', async () => {
    const { stripe } = subject;
    const open = await createOpen(stripe, 10_000);
    const deposit = await stripe.paymentIntents.create({
      amount: 4000,
      currency: 'eur',
      customer: idOf(open.customer),
      payment_method: 'pm_card_visa',
      confirm: true,
    });
    await stripe.invoices.attachPayment(open.id, { payment_intent: deposit.id });
    const note = await stripe.creditNotes.create({ invoice: open.id, amount: 7000, refund_amount: 1000 });
    expect(note).toMatchObject({ type: 'mixed', pre_payment_amount: 6000, post_payment_amount: 1000 });
    expect((await stripe.invoices.retrieve(open.id)).status).toBe('paid');
  });

  // Source: docs.stripe.com/invoicing/integration/programmatic-credit-notes (do not mix; not more than the line).
  test('one line is credited by quantity or by amount, up to what it is', async () => {
    const { stripe } = subject;
    const open = await createOpen(stripe, 0);
    await stripe.invoices.voidInvoice(open.id).catch(() => undefined);
    const draft = await stripe.invoices.create({
      customer: idOf(open.customer),
      currency: 'eur',
      collection_method: 'send_invoice',
      days_until_due: 14,
    });
    await stripe.invoices.addLines(draft.id, {
      lines: [
        {
          description: 'Hours',
          quantity: 5,
          price_data: { currency: 'eur', unit_amount: 1000, product_data: { name: 'Hour' } },
        },
        { description: 'Fee', amount: 3000 },
      ],
    });
    const { lines } = await stripe.invoices.finalizeInvoice(draft.id);
    const [hours = '', fee = ''] = lines.data.map(({ id }) => id);
    const credit = (
      line: string,
      how: { readonly quantity?: number; readonly amount?: number },
    ): Promise<unknown> =>
      stripe.creditNotes.create({
        invoice: draft.id,
        lines: [{ type: 'invoice_line_item', invoice_line_item: line, ...how }],
      });
    await credit(hours, { quantity: 2 });
    expect(await refusal(credit(hours, { amount: 500 }))).toMatchObject({ param: 'lines' });
    expect(await refusal(credit(hours, { quantity: 4 }))).toMatchObject({ param: 'lines' });
    await credit(hours, { quantity: 3 });
    await credit(fee, { amount: 1000 });
    expect(await refusal(credit(fee, { amount: 2001 }))).toMatchObject({ param: 'lines' });
    await credit(fee, { amount: 2000 });
    expect((await stripe.invoices.retrieve(draft.id)).status).toBe('paid');
  });

  // Source: SDK CreditNotes.d.ts listPreviewLineItems, email_type, discount_amounts.
  test('shows its lines before, its discounts, its mail and its document', async () => {
    const { stripe, control, simulator } = subject;
    const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'once' });
    const open = await createOpen(stripe, 10_000, { discounts: [{ coupon: coupon.id }] });
    const lines = [
      { type: 'invoice_line_item' as const, invoice_line_item: open.lines.data[0]?.id ?? '', amount: 5000 },
    ];
    const previewed = await stripe.creditNotes.listPreviewLineItems({ invoice: open.id, lines });
    expect(previewed.data).toMatchObject([{ amount: 5000, discount_amount: 500 }]);
    const quiet = await stripe.creditNotes.create({ invoice: open.id, lines, email_type: 'none' });
    expect(quiet).toMatchObject({ total: 4500, discount_amount: 500, discount_amounts: [{ amount: 500 }] });
    expect(control.emails().filter(({ kind }) => kind === 'credit_note')).toEqual([]);
    await stripe.creditNotes.create({ invoice: open.id, amount: 1000 });
    expect(control.emails().filter(({ kind }) => kind === 'credit_note')).toHaveLength(1);
    const { pathname, search } = new URL(quiet.pdf);
    expect(Buffer.from(simulator.pdf(`${pathname}${search}`) ?? []).toString('latin1')).toContain(
      quiet.number,
    );
  });
});
