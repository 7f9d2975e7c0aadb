// The main job: a customer, an invoice, sent, paid without doing anything, partly refunded, exported, and all there after a restart.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { startConnected } from '../support/program.ts';

describe('One-off invoices: items, create, finalize, send', () => {
  it('sends an invoice once, sees it paid, pays a part back', async () => {
    const program = await startConnected();
    const { simulator } = program;
    const written = await writeInvoice(program);
    const send = {
      commandId: randomUUID(),
      id: written.draftId,
      revision: written.revision,
      email: true,
      total: written.total,
    };
    await program.call('drafts.send', send);
    expect(await program.call('invoices.get', { id: written.draftId })).toMatchObject({
      badge: 'queued',
      number: null,
    });

    const badge = async (): Promise<string> =>
      (await program.call('invoices.get', { id: written.draftId })).badge;
    await program.until('the invoice is open', async () => (await badge()) === 'open');
    const open = await program.call('invoices.get', { id: written.draftId });
    expect(open).toMatchObject({
      total: written.total.amount,
      balanceDue: written.total.amount,
      poNumber: 'PO-77',
      hasHostedPage: true,
    });
    expect(open.number).toMatch(/-0001$/);
    expect(simulator.control.emails()).toHaveLength(1);

    simulator.control.payInvoice({ invoice: open.stripeId ?? '' });
    await program.until('the invoice is paid', async () => (await badge()) === 'paid');
    const paid = await program.call('invoices.get', { id: written.draftId });
    expect(paid).toMatchObject({ balanceDue: 0, amountPaid: written.total.amount });
    expect(program.notifications.at(-1)).toMatchObject({ title: 'Invoice paid' });

    const payment = paid.refundable[0];
    expect(payment).toMatchObject({ amount: written.total.amount });
    const amount = { amount: 5000, currency: 'eur' };
    const refund = {
      commandId: randomUUID(),
      paymentId: payment?.paymentId ?? '',
      amount,
      reason: 'requested_by_customer',
      note: 'Damaged',
    } as const;
    await program.call('refunds.create', refund);
    await program.until('the refund is there', async () => (await badge()) === 'partially-refunded');
    expect((await program.call('invoices.get', { id: written.draftId })).refunded).toBe(5000);

    await program.restart();
    expect(await program.call('invoices.get', { id: written.draftId })).toMatchObject({
      badge: 'partially-refunded',
      number: open.number,
    });
    expect(simulator.control.emails()).toHaveLength(1);
    expect(simulator.control.objects({ type: 'refund' })).toHaveLength(1);
  });

  it('answers a repeated click with the first answer and does nothing twice', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    const send = {
      commandId: randomUUID(),
      id: written.draftId,
      revision: written.revision,
      email: true,
      total: written.total,
    };
    const first = await program.call('drafts.send', send);
    expect(await program.call('drafts.send', send)).toEqual(first);
    expect(await program.refusal('drafts.send', { ...send, commandId: randomUUID() })).toMatchObject({
      kind: 'wrong-state',
      code: 'sending',
    });
    await program.until(
      'everything is done',
      async () => (await program.call('outbox.list', { view: 'active', limit: 10 })).active === 0,
    );
    expect(program.simulator.control.emails()).toHaveLength(1);
    expect(await program.refusal('drafts.send', { ...send, commandId: randomUUID() })).toMatchObject({
      kind: 'wrong-state',
      code: 'issued',
    });
    expect(program.simulator.control.objects({ type: 'invoice' })).toHaveLength(1);
  });

  it('issues without an e-mail when the bookkeeper delivers it', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    await clickSend(program, written, false);
    await program.until(
      'it is open',
      async () => (await program.call('invoices.get', { id: written.draftId })).badge === 'open',
    );
    expect(program.simulator.control.emails()).toHaveLength(0);
  });

  it('keeps Stripe’s own PDF once the invoice is issued', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    await clickSend(program, written);
    await program.until(
      'the PDF is kept',
      async () => (await program.call('invoices.get', { id: written.draftId })).hasStripePdf,
    );
    const saved = await program.call('documents.export', {
      commandId: randomUUID(),
      invoiceId: written.draftId,
      kind: 'stripe',
    });
    expect(saved).toMatchObject({ kind: 'saved' });
    const [bytes] = program.savedFiles.values();
    expect(Buffer.from(bytes ?? []).toString('latin1')).toMatch(/^%PDF-/);
  });
});
