// The bank's statements against the payouts: imported twice and counted once, matched by itself where it is sure, else by a person.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/domain/dates.ts';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { bankFile, type BankRow, germanCsv, ofx } from '../support/bank-files.ts';
import { type Program, startConnected } from '../support/program.ts';

const DAY_MS = 86_400_000;
const page = { offset: 0, limit: 200 };
const command = () => ({ commandId: randomUUID() });

async function paidOut(program: Program, count: number) {
  for (let index = 0; index < count; index += 1) {
    const written = await writeInvoice(program);
    await clickSend(program, written);
    const invoice = () => program.call('invoices.get', { id: written.draftId });
    await program.until('it is open', async () => (await invoice()).badge === 'open');
    program.simulator.control.payInvoice({ invoice: (await invoice()).stripeId ?? '' });
    await program.asleep(9 * DAY_MS);
  }
  const payouts = async () => (await program.call('payouts.list', { direction: 'asc', page })).rows;
  await program.until('the payouts have arrived', async () => {
    const rows = await payouts();
    return rows.length === count && rows.every(({ status }) => status === 'paid');
  });
  return payouts();
}

type Payout = Awaited<ReturnType<typeof paidOut>>[number];

const arrives = ({ arrival, amount }: Payout, more: Partial<BankRow> = {}): BankRow => ({
  day: addDays(arrival, 1),
  amount,
  words: 'STRIPE PAYMENTS EUROPE STRIPE PAYOUT',
  ...more,
});

async function take(program: Program, name: string, text: string) {
  return program.call('bank.import', { ...command(), file: bankFile(name, text), mapping: null });
}

const lines = async (program: Program, view: 'review' | 'matched' | 'aside' | 'other') =>
  (await program.call('bank.lines', { view, page })).rows;
const overview = (program: Program) => program.call('bank.overview', {});
const attention = async (program: Program) =>
  (await program.call('home.get', {})).attention
    .filter(({ kind }) => kind === 'bank')
    .map(({ text }) => text);

describe('a bank statement', () => {
  it('says before it is taken in what it would bring, and finds the payout that it holds', async () => {
    const program = await startConnected();
    const [payout] = await paidOut(program, 1);
    if (!payout) throw new Error('No payout');
    const text = germanCsv([
      { day: payout.arrival, amount: -5_000, words: '; expenses:x  -100' },
      arrives(payout),
      { day: addDays(payout.arrival, 4), amount: 2_500, words: '=HYPERLINK("http://evil.example";"x")' },
    ]);
    const preview = await program.call('bank.preview', {
      file: bankFile('november.csv', text),
      mapping: null,
    });
    expect(preview).toMatchObject({
      format: 'csv',
      statements: [{ lines: 3, known: 0, unexplained: 0, opening: 100_000 }],
      csv: {
        mapping: { delimiter: ';', decimal: ',', dateOrder: 'dmy', account: 'Bank account' },
        unread: { count: 0 },
      },
    });
    expect((await overview(program)).statements).toEqual([]);

    expect(await take(program, 'november.csv', text)).toEqual({ added: 3, known: 0, matched: 1 });
    expect(await lines(program, 'matched')).toMatchObject([
      { standing: 'sure', amount: payout.amount, payout: { id: payout.id } },
    ]);
    expect((await lines(program, 'other')).map((line) => line.text)).toEqual([
      '=HYPERLINK("http://evil.example";"x")',
      '; expenses:x -100',
    ]);
    expect((await overview(program)).missing.count).toBe(0);
    expect(await attention(program)).toEqual([]);
  });

  it('taken in twice, or overlapping with another, counts each line once, and the order does not matter', async () => {
    const program = await startConnected();
    const payouts = await paidOut(program, 2);
    const rows = payouts.map((payout) => arrives(payout));
    const coffee = { day: rows[0]?.day ?? '', amount: -300, words: 'Coffee' };
    const [first, second] = [
      [coffee, ...rows.slice(0, 1)],
      [coffee, coffee, ...rows],
    ];
    const withoutBalance = (all: readonly BankRow[]) =>
      `Date;Text;Amount\n${all.map(({ day, words, amount }) => `${day};${words};${(amount / 100).toFixed(2)}`).join('\n')}`;
    expect(await take(program, 'second.csv', withoutBalance(second))).toMatchObject({ added: 4, known: 0 });
    expect(await take(program, 'second again.csv', withoutBalance(second))).toMatchObject({
      added: 0,
      known: 4,
    });
    expect(await take(program, 'first.csv', withoutBalance(first))).toEqual({
      added: 0,
      known: 2,
      matched: 0,
    });
    expect((await overview(program)).counts).toMatchObject({ matched: 2, other: 2 });

    const [latest] = (await overview(program)).statements.filter(({ fileName }) => fileName === 'second.csv');
    await program.call('bank.removeStatement', { ...command(), id: latest?.id ?? '' });
    expect((await overview(program)).counts).toMatchObject({ matched: 0, other: 0 });
    await take(program, 'first.csv', withoutBalance(first));
    expect(await take(program, 'second.csv', withoutBalance(second))).toMatchObject({ added: 2, known: 2 });
    expect((await overview(program)).counts).toMatchObject({ matched: 2, other: 2 });
  });

  it('by its bank’s ids is one line however the words change, and says when another form brought it before', async () => {
    const program = await startConnected();
    const [payout] = await paidOut(program, 1);
    if (!payout) throw new Error('No payout');
    const row = arrives(payout);
    await take(program, 'a.ofx', ofx([{ ...row, id: 'A1' }]));
    const again = ofx([{ ...row, words: 'STRIPE', id: 'A1' }]);
    expect(await take(program, 'b.ofx', again)).toMatchObject({ added: 0, known: 1 });
    const file = bankFile('a.csv', germanCsv([row]));
    expect((await program.call('bank.preview', { file, mapping: null })).statements).toMatchObject([
      { known: 0, lookalikes: 1 },
    ]);
  });
});

