// What is offered, quoted and settled of an invoice agrees with Stripe to the cent, whatever was credited before: against the simulator.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type Stripe from 'stripe';
import { linesLeft } from '../../../main/invoicing/corrections/credit-lines.ts';
import { createSimulator } from '../../../main/simulator/simulator.ts';
import { estimateLineCredit, splitCredit } from '../../../shared/domain/crediting.ts';
import { dashboard } from '../../support/dashboard.ts';
import { NOON } from '../../support/virtual-clock.ts';

interface Line {
  readonly quantity: number;
  readonly unit: number;
  readonly rates: readonly number[];
  readonly isDiscounted: boolean;
}

const RATES = [
  { display_name: 'VAT', percentage: 19, inclusive: false },
  { display_name: 'GST', percentage: 8.875, inclusive: false },
  { display_name: 'IVA', percentage: 21, inclusive: true },
] as const;

const line: fc.Arbitrary<Line> = fc.record({
  quantity: fc.integer({ min: 1, max: 9 }),
  unit: fc.integer({ min: 1, max: 90_000 }),
  rates: fc.subarray([0, 1, 2], { maxLength: 2 }),
  isDiscounted: fc.boolean(),
});

const story = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  isPaid: fc.boolean(),
  credits: fc.array(
    fc.record({
      by: fc.constantFrom('quantity', 'amount'),
      share: fc.integer({ min: 1, max: 100 }),
      pick: fc.nat(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

async function invoiceOf(stripe: Stripe, lines: readonly Line[]): Promise<Stripe.Invoice> {
  const customer = await stripe.customers.create({ name: 'Acme', email: 'ap@acme.example' });
  const rates = await Promise.all(RATES.map((rate) => stripe.taxRates.create(rate)));
  const coupon = await stripe.coupons.create({ percent_off: 12.5, duration: 'once' });
  const draft = await stripe.invoices.create({
    customer: customer.id,
    currency: 'eur',
    collection_method: 'send_invoice',
    days_until_due: 14,
  });
  await stripe.invoices.addLines(draft.id, {
    lines: lines.map((each) => ({
      description: 'x',
      quantity: each.quantity,
      price_data: { currency: 'eur', unit_amount: each.unit, product_data: { name: 'x' } },
      tax_rates: each.rates.map((index) => rates[index]?.id ?? ''),
      ...(each.isDiscounted ? { discounts: [{ coupon: coupon.id }] } : {}),
    })),
  });
  return stripe.invoices.finalizeInvoice(draft.id);
}

/** Stripe's JSON with its decimals as text, as it is kept. */
const kept = (object: unknown): string => JSON.stringify(object);

it('agrees line by line, note by note, until nothing is left', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ lines, isPaid, credits }) => {
      const simulator = createSimulator({ now: () => NOON, seed: 3 });
      const stripe = dashboard(simulator);
      const made = await invoiceOf(stripe, lines);
      if (isPaid && made.status === 'open') simulator.control.payInvoice({ invoice: made.id });
      const notes: Stripe.CreditNote[] = [];
      for (const { by, share, pick } of credits) {
        const invoice = await stripe.invoices.retrieve(made.id);
        const status = invoice.status === 'paid' ? 'paid' : 'open';
        const left = linesLeft(kept(invoice), notes.map(kept));
        const wanted = left[pick % Math.max(1, left.length)];
        if (!wanted) return;
        const count = Math.ceil(((wanted.quantityLeft ?? 0) * share) / 100);
        const byQuantity = count > 0 && (by === 'quantity' || !wanted.byAmount);
        const amount = byQuantity
          ? count * Number(wanted.unitAmount)
          : Math.ceil((wanted.amountLeft * share) / 100);
        const total = estimateLineCredit(wanted, amount);
        if (total <= 0) continue;
        // The parts of a line are rounded one by one: the program refuses what together is a cent too much.
        if (total > invoice.total - notes.reduce((sum, note) => sum + note.total, 0)) return;
        const { pre, post } = splitCredit(total, { status, remaining: invoice.amount_remaining });
        const part = byQuantity ? { quantity: count } : { amount };
        const params = {
          invoice: invoice.id,
          lines: [{ type: 'invoice_line_item', invoice_line_item: wanted.id, ...part }],
          ...(post > 0 ? { out_of_band_amount: post } : {}),
        } satisfies Stripe.CreditNoteCreateParams;
        const preview = await stripe.creditNotes.preview(params);
        expect([preview.total, preview.pre_payment_amount, preview.post_payment_amount]).toEqual([
          total,
          pre,
          post,
        ]);
        const note = await stripe.creditNotes.create(params);
        expect(note.total).toBe(note.pre_payment_amount + note.post_payment_amount);
        notes.push(note);
        const after = await stripe.invoices.retrieve(made.id);
        expect(invoice.amount_remaining - after.amount_remaining).toBe(pre);
      }
      simulator.close();
    }),
    { numRuns: 60 },
  );
});
