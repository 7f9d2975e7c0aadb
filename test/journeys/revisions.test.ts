// An issued invoice is revised: a corrected one takes its place through Stripe, and never both stand.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { clickSend, writeInvoice, type WrittenInvoice } from '../support/acme.ts';
import { dashboard } from '../support/dashboard.ts';
import { type Program, type ProgramOptions, startConnected } from '../support/program.ts';

type Draft = CallOutput<'drafts.get'>;

interface Issued {
  readonly program: Program;
  readonly written: WrittenInvoice;
  readonly stripeId: string;
  readonly number: string;
}

const get = (program: Program, id: string): Promise<CallOutput<'invoices.get'>> =>
  program.call('invoices.get', { id });

async function issued(options: ProgramOptions = {}): Promise<Issued> {
  const program = await startConnected(options);
  const written = await writeInvoice(program);
  await clickSend(program, written);
  await program.until('it is open', async () => (await get(program, written.draftId)).badge === 'open');
  const { stripeId, number } = await get(program, written.draftId);
  return { program, written, stripeId: stripeId ?? '', number: number ?? '' };
}

const revise = (program: Program, id: string): Promise<Draft> =>
  program.call('invoices.revise', { commandId: randomUUID(), id });

/** Keeps the last line only, and says so in the memo; answers what is to be sent. */
async function correct(program: Program, draft: Draft): Promise<WrittenInvoice> {
  const content = {
    ...draft.content,
    memo: 'Corrected',
    discount: null,
    lines: draft.content.lines.slice(-1),
  };
  const { revision } = await program.call('drafts.save', { id: draft.id, revision: draft.revision, content });
  const { totals } = await program.call('drafts.review', { id: draft.id });
  const total = { amount: totals.total, currency: totals.currency };
  return { draftId: draft.id, customerId: content.customerId ?? '', revision, total };
}

const atStripe = (program: Program): readonly Record<string, unknown>[] =>
  program.simulator.control.objects({ type: 'invoice' });

async function replaced({ program, written }: Issued, draft: Draft): Promise<void> {
  await program.until('it is replaced', async () => {
    const [before, after] = [await get(program, written.draftId), await get(program, draft.id)];
    return before.badge === 'void' && after.badge === 'open' && after.operations.length === 0;
  });
}

async function expectReplaced(story: Issued, draft: Draft, total: number): Promise<void> {
  const { program, written, stripeId, number } = story;
  const [before, after] = [await get(program, written.draftId), await get(program, draft.id)];
  expect(before).toMatchObject({
    badge: 'void',
    revision: { id: draft.id, number: after.number, isDraft: false },
  });
  expect(after).toMatchObject({ total, memo: 'Corrected', revises: { id: written.draftId, number } });
  expect(after.lines.map(({ description }) => description)).toEqual(['Printed brochures']);
  expect(after.number).not.toBe(number);
  expect(atStripe(program)).toHaveLength(2);
  expect(atStripe(program).find(({ id }) => id === after.stripeId)).toMatchObject({
    from_invoice: { action: 'revision', invoice: stripeId },
    total,
  });
  const { rows } = await program.call('books.trialBalance', { from: null, to: null });
  const receivable = rows
    .filter(({ account }) => account === 1200)
    .reduce((sum, { closing }) => sum + closing, 0);
  expect(receivable).toBe(total);
  expect(await program.call('books.proof', {})).toMatchObject({ state: 'in-balance' });
}