describe('a long statement', () => {
  const rows = Array.from({ length: 700 }, (_, index) => ({
    day: addDays('2026-01-01', index % 200),
    words: `Line ${index}`,
    amount: 100 + index,
  }));
  const input = () => ({ ...command(), file: bankFile('long.csv', germanCsv(rows)), mapping: null });

  /** Lets the time pass that a long work takes between its portions. */
  async function finished<Value>(program: Program, work: Promise<Value>): Promise<Value> {
    let isDone = false;
    void work.finally(() => (isDone = true));
    await program.until('it is done', async () => isDone);
    return work;
  }

  it('is not seen before it is whole, and the same command again answers the same', async () => {
    const program = await startConnected();
    const first = input();
    const importing = program.call('bank.import', first);
    expect(await overview(program)).toMatchObject({ statements: [], counts: { other: 0 } });
    expect(await finished(program, importing)).toEqual({ added: 700, known: 0, matched: 0 });
    expect((await overview(program)).counts.other).toBe(700);
    expect(await program.call('bank.import', first)).toEqual({ added: 700, known: 0, matched: 0 });
    const known = await finished(program, program.call('bank.import', input()));
    expect(known).toEqual({ added: 0, known: 700, matched: 0 });
  });

  it('is taken in once by two imports at the same time, and goes at once', async () => {
    const program = await startConnected();
    const both = Promise.all([program.call('bank.import', input()), program.call('bank.import', input())]);
    expect((await finished(program, both)).map(({ added }) => added)).toEqual([700, 0]);
    const [, first] = (await overview(program)).statements;
    const removing = program.call('bank.removeStatement', { ...command(), id: first?.id ?? '' });
    await finished(program, removing);
    expect((await overview(program)).counts.other).toBe(0);
    expect((await overview(program)).statements).toHaveLength(1);
  });
});

