import { beforeEach, describe, expect, test } from 'vitest';
import {
  createCustomer,
  createDraft,
  createOpen,
  createPaid,
  createSubject,
  eventTypes,
  intentOf,
  refusal,
  type Subject,
} from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

describe('the life of an invoice', () => {
  // Source: stripe.md 2.1, 2.5 (finalizing assigns the number and creates the default payment).
  test('finalizing gives a number, links and a payment to ask with', async () => {
    const { stripe } = subject;
    const open = await createOpen(stripe, 4000);
    expect(open).toMatchObject({
      status: 'open',
      amount_due: 4000,
      amount_remaining: 4000,
      attempted: false,
    });
    expect(open.number).toMatch(/^[A-Z0-9]{8}-0001$/);
    expect((await createOpen(stripe)).number).toMatch(/-0002$/);
    expect(open.hosted_invoice_url).toMatch(/^https:\/\/invoice\.stripe\.com\//);
    expect(open.status_transitions.finalized_at).toBe(open.effective_at);
    expect(await intentOf(stripe, open.id)).toMatchObject({
      amount: 4000,
      status: 'requires_payment_method',
    });
    expect(await refusal(stripe.invoices.finalizeInvoice(open.id))).toMatchObject({ statusCode: 400 });
  });

  // Source: SDK Invoices.d.ts finalizeInvoice, sendInvoice (a draft is finalized first; test mode emits invoice.sent).
  test('sending finalizes a draft and writes invoice.sent', async () => {
    const { stripe, control } = subject;
    const draft = await createDraft(stripe, [{ description: 'A', amount: 900 }]);
    expect((await stripe.invoices.sendInvoice(draft.id)).status).toBe('open');
    const types = await eventTypes(stripe);
    expect(types.slice(types.indexOf('invoice.finalized'))).toEqual([
      'invoice.finalized',
      'payment_intent.created',
      'invoice.sent',
    ]);
    expect(control.emails().map((mail) => [mail.about, mail.to])).toEqual([[draft.id, 'anna@lind.example']]);
  });

  // Source: stripe.md 2.2, 2.4 (line edits only while draft; most fields are frozen afterwards).
  test('a final invoice cannot be edited but for what does not change its content', async () => {
    const { stripe } = subject;
    const open = await createOpen(stripe);
    expect(
      await refusal(stripe.invoices.addLines(open.id, { lines: [{ description: 'B', amount: 1 }] })),
    ).toMatchObject({ code: 'invoice_not_editable' });
    expect(await refusal(stripe.invoices.update(open.id, { description: 'New' }))).toMatchObject({
      code: 'invoice_not_editable',
      param: 'description',
    });
    expect((await stripe.invoices.update(open.id, { metadata: { a: 'b' } })).metadata).toEqual({ a: 'b' });
  });

  // Source: stripe.md 2.1 (zero total is well known; below the minimum: docs.stripe.com/api/invoices).
  test('what is too small to charge is paid at once and waits on the customer balance', async () => {
    const { stripe } = subject;
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
  });

  // Source: stripe.md 6 (non-card maximum of eight digits), amount_too_large.
  test('what is too large to charge is refused and stays a draft', async () => {
    const { stripe } = subject;
    const draft = await createDraft(stripe, [{ description: 'Ship', amount: 100_000_000 }]);
    expect(await refusal(stripe.invoices.finalizeInvoice(draft.id))).toMatchObject({
      statusCode: 400,
      code: 'amount_too_large',
    });
    expect((await stripe.invoices.retrieve(draft.id)).status).toBe('draft');
  });

  // Source: stripe.md 2.4 (the status machine).
  test('an open invoice can be voided or written off, a paid one neither', async () => {
    const { stripe, control } = subject;
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
    const { invoice } = await createPaid(stripe, control);
    expect(await refusal(stripe.invoices.voidInvoice(invoice.id))).toMatchObject({ statusCode: 400 });
    expect(await refusal(stripe.invoices.markUncollectible(invoice.id))).toMatchObject({ statusCode: 400 });
    expect(await eventTypes(stripe)).toEqual(
      expect.arrayContaining(['invoice.voided', 'invoice.marked_uncollectible']),
    );
  });

  // Source: stripe.md 2.4 (paid_out_of_band fires invoice.paid only; amount_paid includes it).
  test('money from outside makes an invoice paid without a charge', async () => {
    const { stripe } = subject;
    const open = await createOpen(stripe, 5000);
    const paid = await stripe.invoices.pay(open.id, { paid_out_of_band: true });
    expect(paid).toMatchObject({
      status: 'paid',
      amount_paid: 5000,
      amount_paid_off_stripe: 5000,
      amount_remaining: 0,
    });
    const types = await eventTypes(stripe);
    expect(types).toContain('invoice.paid');
    expect(types).not.toContain('invoice.payment_succeeded');
    expect((await stripe.charges.list()).data).toEqual([]);
    expect(await refusal(stripe.invoices.pay(open.id, { paid_out_of_band: true }))).toMatchObject({
      statusCode: 400,
      message: 'Invoice is already paid',
    });
  });

  // Source: docs.stripe.com/invoicing/invoice-edits; that the original becomes void is UNCONFIRMED.
  test('a revision copies an open invoice and voids it when finalized', async () => {
    const { stripe } = subject;
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
  });

  // Source: SDK Invoices.d.ts (customer_* fields are current until finalized).
  test('a draft shows its customer of today, a final invoice the customer of then', async () => {
    const { stripe } = subject;
    const customer = await createCustomer(stripe);
    const draft = await createDraft(stripe, [{ description: 'A', amount: 900 }], { customer });
    await stripe.customers.update(customer, { name: 'Anna Berg' });
    expect((await stripe.invoices.retrieve(draft.id)).customer_name).toBe('Anna Berg');
    await stripe.invoices.finalizeInvoice(draft.id);
    await stripe.customers.update(customer, { name: 'Anna Holm' });
    expect((await stripe.invoices.retrieve(draft.id)).customer_name).toBe('Anna Berg');
  });
});
