import { describe, expect } from 'vitest';
import { createCustomer, createDraft, createOpen, idOf, intentOf, refusal } from '../subject.ts';
import { rule } from './rule.ts';
import { createPaidByCard, eventsAbout } from './steps.ts';

describe('the life of an invoice', () => {
  rule(
    'finalizing gives a number, links and a payment to ask with',
    'SDK Invoices.d.ts number, hosted_invoice_url; InvoicePayments.d.ts is_default',
    async ({ stripe }) => {
      const open = await createOpen(stripe, 4000);
      expect(open).toMatchObject({
        status: 'open',
        amount_due: 4000,
        amount_remaining: 4000,
        attempted: false,
      });
      expect(open.number).toMatch(/^[A-Z0-9]+-\d{4,}$/);
      expect((await createOpen(stripe)).number).not.toBe(open.number);
      expect(open.hosted_invoice_url).toMatch(/^https:\/\/invoice\.stripe\.com\//);
      expect(open.status_transitions.finalized_at).toBe(open.effective_at);
      expect(await intentOf(stripe, open.id)).toMatchObject({
        amount: 4000,
        status: 'requires_payment_method',
      });
      expect(await refusal(stripe.invoices.finalizeInvoice(open.id))).toMatchObject({ statusCode: 400 });
    },
  );

  rule(
    'sending finalizes a draft, and writes an event though test mode mails nothing',
    'SDK Invoices.d.ts finalizeInvoice, sendInvoice',
    async (subject) => {
      const { stripe } = subject;
      const draft = await createDraft(stripe, [{ description: 'A', amount: 900 }]);
      expect((await stripe.invoices.sendInvoice(draft.id)).status).toBe('open');
      const types = ['invoice.finalized', 'invoice.sent'];
      expect(await eventsAbout(subject, idOf(draft.customer), ...types)).toEqual(
        expect.arrayContaining(types),
      );
    },
  );

  rule(
    'a final invoice cannot be edited but for what does not change its content',
    'docs.stripe.com/invoicing/invoice-edits; error code invoice_not_editable',
    async ({ stripe }) => {
      const open = await createOpen(stripe);
      expect(
        await refusal(stripe.invoices.addLines(open.id, { lines: [{ description: 'B', amount: 1 }] })),
      ).toMatchObject({ code: 'invoice_not_editable' });
      expect(await refusal(stripe.invoices.update(open.id, { description: 'New' }))).toMatchObject({
        code: 'invoice_not_editable',
        param: 'description',
      });
      expect((await stripe.invoices.update(open.id, { metadata: { a: 'b' } })).metadata).toMatchObject({
        a: 'b',
      });
    },
  );

  rule(
    'what is too small to charge is paid at once and waits on the customer balance',
    'docs.stripe.com/api/invoices; that a total of nothing is paid is well known',
    async ({ stripe }) => {
      const customer = await createCustomer(stripe);
      expect(await createOpen(stripe, 0, { customer })).toMatchObject({ status: 'paid', amount_due: 0 });
      expect(await createOpen(stripe, 40, { customer })).toMatchObject({
        status: 'paid',
        amount_due: 0,
        ending_balance: 40,
      });
      expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: 40 });
      const next = await createOpen(stripe, 1000, { customer });
      expect(next).toMatchObject({
        status: 'open',
        total: 1000,
        starting_balance: 40,
        amount_due: 1040,
        ending_balance: 0,
      });
    },
  );

  rule(
    'what is too large to charge is refused and stays a draft',
    'docs.stripe.com/currencies: eight digits beside cards; error code amount_too_large',
    async ({ stripe }) => {
      const draft = await createDraft(stripe, [{ description: 'Ship', amount: 100_000_000 }]);
      expect(await refusal(stripe.invoices.finalizeInvoice(draft.id))).toMatchObject({
        statusCode: 400,
        code: 'amount_too_large',
      });
      expect((await stripe.invoices.retrieve(draft.id)).status).toBe('draft');
    },
  );

  rule(
    'an open invoice can be voided or written off, a paid one neither',
    'docs.stripe.com/invoicing/overview#invoice-statuses; SDK Invoices.d.ts status_details',
    async (subject) => {
      const { stripe } = subject;
      const first = await createOpen(stripe);
      const voided = await stripe.invoices.voidInvoice(first.id);
      expect([voided.status, (await intentOf(stripe, first.id)).status]).toEqual(['void', 'canceled']);
      const second = await createOpen(stripe);
      const written = await stripe.invoices.markUncollectible(second.id);
      expect(written).toMatchObject({
        status: 'uncollectible',
        status_details: { uncollectible: { reason: 'user_forgiven' } },
      });
      expect((await stripe.invoices.voidInvoice(second.id)).status).toBe('void');
      const { invoice } = await createPaidByCard(stripe);
      expect(await refusal(stripe.invoices.voidInvoice(invoice.id))).toMatchObject({ statusCode: 400 });
      expect(await refusal(stripe.invoices.markUncollectible(invoice.id))).toMatchObject({ statusCode: 400 });
      expect(await eventsAbout(subject, idOf(second.customer), 'invoice.voided')).toEqual(
        expect.arrayContaining(['invoice.marked_uncollectible', 'invoice.voided']),
      );
    },
  );

  rule(
    'money from outside makes an invoice paid without a charge',
    'SDK Events.d.ts invoice.paid; docs.stripe.com/changelog/basil/2025-03-31 (amount_paid includes it)',
    async (subject) => {
      const { stripe } = subject;
      const open = await createOpen(stripe, 5000);
      const paid = await stripe.invoices.pay(open.id, { paid_out_of_band: true });
      expect(paid).toMatchObject({
        status: 'paid',
        amount_paid: 5000,
        amount_paid_off_stripe: 5000,
        amount_remaining: 0,
      });
      const customer = idOf(paid.customer);
      const types = await eventsAbout(subject, customer, 'invoice.paid');
      expect(types).toContain('invoice.paid');
      expect(types).not.toContain('invoice.payment_succeeded');
      expect((await stripe.charges.list({ customer })).data).toEqual([]);
      expect(await refusal(stripe.invoices.pay(open.id, { paid_out_of_band: true }))).toMatchObject({
        statusCode: 400,
        message: 'Invoice is already paid',
      });
    },
  );

  rule(
    'a revision copies an open invoice and voids it when finalized',
    'docs.stripe.com/invoicing/invoice-edits; that the original becomes void is not in the documentation',
    async ({ stripe }) => {
      const original = await createOpen(stripe, 3000);
      const draft = await stripe.invoices.create({
        from_invoice: { action: 'revision', invoice: original.id },
      });
      expect(draft).toMatchObject({
        status: 'draft',
        total: 3000,
        from_invoice: { action: 'revision', invoice: original.id },
      });
      const revision = await stripe.invoices.finalizeInvoice(draft.id);
      expect(await stripe.invoices.retrieve(original.id)).toMatchObject({
        status: 'void',
        latest_revision: revision.id,
      });
      expect(
        await refusal(stripe.invoices.create({ from_invoice: { action: 'revision', invoice: original.id } })),
      ).toMatchObject({ statusCode: 400 });
    },
  );

  rule(
    'a draft shows its customer of today, a final invoice the customer of then',
    'SDK Invoices.d.ts (customer_* fields are current until finalized)',
    async ({ stripe }) => {
      const customer = await createCustomer(stripe);
      const draft = await createDraft(stripe, [{ description: 'A', amount: 900 }], { customer });
      await stripe.customers.update(customer, { name: 'Anna Berg' });
      expect((await stripe.invoices.retrieve(draft.id)).customer_name).toBe('Anna Berg');
      await stripe.invoices.finalizeInvoice(draft.id);
      await stripe.customers.update(customer, { name: 'Anna Holm' });
      expect((await stripe.invoices.retrieve(draft.id)).customer_name).toBe('Anna Berg');
    },
  );
});