describe('what does not agree', () => {
  it('is shown: a payout that did not arrive, and a deposit that names Stripe and is none', async () => {
    const program = await startConnected();
    const [first, second] = await paidOut(program, 2);
    if (!first || !second) throw new Error('No payouts');
    const strange = arrives(second, { amount: second.amount - 1, day: addDays(second.arrival, 5) });
    await take(program, 'bank.csv', germanCsv([arrives(first), strange]));
    expect((await overview(program)).missing).toMatchObject({ count: 1, first: [{ id: second.id }] });
    expect(await attention(program)).toEqual([
      'A payout did not arrive at the bank.',
      'A line of the bank’s statement names Stripe and is no payout.',
    ]);

    const [line] = await lines(program, 'review');
    expect(line).toMatchObject({ standing: 'claims', payout: null });
    const lineId = line?.id ?? '';
    const { candidates } = await program.call('bank.line', { id: lineId });
    expect(candidates.map(({ id }) => id)).toEqual([second.id]);
    await program.call('bank.match', { ...command(), pairs: [{ lineId, payoutId: second.id }] });
    expect(await attention(program)).toEqual([]);
    expect(await lines(program, 'matched')).toMatchObject([{ standing: 'confirmed' }, { standing: 'sure' }]);

    await program.call('bank.unmatch', { ...command(), lineIds: [lineId] });
    await program.call('bank.setAside', { ...command(), lineIds: [lineId], isAside: true });
    expect(await lines(program, 'aside')).toMatchObject([{ id: lineId }]);
    expect((await overview(program)).missing.count).toBe(1);
  });

  it('a pair that a person took apart is not found again, and stays apart after a restart', async () => {
    const program = await startConnected();
    const [payout] = await paidOut(program, 1);
    if (!payout) throw new Error('No payout');
    await take(program, 'bank.csv', germanCsv([arrives(payout)]));
    await program.call('bank.confirmSure', command());
    const [line] = await lines(program, 'matched');
    expect(line?.standing).toBe('confirmed');
    await program.call('bank.unmatch', { ...command(), lineIds: [line?.id ?? ''] });
    await program.restart();
    expect(await lines(program, 'review')).toMatchObject([{ standing: 'claims', payout: null }]);
  });

  it('a payout tells its line or that it is missing, and what was said of a pair can be taken back', async () => {
    const program = await startConnected();
    const [first, second] = await paidOut(program, 2);
    if (!first || !second) throw new Error('No payouts');
    const atBank = (id: string) => program.call('bank.ofPayout', { id });
    expect(await atBank(first.id)).toEqual({ line: null, isMissing: false });
    const later = { day: addDays(second.arrival, 5), amount: -100, words: 'Coffee' };
    await take(program, 'bank.csv', germanCsv([arrives(first), later]));
    expect(await atBank(second.id)).toEqual({ line: null, isMissing: true });
    const { line } = await atBank(first.id);
    expect(line).toMatchObject({ standing: 'sure', payout: { id: first.id } });

    const pairs = [{ lineId: line?.id ?? '', payoutId: first.id }];
    const standing = async () => (await atBank(first.id)).line?.standing;
    await program.call('bank.match', { ...command(), pairs });
    expect(await standing()).toBe('confirmed');
    await program.call('bank.reconsider', { ...command(), pairs });
    expect(await standing()).toBe('sure');
    await program.call('bank.unmatch', { ...command(), lineIds: [line?.id ?? ''] });
    expect(await standing()).toBeUndefined();
    await program.call('bank.reconsider', { ...command(), pairs });
    expect(await standing()).toBe('sure');
  });

  it('nobody can match one deposit with two payouts, or two deposits with one', async () => {
    const program = await startConnected();
    const [first, second] = await paidOut(program, 2);
    if (!first || !second) throw new Error('No payouts');
    await take(program, 'bank.csv', germanCsv([arrives(first), arrives(second)]));
    await program.call('bank.confirmSure', command());
    const [one, two] = await lines(program, 'matched');
    const pair = { lineId: one?.id ?? '', payoutId: two?.payout?.id ?? '' };
    expect(await program.refusal('bank.match', { ...command(), pairs: [pair] })).toMatchObject({
      kind: 'wrong-state',
      code: 'already-matched',
    });
    expect(
      await program.refusal('bank.setAside', { ...command(), lineIds: [pair.lineId], isAside: true }),
    ).toMatchObject({ code: 'already-matched' });
  });
});

describe('a file that is read wrongly', () => {
  it('is corrected by a person, and the next one of its shape is read the same way', async () => {
    const program = await startConnected();
    const text = 'When,What,Out of pocket,Left\n03/04/2026,Stripe,5.00,9.00\n';
    const file = bankFile('a.csv', text);
    const guessed = (await program.call('bank.preview', { file, mapping: null })).csv?.mapping;
    if (!guessed) throw new Error('No mapping');
    expect(guessed.dateOrder).toBe('dmy');
    const mapping = { ...guessed, dateOrder: 'mdy' as const, currency: 'usd', account: 'Checking' };
    await program.call('bank.import', { ...command(), file, mapping });
    const next = bankFile('b.csv', text.replace('03/04', '03/05'));
    const preview = await program.call('bank.preview', { file: next, mapping: null });
    expect(preview.csv?.mapping).toEqual(mapping);
    expect(preview.statements[0]?.first).toMatchObject([{ day: '2026-03-05', currency: 'usd' }]);
  });

  it('is refused with the reason when it is none, and nothing is kept of it', async () => {
    const program = await startConnected();
    const laughs = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Document>&b;</Document>';
    for (const text of [laughs, 'Not a statement', `${germanCsv([])}"03.11.2026;`]) {
      const input = { ...command(), file: bankFile('a.xml', text), mapping: null };
      expect(await program.refusal('bank.import', input)).toMatchObject({
        kind: 'invalid-input',
        issues: [{ path: 'file' }],
      });
    }
    expect((await overview(program)).statements).toEqual([]);
  });
});
