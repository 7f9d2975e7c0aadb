import { describe, expect } from 'vitest';
import { Stripe } from 'stripe';
import { createCustomer, createDraft, DAY, idOf, refusal } from '../subject.ts';
import { rule } from './rule.ts';
import { eventsAbout } from './steps.ts';

describe('drafts', () => {
  rule(
    'a draft has neither number nor links, and a due date counted from its creation',
    'SDK Invoices.d.ts: days_until_due counts from creation; links are null until finalized',
    async ({ stripe }) => {
      const draft = await createDraft(stripe, [{ description: 'Design', amount: 5000 }]);
      expect(draft).toMatchObject({
        status: 'draft',
        number: null,
        hosted_invoice_url: null,
        invoice_pdf: null,
        auto_advance: false,
        amount_due: 5000,
      });
      expect(draft.due_date).toBe(draft.created + (14 * DAY) / 1000);
      expect(draft.customer_email).toBe('anna@lind.example');
    },
  );

  rule(
    'a pending item stays pending unless it is asked for',
    'SDK Invoices.d.ts pending_invoice_items_behavior: exclude by default',
    async ({ stripe }) => {
      const customer = await createCustomer(stripe);
      await stripe.invoiceItems.create({ customer, currency: 'eur', amount: 700, description: 'Proof' });
      expect((await createDraft(stripe, [], { customer })).lines.data).toEqual([]);
      const included = await createDraft(stripe, [], { customer, pending_invoice_items_behavior: 'include' });
      expect(included.lines.data.map((line) => line.amount)).toEqual([700]);
      expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toEqual([]);
    },
  );

  rule(
    'an invoice to be sent needs an address and a day until which to wait',
    'widely known errors; not in the documentation',
    async ({ stripe }) => {
      const customer = await createCustomer(stripe);
      expect(
        await refusal(stripe.invoices.create({ customer, collection_method: 'send_invoice' })),
      ).toMatchObject({ statusCode: 400, param: 'days_until_due' });
      const silent = await stripe.customers.create({ name: 'No address' });
      const error = await refusal(
        stripe.invoices.create({ customer: silent.id, collection_method: 'send_invoice', days_until_due: 7 }),
      );
      expect(error.message).toContain('Missing email');
      expect(
        await refusal(stripe.invoices.create({ customer, collection_method: 'send_invoice', due_date: 1 })),
      ).toMatchObject({ param: 'due_date' });
      expect(await refusal(stripe.invoices.create({ customer: 'cus_none' }))).toMatchObject({
        statusCode: 400,
        code: 'resource_missing',
        param: 'customer',
      });
    },
  );

  rule(
    'a line is an amount, a price of the catalogue or a price stated on the spot, never two of them',
    'SDK Invoices.d.ts InvoiceAddLinesParams; the wording as reported by others',
    async ({ stripe }) => {
      const product = await stripe.products.create({ name: 'Flyer' });
      const price = await stripe.prices.create({ product: product.id, currency: 'eur', unit_amount: 250 });
      const draft = await createDraft(stripe, [
        { description: 'Lump sum', amount: 1999 },
        { quantity: 3, pricing: { price: price.id } },
        {
          description: 'Pages',
          quantity: 2,
          price_data: { currency: 'eur', unit_amount: 1050, product_data: { name: 'Pages' } },
        },
      ]);
      expect(draft.lines.data.map((line) => [line.description, line.amount, line.quantity])).toEqual([
        ['Lump sum', 1999, 1],
        ['Flyer', 750, 3],
        ['Pages', 2100, 2],
      ]);
      expect(draft.lines.data[1]?.pricing?.price_details).toEqual({ price: price.id, product: product.id });
      const clash = await refusal(
        stripe.invoices.addLines(draft.id, { lines: [{ amount: 100, quantity: 2 }] }),
      );
      expect(clash.message).toContain('You may only specify one of these parameters: amount, quantity');
      expect(
        await refusal(
          stripe.invoices.addLines(draft.id, {
            lines: [{ price_data: { currency: 'usd', unit_amount: 1, product: product.id } }],
          }),
        ),
      ).toMatchObject({ param: 'currency' });
    },
  );

  rule(
    'lines are changed and removed, and the totals follow',
    'SDK Invoices.d.ts updateLines, removeLines, updateLineItem',
    async ({ stripe }) => {
      const draft = await createDraft(stripe, [
        {
          description: 'A',
          quantity: 2,
          price_data: { currency: 'eur', unit_amount: 100, product_data: { name: 'A' } },
        },
        { description: 'B', amount: 300 },
      ]);
      const [first, second] = draft.lines.data;
      const more = await stripe.invoices.updateLines(draft.id, {
        lines: [{ id: first?.id ?? '', quantity: 5 }],
      });
      expect([more.lines.data[0]?.amount, more.total]).toEqual([500, 800]);
      await stripe.invoices.updateLineItem(draft.id, first?.id ?? '', { description: 'A, corrected' });
      const fewer = await stripe.invoices.removeLines(draft.id, {
        lines: [{ id: second?.id ?? '', behavior: 'delete' }],
      });
      expect(fewer.lines.data.map((line) => line.description)).toEqual(['A, corrected']);
      expect(fewer.total).toBe(500);
    },
  );

  rule(
    'an invoice shows ten lines; the rest are listed',
    'SDK Invoices.d.ts lines (the first page), listLineItems',
    async ({ stripe }) => {
      const draft = await createDraft(
        stripe,
        Array.from({ length: 23 }, (_, index) => ({ description: `Line ${index}`, amount: 100 })),
      );
      expect([draft.lines.data.length, draft.lines.has_more, draft.total]).toEqual([10, true, 2300]);
      const all = await stripe.invoices
        .listLineItems(draft.id, { limit: 10 })
        .autoPagingToArray({ limit: 100 });
      expect(all.map((line) => line.description)).toEqual(
        Array.from({ length: 23 }, (_, index) => `Line ${index}`),
      );
    },
  );

  rule('only a draft can be deleted; it is gone', 'SDK Invoices.d.ts del', async (subject) => {
    const { stripe } = subject;
    const draft = await createDraft(stripe, [{ description: 'A', amount: 300 }]);
    await expect(stripe.invoices.del(draft.id)).resolves.toMatchObject({ id: draft.id, deleted: true });
    expect(await refusal(stripe.invoices.retrieve(draft.id))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    const open = await stripe.invoices.finalizeInvoice(
      (await createDraft(stripe, [{ description: 'A', amount: 300 }])).id,
    );
    expect(await refusal(stripe.invoices.del(open.id))).toMatchObject({ statusCode: 400 });
    expect(await eventsAbout(subject, idOf(draft.customer), 'invoice.deleted')).toContain('invoice.deleted');
  });

  rule(
    'a preview computes and keeps nothing',
    'SDK Invoices.d.ts createPreview: an id that begins with upcoming_in, not listed',
    async (subject) => {
      const { stripe } = subject;
      const customer = await createCustomer(stripe);
      const rate = await stripe.taxRates.create({ display_name: 'VAT', percentage: 20, inclusive: false });
      const preview = await stripe.invoices.createPreview({
        customer,
        currency: 'eur',
        invoice_items: [
          { description: 'A', quantity: 3, unit_amount: 333, currency: 'eur', tax_rates: [rate.id] },
        ],
      });
      expect([preview.id.startsWith('upcoming_in'), preview.subtotal, preview.total]).toEqual([
        true,
        999,
        1199,
      ]);
      expect((await stripe.invoices.list({ customer })).data).toEqual([]);
      expect(await eventsAbout(subject, customer)).not.toContain('invoice.created');
    },
  );

  rule(
    'an invoice item with an invoice is a line at once',
    'SDK InvoiceItems.d.ts create (unit_amount_decimal x quantity, on an invoice)',
    async ({ stripe }) => {
      const draft = await createDraft(stripe, []);
      const customer = typeof draft.customer === 'string' ? draft.customer : '';
      const item = await stripe.invoiceItems.create({
        customer,
        invoice: draft.id,
        currency: 'eur',
        quantity: 30,
        unit_amount_decimal: Stripe.Decimal.from('0.05'),
        description: 'Tiny',
      });
      expect(item).toMatchObject({ object: 'invoiceitem', amount: 2, invoice: draft.id });
      const [line] = (await stripe.invoices.retrieve(draft.id)).lines.data;
      expect(line?.parent?.invoice_item_details?.invoice_item).toBe(item.id);
      await stripe.invoiceItems.del(item.id);
      expect((await stripe.invoices.retrieve(draft.id)).lines.data).toEqual([]);
    },
  );
});
