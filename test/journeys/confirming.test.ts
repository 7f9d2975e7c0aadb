// What cannot be taken back is asked about outside the page, and without a yes nothing at all happens.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../main/ports.ts';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { invoice, openInvoice, paidInvoice, refund, type Story } from '../support/correction-story.ts';
import { type Program, startProgram, TEST_KEY } from '../support/program.ts';

const LIVE_KEY = ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dc'].join('_');

/** A person who says what the test wants, and what they were asked. */
function person(agrees = true) {
  const asked: Question[] = [];
  const desk = {
    asked,
    agrees,
    titles: () => asked.map(({ title }) => title),
    confirm: async (question: Question) => {
      asked.push(question);
      return desk.agrees;
    },
  };
  return desk;
}

const writesOf = ({ simulator }: Program): number =>
  simulator.control.requests().filter(({ method }) => method !== 'GET').length;

const notConfirmed = { kind: 'wrong-state', code: 'not-confirmed' };

async function liveProgram(desk: ReturnType<typeof person>): Promise<Program> {
  const program = await startProgram({ simulator: { livemode: true }, ports: { confirmer: desk } });
  await program.call('stripe.connect', { commandId: randomUUID(), key: LIVE_KEY });
  await program.until(
    'the first synchronisation',
    async () => (await program.call('sync.status', {})).phase === 'idle',
  );
  return program;
}

async function firstPayment(story: Story): Promise<string> {
  return (await invoice(story)).refundable[0]?.paymentId ?? '';
}

describe('A refund', () => {
  it('names the sum and the customer as the books have them, and is made once agreed to', async () => {
    const desk = person();
    const story = await paidInvoice({ ports: { confirmer: desk } });
    await refund(story, 1000);
    expect(desk.asked).toMatchObject([
      { title: 'Refund €10.00 to Acme Brückenbau GmbH?', action: 'Refund €10.00' },
    ]);
  });

  it('that is not agreed to changes nothing, here or at Stripe', async () => {
    const desk = person(false);
    const story = await paidInvoice({ ports: { confirmer: desk } });
    const { program } = story;
    const [before, writes] = [await invoice(story), writesOf(program)];
    const error = await program.refusal('refunds.create', {
      commandId: randomUUID(),
      paymentId: await firstPayment(story),
      amount: { amount: 1000, currency: 'eur' },
      reason: 'duplicate',
      note: '',
    });
    await program.clock.advance(60_000);
    expect(error).toMatchObject(notConfirmed);
    expect([await invoice(story), writesOf(program)]).toEqual([before, writes]);
  });

  it('that has run is not asked about again, and one that cannot be is not asked about at all', async () => {
    const desk = person();
    const story = await paidInvoice({ ports: { confirmer: desk } });
    const input = {
      commandId: randomUUID(),
      paymentId: await firstPayment(story),
      amount: { amount: 1000, currency: 'eur' },
      reason: 'duplicate' as const,
      note: '',
    };
    const first = await story.program.call('refunds.create', input);
    desk.agrees = false;
    expect(await story.program.call('refunds.create', input)).toEqual(first);
    const tooMuch = { ...input, commandId: randomUUID(), amount: { amount: 99_999_999, currency: 'eur' } };
    expect(await story.program.refusal('refunds.create', tooMuch)).toMatchObject({ kind: 'invalid-input' });
    expect(desk.asked).toHaveLength(1);
  });
});

describe('Voiding an invoice', () => {
  it('is asked about, once at a time', async () => {
    const answers: ((agrees: boolean) => void)[] = [];
    const confirm = () => new Promise<boolean>((resolve) => void answers.push(resolve));
    const story = await openInvoice({ ports: { confirmer: { confirm } } });
    const ask = () =>
      story.program.dispatch('invoices.void', { commandId: randomUUID(), id: story.invoiceId });
    const first = ask();
    // While the person reads the first question, a second is answered with no.
    expect(await ask()).toMatchObject({ ok: false, error: notConfirmed });
    expect(answers).toHaveLength(1);
    answers[0]?.(true);
    expect(await first).toMatchObject({ ok: true });
    await story.program.until('it is void', async () => (await invoice(story)).badge === 'void');
  });
});

describe('The key', () => {
  it('of a test account is taken as it is; another in its place, and its end, are asked about', async () => {
    const desk = person();
    const program = await startProgram({ ports: { confirmer: desk } });
    await program.call('stripe.connect', { commandId: randomUUID(), key: TEST_KEY });
    expect(desk.asked).toEqual([]);
    desk.agrees = false;
    for (const [name, input] of [
      ['stripe.connect', { commandId: randomUUID(), key: `${TEST_KEY}2` }],
      ['stripe.forgetKey', { commandId: randomUUID() }],
    ] as const)
      expect(await program.refusal(name, input)).toMatchObject(notConfirmed);
    expect(desk.titles()).toEqual(['Use another Stripe key?', 'Forget the Stripe key?']);
    expect(await program.call('app.state', {})).toMatchObject({ key: { present: true } });
    expect(JSON.stringify(desk.asked)).not.toContain(TEST_KEY.slice(-8));
  });
});

describe('In live books', () => {
  it('sending is asked about too', async () => {
    const desk = person();
    const program = await liveProgram(desk);
    const written = await writeInvoice(program);
    // The customer and the tax rates go to Stripe without a question.
    await program.clock.advance(60_000);
    const before = writesOf(program);
    desk.agrees = false;
    await expect(clickSend(program, written)).rejects.toThrow('drafts.send is answered');
    await program.clock.advance(60_000);
    expect(writesOf(program)).toBe(before);
    desk.agrees = true;
    await clickSend(program, written);
    expect(desk.titles()).toEqual([
      'Connect a live Stripe key?',
      expect.stringMatching(/^Send an invoice over €[\d,.]+ to \S+@\S+\?$/),
      expect.stringMatching(/^Send an invoice over €[\d,.]+ to \S+@\S+\?$/),
    ]);
  });
});

describe('The sample books', () => {
  it('are for practice: nothing is asked', async () => {
    const desk = person(false);
    const program = await startProgram({ ports: { confirmer: desk } });
    await program.call('books.openSample', { commandId: randomUUID() });
    const written = await writeInvoice(program);
    await clickSend(program, written);
    const id = written.draftId;
    const badge = async () => (await program.call('invoices.get', { id })).badge;
    await program.until('it is open', async () => (await badge()) === 'open');
    await program.call('invoices.void', { commandId: randomUUID(), id });
    await program.until('it is void', async () => (await badge()) === 'void');
    expect(desk.asked).toEqual([]);
  });
});
