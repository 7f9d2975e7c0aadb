import { describe, expect } from 'vitest';
import { createOpen, idOf, intentOf, refusal } from '../subject.ts';
import { rule } from './rule.ts';
import { createPaidByCard } from './steps.ts';

describe('credit notes', () => {
  rule(
    'before payment they lower what is due, and can be taken back',
    'SDK CreditNotes.d.ts create (reduces what is open first)',
    async ({ stripe }) => {
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
    },
  );

  rule(
    'after payment the money must go somewhere, to the last cent',
    'SDK CreditNotes.d.ts create (refund, credit and out-of-band amounts equal post_payment_amount)',
    async ({ stripe }) => {
      const { invoice, intent } = await createPaidByCard(stripe);
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
    },
  );

  rule(
    'a refund is linked to its credit note, or uses up what could be credited',
    'SDK CreditNotes.d.ts create (refunds through the Refund API lower the maximum; existing refunds are linked)',
    async ({ stripe }) => {
      const { invoice, intent } = await createPaidByCard(stripe);
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
    },
  );

  rule(
    'a line is credited with its share of tax, as its preview says',
    'docs.stripe.com/invoicing/integration/programmatic-credit-notes (lines with their taxes)',
    async ({ stripe }) => {
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
    },
  );
});
