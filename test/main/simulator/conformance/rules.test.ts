// Both answers to what is not known for certain of Stripe (stripe.md, marked UNCONFIRMED, and its section 11).
import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import type { Rules } from '../../../../main/simulator/rules.ts';
import {
  createCustomer,
  createDraft,
  createOpen,
  createSubject,
  intentOf,
  refusal,
  type Subject,
} from './subject.ts';

const under = (rules: Partial<Rules>): Subject => createSubject({ rules });
const statusOf = (call: Promise<unknown>): Promise<number> =>
  call.then(
    () => 200,
    (error: { readonly statusCode: number }) => error.statusCode,
  );

describe('drafts', () => {
  // Source: stripe.md 2.1 and 11 (required customer e-mail).
  test.each([
    ['when_created', 400],
    ['when_sent', 200],
  ] as const)('an address is needed %s', async (emailRequired, created) => {
    const { stripe } = under({ emailRequired });
    const { id } = await stripe.customers.create({ name: 'Anna' });
    const create = createDraft(stripe, [{ description: 'Design', amount: 1000 }], { customer: id });
    expect(await statusOf(create)).toBe(created);
    const invoice = created === 200 ? (await create).id : 'in_none';
    expect(await statusOf(stripe.invoices.sendInvoice(invoice))).not.toBe(200);
  });

  // Source: stripe.md 2.2 (product_data).
  test.each([
    ['archived', false],
    ['active', true],
  ] as const)('a product that a line brings is %s', async (inlineProduct, active) => {
    const { stripe } = under({ inlineProduct });
    await createDraft(stripe, [
      { price_data: { currency: 'eur', unit_amount: 100, product_data: { name: 'Card' } } },
    ]);
    expect((await stripe.products.list()).data.map((product) => product.active)).toEqual([active]);
  });

  // Source: stripe.md 11 (addLines max lines per call).
  test.each([
    [250, 200],
    [25, 400],
  ])('one call adds up to %i lines', async (linesPerCall, status) => {
    const { stripe } = under({ linesPerCall });
    const lines = Array.from({ length: 26 }, () => ({ description: 'Card', amount: 100 }));
    expect(await statusOf(createDraft(stripe, lines))).toBe(status);
  });
});

describe('totals', () => {
  // Source: stripe.md 6 and 11 (tax rounding).
  test.each([
    ['per_line', 2],
    ['per_invoice', 1],
  ] as const)('taxes are rounded %s', async (taxRounding, tax) => {
    const { stripe } = under({ taxRounding });
    const rate = await stripe.taxRates.create({ display_name: 'VAT', percentage: 19, inclusive: false });
    const {
      lines,
      total_taxes: taxes,
      total,
    } = await createDraft(
      stripe,
      [
        { description: 'A', amount: 3 },
        { description: 'B', amount: 3 },
      ],
      { default_tax_rates: [rate.id] },
    );
    expect([taxes?.[0]?.amount, total]).toEqual([tax, 6 + tax]);
    expect(lines.data.reduce((sum, line) => sum + (line.taxes?.[0]?.amount ?? 0), 0)).toBe(tax);
  });

  // Source: stripe.md 6 and 11 (discount allocation).
  test.each([
    ['largest', [34, 33, 33]],
    ['last_line', [33, 33, 34]],
  ] as const)('the cent that a discount leaves goes to the line by %s', async (discountRemainder, shares) => {
    const { stripe } = under({ discountRemainder });
    const coupon = await stripe.coupons.create({ amount_off: 100, currency: 'eur', duration: 'once' });
    const draft = await createDraft(
      stripe,
      [1, 2, 3].map((number) => ({ description: String(number), amount: 1000 })),
      { discounts: [{ coupon: coupon.id }] },
    );
    const off = draft.lines.data.map((line) => line.discount_amounts?.[0]?.amount ?? 0);
    expect(off.toSorted((a, b) => a - b)).toEqual([...shares].toSorted((a, b) => a - b));
    expect(off).toEqual(shares);
  });

  // Source: stripe.md 6 and 11 (three-decimal currencies).
  test.each([
    ['as_two', 200],
    ['last_digit_zero', 400],
  ] as const)('three digits are taken %s', async (threeDecimals, status) => {
    const { stripe } = under({ threeDecimals });
    expect(await statusOf(createOpen(stripe, 5123, { currency: 'kwd' }))).toBe(status);
    expect(await statusOf(createOpen(stripe, 5120, { currency: 'kwd' }))).toBe(200);
  });
});

