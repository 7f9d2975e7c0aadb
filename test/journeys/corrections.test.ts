// Corrections: credit notes on open and paid invoices, refunds that write the matching credit note, and what lacks its counterpart.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '../../shared/contract/calls.ts';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { idOf } from '../support/id-of.ts';
import { type Program, type ProgramOptions, startConnected } from '../support/program.ts';

interface Story {
  readonly program: Program;
  readonly invoiceId: string;
}

async function openInvoice(options: ProgramOptions = {}): Promise<Story> {
  const program = await startConnected(options);
  const written = await writeInvoice(program);
  await clickSend(program, written);
  const story = { program, invoiceId: written.draftId };
  await program.until('the invoice is open', async () => (await invoice(story)).badge === 'open');
  return story;
}

async function paidInvoice(options: ProgramOptions = {}): Promise<Story> {
  const story = await openInvoice(options);
  story.program.simulator.control.payInvoice({ invoice: stripeInvoice(story) });
  await story.program.until('the invoice is paid', async () => {
    const { refundable } = await invoice(story);
    return refundable.length > 0;
  });
  return story;
}

const invoice = ({ program, invoiceId }: Story): Promise<CallOutput<'invoices.get'>> =>
  program.call('invoices.get', { id: invoiceId });
const stripeInvoice = ({ program }: Story): string =>
  idOf(program.simulator.control.objects({ type: 'invoice' })[0]);
const options = ({ program, invoiceId }: Story): Promise<CallOutput<'creditNotes.options'>> =>
  program.call('creditNotes.options', { invoiceId });
const notesAtStripe = ({ program }: Story) => program.simulator.control.objects({ type: 'credit_note' });
const refundsAtStripe = ({ program }: Story) => program.simulator.control.objects({ type: 'refund' });

type What = CallInput<'creditNotes.quote'>['what'];
const quote = ({ program, invoiceId }: Story, what: What): Promise<CallOutput<'creditNotes.quote'>> =>
  program.call('creditNotes.quote', { invoiceId, what, refundIds: [] });

type Creation = Omit<CallInput<'creditNotes.create'>, 'commandId' | 'invoiceId'>;

/** What is credited to the customer's account of a quote when nothing else is said. */
async function creation(story: Story, what: What, more: Partial<Creation> = {}): Promise<Creation> {
  const quoted = await quote(story, what);
  return {
    what,
    refundIds: [],
    total: { amount: quoted.total, currency: quoted.currency },
    refund: null,
    toBalance: 0,
    outside: 0,
    reason: 'order_change',
    memo: 'As agreed',
    email: false,
    ...more,
  };
}

async function create({ program, invoiceId }: Story, input: Creation): Promise<string> {
  const { operationId } = await program.call('creditNotes.create', {
    commandId: randomUUID(),
    invoiceId,
    ...input,
  });
  return operationId ?? '';
}

async function settled({ program }: Story, id: string): Promise<string> {
  const state = async (): Promise<string> => (await program.call('outbox.get', { id })).state;
  await program.until('it has an end', async () =>
    ['done', 'failed', 'needs-review'].includes(await state()),
  );
  return state();
}

describe('A credit note on an open invoice', () => {
  it('lowers what is owed, with its taxes as Stripe reckons them, and is listed, found and opened', async () => {
    const story = await openInvoice();
    const { program, invoiceId } = story;
    const { total, balanceDue, number } = await invoice(story);
    const what: What = { kind: 'amount', amount: 2500 };
    const quoted = await quote(story, what);
    expect(quoted).toMatchObject({ total: 2500, offInvoice: 2500, toSettle: 0 });
    expect(quoted.net + quoted.taxes.reduce((sum, { amount }) => sum + amount, 0)).toBe(2500);
    expect(await settled(story, await create(story, await creation(story, what)))).toBe('done');
    expect(notesAtStripe(story)).toMatchObject([
      { total: 2500, pre_payment_amount: 2500, reason: 'order_change', memo: 'As agreed' },
    ]);
    const after = await invoice(story);
    expect(after.balanceDue).toBe(balanceDue - 2500);
    expect(after.total).toBe(total);
    const { rows } = await program.call('creditNotes.list', { page: { offset: 0, limit: 10 } });
    expect(rows).toMatchObject([
      { status: 'issued', amount: 2500, offInvoice: 2500, invoiceId, invoiceNumber: number },
    ]);
    for (const search of [rows[0]?.number ?? '', number ?? '', 'Acme'])
      expect(
        (await program.call('creditNotes.list', { search, page: { offset: 0, limit: 10 } })).rows,
      ).toHaveLength(1);
    expect(await program.call('creditNotes.get', { id: rows[0]?.id ?? '' })).toMatchObject({
      memo: 'As agreed',
      net: quoted.net,
      taxes: quoted.taxes,
      lines: quoted.lines,
      actions: ['void'],
    });
  });
});

describe('A refund', () => {
  it('writes its credit note in the same step and shows both', async () => {
    const story = await paidInvoice();
    const { payments, creditable } = await options(story);
    const what: What = { kind: 'amount', amount: 2000 };
    const refund = { paymentId: payments[0]?.id ?? '', amount: 2000 };
    expect(await settled(story, await create(story, await creation(story, what, { refund })))).toBe('done');
    expect(notesAtStripe(story)).toMatchObject([{ total: 2000, post_payment_amount: 2000 }]);
    expect(refundsAtStripe(story)).toMatchObject([{ amount: 2000, status: 'succeeded' }]);
    const after = await invoice(story);
    expect(after).toMatchObject({ badge: 'partially-refunded', refunded: 2000 });
    expect(after.refunds).toHaveLength(1);
    expect((await options(story)).creditable).toBe(creditable - 2000);
    expect(await story.program.call('corrections.unmatched', {})).toEqual({ rows: [], count: 0 });
  });
});
