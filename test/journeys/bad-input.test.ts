// What must be refused before anything is queued, with the field and the reason.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DraftContent } from '../../shared/contract/drafts.ts';
import { ACME, clickSend, writeInvoice } from '../support/acme.ts';
import { type Program, startConnected } from '../support/program.ts';

/** Writes a draft, changes it, and gives the paths that sending it refuses. */
async function refusedPaths(
  program: Program,
  change: (content: DraftContent) => DraftContent,
): Promise<readonly string[]> {
  const written = await writeInvoice(program);
  const draft = await program.call('drafts.get', { id: written.draftId });
  const saved = await program.call('drafts.save', {
    id: draft.id,
    revision: draft.revision,
    content: change(draft.content),
  });
  const { totals } = await program.call('drafts.review', { id: draft.id });
  const total = { amount: totals.total, currency: totals.currency };
  const error = await program.refusal('drafts.send', {
    commandId: randomUUID(),
    id: draft.id,
    revision: saved.revision,
    email: true,
    total,
  });
  return error.kind === 'invalid-input' ? error.issues.map(({ path }) => path) : [error.kind];
}

const only = (content: DraftContent, patch: Partial<DraftContent['lines'][number]>): DraftContent => ({
  ...content,
  discount: null,
  lines: content.lines.slice(0, 1).map((line) => ({ ...line, discount: null, taxRateIds: [], ...patch })),
});

describe('Amounts validated on the server side; currency restrictions', () => {
  const cases: readonly (readonly [string, (content: DraftContent) => DraftContent, string])[] = [
    ['no customer', (content) => ({ ...content, customerId: null }), 'customerId'],
    ['no lines', (content) => ({ ...content, lines: [] }), 'lines'],
    ['a line that says nothing', (content) => only(content, { description: ' ' }), 'lines.0.description'],
    [
      'less than Stripe charges',
      (content) => only(content, { quantity: '1', unitAmountDecimal: '49' }),
      'lines',
    ],
    [
      'a line of more than Stripe charges',
      (content) => only(content, { quantity: '1', unitAmountDecimal: '1000000000000' }),
      'lines.0.unitAmountDecimal',
    ],
    [
      'lines that are more than Stripe charges only together',
      (content) => {
        const one = only(content, { quantity: '1', unitAmountDecimal: '900000000000' });
        return { ...one, lines: [...one.lines, ...one.lines.map((line) => ({ ...line, id: 'second' }))] };
      },
      'lines',
    ],
    ['a total below zero', (content) => only(content, { quantity: '1', unitAmountDecimal: '-100' }), 'lines'],
    [
      'digits that a currency does not have',
      (content) => ({ ...only(content, { quantity: '1', unitAmountDecimal: '123450' }), currency: 'isk' }),
      'lines',
    ],
    [
      'a tax rate that is not there',
      (content) => only(content, { taxRateIds: ['txr_none'] }),
      'lines.0.taxRateIds',
    ],
    [
      'a due date that has passed',
      (content) => ({ ...content, terms: { kind: 'date', date: '2026-01-01' } }),
      'terms',
    ],
  ];
  it.each(cases)('refuses %s', async (_what, change, path) => {
    const program = await startConnected();
    expect(await refusedPaths(program, change)).toContain(path);
    const { operations } = await program.call('outbox.list', { view: 'all', limit: 50 });
    expect(operations.filter(({ title }) => title.startsWith('Send'))).toEqual([]);
  });

  it('refuses an amount with more digits than twelve places', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    const draft = await program.call('drafts.get', { id: written.draftId });
    const content = only(draft.content, { unitAmountDecimal: '0.1234567890123' });
    const error = await program.refusal('drafts.save', { id: draft.id, revision: draft.revision, content });
    expect(error).toMatchObject({
      kind: 'invalid-input',
      issues: [{ path: 'content.lines.0.unitAmountDecimal' }],
    });
  });

  it('refuses a customer without an e-mail address, but issues the invoice without one', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    await program.until(
      'the customer is saved',
      async () => (await program.call('customers.get', { id: written.customerId })).state === 'saved',
    );
    await program.call('customers.save', {
      commandId: randomUUID(),
      id: written.customerId,
      fields: { ...ACME, email: '' },
    });
    const send = { id: written.draftId, revision: written.revision, total: written.total };
    const error = await program.refusal('drafts.send', { ...send, commandId: randomUUID(), email: true });
    expect(error).toMatchObject({ kind: 'invalid-input', issues: [{ path: 'customerId' }] });
    await program.call('drafts.send', { ...send, commandId: randomUUID(), email: false });
  });

  it('refuses a kind of tax number that Stripe does not know', async () => {
    const program = await startConnected();
    const error = await program.refusal('customers.save', {
      commandId: randomUUID(),
      id: null,
      fields: { ...ACME, taxIds: [{ type: 'mars_vat', value: '1' }] },
    });
    expect(error).toMatchObject({ kind: 'invalid-input', issues: [{ path: 'fields.taxIds.0.type' }] });
  });

  it('refuses a total that is not the one the bookkeeper saw', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    const total = { ...written.total, amount: written.total.amount - 1 };
    const error = await program.refusal('drafts.send', {
      commandId: randomUUID(),
      id: written.draftId,
      revision: written.revision,
      email: true,
      total,
    });
    expect(error).toMatchObject({ kind: 'wrong-state', code: 'total-changed' });
  });

  it('refuses a save from a window that has fallen behind', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    const draft = await program.call('drafts.get', { id: written.draftId });
    const error = await program.refusal('drafts.save', {
      id: draft.id,
      revision: draft.revision - 1,
      content: draft.content,
    });
    expect(error).toMatchObject({ kind: 'wrong-state', code: 'newer-revision' });
  });
});

describe('refunding', () => {
  it('refuses more than is left, counting what is still on its way, and another currency', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    await clickSend(program, written);
    const invoice = () => program.call('invoices.get', { id: written.draftId });
    await program.until('it is open', async () => (await invoice()).badge === 'open');
    program.simulator.control.payInvoice({ invoice: (await invoice()).stripeId ?? '' });
    await program.until('it is paid', async () => (await invoice()).badge === 'paid');
    const [payment] = (await invoice()).refundable;
    const refund = (amount: number, currency = 'eur') => ({
      commandId: randomUUID(),
      paymentId: payment?.paymentId ?? '',
      amount: { amount, currency },
      reason: 'requested_by_customer' as const,
      note: '',
    });
    expect(await program.refusal('refunds.create', refund(written.total.amount + 1))).toMatchObject({
      kind: 'invalid-input',
      issues: [{ path: 'amount' }],
    });
    expect(await program.refusal('refunds.create', refund(0))).toMatchObject({
      kind: 'invalid-input',
      issues: [{ path: 'amount' }],
    });
    expect(await program.refusal('refunds.create', refund(100, 'usd'))).toMatchObject({
      kind: 'invalid-input',
      issues: [{ path: 'amount' }],
    });
    await program.call('refunds.create', refund(written.total.amount - 100));
    expect(await program.refusal('refunds.create', refund(101))).toMatchObject({ kind: 'invalid-input' });
    await program.call('refunds.create', refund(100));
    await program.until('all is paid back', async () => (await invoice()).badge === 'refunded');
    expect(program.simulator.control.objects({ type: 'refund' })).toHaveLength(2);
  });
});