describe('final invoices', () => {
  // Source: stripe.md 2.1 (a 0-total invoice).
  test.each(['paid', 'open'] as const)('of nothing are %s', async (zeroInvoice) => {
    const { stripe } = under({ zeroInvoice });
    expect(await createOpen(stripe, 0)).toMatchObject({ status: zeroInvoice, amount_remaining: 0 });
  });

  // Source: stripe.md 2.2 and 11 (fields editable after finalize).
  test.each([
    ['little', 400],
    ['texts_too', 200],
  ] as const)('can change %s', async (editableWhenFinal, status) => {
    const { stripe } = under({ editableWhenFinal });
    const { id } = await createOpen(stripe);
    expect(await statusOf(stripe.invoices.update(id, { footer: 'Thank you' }))).toBe(status);
    expect(await statusOf(stripe.invoices.update(id, { metadata: { a: 'b' } }))).toBe(200);
    expect(await statusOf(stripe.invoices.update(id, { days_until_due: 3 }))).toBe(400);
  });

  // Source: stripe.md 2.4 and 11 (auto-void of the revised original).
  test.each([
    ['voided', 'void'],
    ['stays', 'open'],
  ] as const)('that were revised: the original is %s', async (revisedOriginal, status) => {
    const { stripe } = under({ revisedOriginal });
    const original = await createOpen(stripe);
    const revision = await stripe.invoices.create({
      from_invoice: { action: 'revision', invoice: original.id },
    });
    await stripe.invoices.finalizeInvoice(revision.id);
    expect(await stripe.invoices.retrieve(original.id)).toMatchObject({
      status,
      latest_revision: revision.id,
    });
  });

  // Source: stripe.md 11 (PI cancellation on void; out-of-band payment).
  test.each([
    ['canceled', 'canceled'],
    ['left', 'requires_payment_method'],
  ] as const)('that were voided have an intent that is %s', async (intentAfterwards, status) => {
    const { stripe } = under({ intentAfterwards });
    const { id } = await createOpen(stripe);
    const intent = await intentOf(stripe, id);
    await stripe.invoices.voidInvoice(id);
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe(status);
  });

  // Source: stripe.md 11 (whether paid_out_of_band creates an InvoicePayment), 10.1 (prefix).
  test.each([
    ['none', []],
    ['payment_record', ['payment_record']],
  ] as const)('paid outside Stripe leave as payment %s', async (outOfBandPayment, types) => {
    const { stripe } = under({ outOfBandPayment, invoicePaymentPrefix: 'inp' });
    const { id } = await createOpen(stripe);
    const paid = await stripe.invoices.pay(id, { paid_out_of_band: true });
    expect(paid).toMatchObject({ status: 'paid', amount_paid: 10_000, amount_paid_off_stripe: 10_000 });
    const { data } = await stripe.invoicePayments.list({ invoice: id, status: 'paid' });
    expect(data.map(({ payment }) => payment.type)).toEqual(types);
    const all = await stripe.invoicePayments.list({ invoice: id });
    expect(all.data.every((payment) => payment.id.startsWith('inp_'))).toBe(true);
  });
});

// Source: stripe.md 3.4 and 11 (expand depth counting).
test.each([
  ['every_name', 400],
  ['without_data', 200],
] as const)('levels of expand are counted by %s', async (expandLevels, status) => {
  const { stripe } = under({ expandLevels });
  const customer = await createCustomer(stripe);
  const { id } = await createOpen(stripe, 1000, { customer });
  const expand = ['payments.data.payment.payment_intent.customer'];
  const call: Promise<Stripe.Invoice> = stripe.invoices.retrieve(id, { expand });
  expect(await statusOf(call)).toBe(status);
  expect(await refusal(stripe.invoices.retrieve(id, { expand: ['a.b.c.d.e'] }))).toMatchObject({
    param: 'expand',
  });
});