describe('A revision of an open invoice', () => {
  it.each(['voided', 'stays'] as const)(
    'takes its place with what was corrected, where Stripe’s own word on the old one is “%s”',
    async (revisedOriginal) => {
      const story = await issued({ simulator: { rules: { revisedOriginal } } });
      const { program, written, number } = story;
      const draft = await revise(program, written.draftId);
      expect(draft).toMatchObject({ state: 'editing', revises: { id: written.draftId, number } });
      expect(draft.content).toMatchObject({
        customerId: written.customerId,
        poNumber: 'PO-77',
        memo: 'Vielen Dank',
      });
      expect((await get(program, written.draftId)).revision).toEqual({
        id: draft.id,
        number: null,
        isDraft: true,
      });
      expect([draft.content.lines[0]?.discount, draft.content.discount]).toEqual([
        { kind: 'amount', amount: 12_000 },
        { kind: 'amount', amount: 10_000 },
      ]);
      const unchanged = await program.call('drafts.review', { id: draft.id });
      expect(unchanged.totals.total).toBe(written.total.amount);
      expect(unchanged.findings.map(({ code }) => code)).toEqual(['no-mail-in-test-mode']);
      // Begun once: another click goes on with it.
      expect((await revise(program, written.draftId)).id).toBe(draft.id);
      const corrected = await correct(program, draft);
      const review = await program.call('drafts.review', { id: draft.id });
      expect(review.steps.join(' ')).toContain(`${number} is voided`);
      await clickSend(program, corrected);
      // From here on nothing else may be done with the old one.
      expect((await get(program, written.draftId)).actions).toEqual(['duplicate']);
      expect(
        await program.refusal('invoices.void', { commandId: randomUUID(), id: written.draftId }),
      ).toMatchObject({ code: 'busy' });
      await replaced(story, draft);
      await expectReplaced(story, draft, corrected.total.amount);
      expect(program.simulator.control.emails()).toHaveLength(2);
      expect(
        await program.refusal('invoices.revise', { commandId: randomUUID(), id: written.draftId }),
      ).toMatchObject({ code: 'void' });
    },
  );

  it('reaches Stripe once, whichever answer is lost, through restarts', async () => {
    const story = await issued();
    const { program, written } = story;
    const draft = await revise(program, written.draftId);
    const corrected = await correct(program, draft);
    const lost = { kind: 'timeout', effect: 'done' } as const;
    program.simulator.control.faults.script(
      ['', '/*', '/*/remove_lines', '/*/add_lines', '/*/finalize', '/*/send'].map((path) => ({
        match: { method: 'POST', path: `/v1/invoices${path}` },
        fault: lost,
      })),
    );
    await clickSend(program, corrected);
    for (let restart = 0; restart < 6; restart += 1) {
      await program.clock.advance(700);
      await program.restart();
    }
    await replaced(story, draft);
    expect(program.simulator.control.emails()).toHaveLength(2);
    await expectReplaced(story, draft, corrected.total.amount);
  });

  it('takes off more lines than Stripe shows at once', async () => {
    const story = await issued();
    const { program, written } = story;
    const long = await program.call('drafts.create', {
      commandId: randomUUID(),
      customerId: null,
      copyOf: written.draftId,
    });
    const lines = Array.from({ length: 23 }, (_, index) => ({
      id: randomUUID(),
      quantity: '1',
      unitAmountDecimal: '9000',
      taxRateIds: [],
      discount: null,
      item: null,
      description: index === 22 ? 'Printed brochures' : `Hour ${index + 1}`,
    }));
    const saved = await program.call('drafts.save', {
      id: long.id,
      revision: long.revision,
      content: { ...long.content, discount: null, lines },
    });
    const { totals } = await program.call('drafts.review', { id: long.id });
    const total = { amount: totals.total, currency: totals.currency };
    await clickSend(program, { ...written, draftId: long.id, revision: saved.revision, total });
    await program.until('it is open', async () => (await get(program, long.id)).badge === 'open');
    const draft = await revise(program, long.id);
    const corrected = await correct(program, draft);
    await clickSend(program, corrected);
    await program.until('it is replaced', async () => (await get(program, draft.id)).badge === 'open');
    expect((await get(program, draft.id)).lines).toHaveLength(1);
    expect((await get(program, draft.id)).total).toBe(corrected.total.amount);
  });

  it('is not issued when the old one was paid meanwhile, and the draft says why', async () => {
    const { program, written, stripeId } = await issued();
    const draft = await revise(program, written.draftId);
    const corrected = await correct(program, draft);
    program.simulator.control.faults.script([
      {
        match: { method: 'POST', path: '/v1/invoices/*/finalize' },
        fault: { kind: 'timeout', effect: 'none' },
        times: 3,
      },
    ]);
    const id = await clickSend(program, corrected);
    // The first attempts to issue it are lost, and before the next one the customer pays.
    await program.until('it is tried', async () =>
      (await program.call('outbox.get', { id })).steps.some(
        ({ title, attempts }) => title.startsWith('Finalize') && attempts > 0,
      ),
    );
    program.simulator.control.payInvoice({ invoice: stripeId });
    await program.until('it has failed', async () => (await get(program, draft.id)).badge === 'send-failed');
    expect(atStripe(program).filter(({ status }) => status === 'open')).toEqual([]);
    await program.until(
      'the payment has arrived',
      async () => (await get(program, written.draftId)).badge === 'paid',
    );
    expect((await program.call('drafts.review', { id: draft.id })).findings).toContainEqual(
      expect.objectContaining({
        code: 'not-revisable',
        message: expect.stringContaining('Credit or refund'),
      }),
    );
  });

  it('keeps customer and currency, and is refused for what is paid or came of a recurring invoice', async () => {
    const { program, written, stripeId } = await issued();
    const draft = await revise(program, written.draftId);
    const content = { ...draft.content, currency: 'usd', customerId: null };
    await program.call('drafts.save', { id: draft.id, revision: draft.revision, content });
    const { findings } = await program.call('drafts.review', { id: draft.id });
    expect(findings.filter(({ code }) => code === 'revision-differs').map(({ path }) => path)).toEqual([
      'customerId',
      'currency',
    ]);
    await program.call('drafts.delete', { commandId: randomUUID(), id: draft.id });
    expect((await get(program, written.draftId)).revision).toBeNull();
    program.simulator.control.payInvoice({ invoice: stripeId });
    await program.until('it is paid', async () => (await get(program, written.draftId)).badge === 'paid');
    expect(
      await program.refusal('invoices.revise', { commandId: randomUUID(), id: written.draftId }),
    ).toMatchObject({ code: 'paid' });
  });

  it('that was begun in the dashboard is the same draft here, and is finished here', async () => {
    const story = await issued();
    const { program, written, stripeId } = story;
    await dashboard(program.simulator).invoices.create({
      from_invoice: { action: 'revision', invoice: stripeId },
    });
    await program.until('it arrives', async () => (await get(program, written.draftId)).revision !== null);
    const draft = await revise(program, written.draftId);
    expect(draft.revises).toMatchObject({ id: written.draftId });
    await clickSend(program, await correct(program, draft));
    await replaced(story, draft);
    expect(atStripe(program)).toHaveLength(2);
  });
});
