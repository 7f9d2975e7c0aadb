// The credit balance that Stripe keeps for a customer: changed by hand in its dashboard, and applied to invoices.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DocumentEngine } from '../../main/documents/engine.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { clickSend, writeInvoice, type WrittenInvoice } from '../support/acme.ts';
import { dashboard } from '../support/dashboard.ts';
import { printingDocuments } from '../support/printed-documents.ts';
import { type Program, startConnected, startProgram, TEST_KEY } from '../support/program.ts';

interface Story {
  readonly program: Program;
  readonly written: WrittenInvoice;
  readonly stripeId: string;
}

const customer = (program: Program, id: string) => program.call('customers.get', { id });
const invoice = (program: Program, id: string) => program.call('invoices.get', { id });
const eur = (amount: number) => ({ amount, currency: 'eur' });

/** A customer at Stripe, and a draft for them. */
async function begun(documents: DocumentEngine = printingDocuments().documents): Promise<Story> {
  const program = await startConnected({ ports: { documents } });
  const written = await writeInvoice(program);
  await program.until('the customer is at Stripe', async () => {
    const { stripeId, state } = await customer(program, written.customerId);
    return stripeId !== null && state === 'saved';
  });
  const { stripeId } = await customer(program, written.customerId);
  await dashboard(program.simulator).customers.update(stripeId ?? '', { description: 'Seen' });
  return { program, written, stripeId: stripeId ?? '' };
}

async function changeBalance({ program, stripeId }: Story, amount: number): Promise<void> {
  await dashboard(program.simulator).customers.createBalanceTransaction(stripeId, {
    amount,
    currency: 'eur',
    description: 'For the delay',
  });
}

/** Of an account of the books, over all customers; debits are positive. */
async function closing(program: Program, account: number): Promise<number> {
  const { rows } = await program.call('books.trialBalance', { from: null, to: null });
  return rows.reduce((sum, row) => (row.account === account ? sum + row.closing : sum), 0);
}

async function expectInBalance(program: Program): Promise<void> {
  expect(await program.call('books.proof', {})).toMatchObject({ state: 'in-balance' });
  await program.call('books.verify', {});
  await program.until(
    'everything is verified',
    async () => (await program.call('books.proof', {})).verification.finishedAt !== null,
  );
  expect((await program.call('books.proof', {})).verification.finding).toBeNull();
}

describe('A credit that was given in the dashboard', () => {
  it('arrives, is booked as the customer’s, and is taken off the next invoice as the review said', async () => {
    const { documents, printed } = printingDocuments();
    const story = await begun(documents);
    const { program, written } = story;
    await changeBalance(story, -50_000);
    await program.until(
      'it arrives',
      async () => (await customer(program, written.customerId)).credit.length > 0,
    );
    expect(await customer(program, written.customerId)).toMatchObject({
      credit: [eur(50_000)],
      owed: [],
      activity: [{ kind: 'credit', amount: eur(50_000), balance: eur(0) }],
    });
    await program.until('it is booked', async () => (await closing(program, 2300)) === -50_000);
    expect(await closing(program, 5300)).toBe(50_000);

    const { totals, balance, amountDue } = await program.call('drafts.review', { id: written.draftId });
    expect([balance, amountDue]).toEqual([-50_000, totals.total - 50_000]);
    await clickSend(program, written);
    await program.until('it is open', async () => (await invoice(program, written.draftId)).badge === 'open');
    expect(await invoice(program, written.draftId)).toMatchObject({
      total: totals.total,
      balanceApplied: -50_000,
      balanceDue: amountDue,
    });
    await program.call('invoices.document', { id: written.draftId, kind: 'invoice' });
    const money = (amount: number): string => formatMoney(amount, 'eur', 'de');
    expect(printed.at(-1)?.headline.value).toBe(money(amountDue));
    expect(printed.at(-1)?.totals.slice(-3)).toEqual([
      { label: 'Gesamtbetrag', value: money(totals.total), weight: 'normal' },
      { label: 'Verrechnetes Guthaben', value: `−${money(50_000)}`, weight: 'normal' },
      { label: 'Fälliger Betrag', value: money(amountDue), weight: 'strong' },
    ]);
    await program.until(
      'it is used up',
      async () => (await customer(program, written.customerId)).credit.length === 0,
    );
    expect((await customer(program, written.customerId)).activity.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['credit', 'invoice', 'balance']),
    );
    expect((await customer(program, written.customerId)).open).toEqual([eur(amountDue)]);
    await program.until('it is booked', async () => (await closing(program, 2300)) === 0);
    expect(await closing(program, 1200)).toBe(amountDue);
    await expectInBalance(program);
  });

  it('is found by a back-fill', async () => {
    const story = await begun();
    const { program, written } = story;
    await program.asleep(40 * 86_400_000);
    await changeBalance(story, -7_000);
    await program.asleep(40 * 86_400_000);
    await program.until(
      'it arrives',
      async () => (await customer(program, written.customerId)).credit.length > 0,
    );
    await program.until('it is booked', async () => (await closing(program, 2300)) === -7_000);
    expect((await customer(program, written.customerId)).activity).toMatchObject([{ kind: 'credit' }]);
    await expectInBalance(program);
  });
});

it('A credit that was used up before the program was ever connected is booked, and leaves nothing', async () => {
  const program = await startProgram();
  const stripe = dashboard(program.simulator);
  const { id } = await stripe.customers.create({ name: 'Early', email: 'early@example.com' });
  await stripe.customers.createBalanceTransaction(id, { amount: -900, currency: 'eur' });
  const draft = await stripe.invoices.create({
    customer: id,
    currency: 'eur',
    collection_method: 'send_invoice',
    days_until_due: 14,
  });
  await stripe.invoices.addLines(draft.id, { lines: [{ description: 'Work', amount: 5_000 }] });
  await stripe.invoices.finalizeInvoice(draft.id);
  await program.call('stripe.connect', { commandId: randomUUID(), key: TEST_KEY });
  await program.until('it is booked', async () => (await closing(program, 1200)) === 4_100);
  await program.until('the credit is, too', async () => (await closing(program, 5300)) === 900);
  expect(await closing(program, 2300)).toBe(0);
  await expectInBalance(program);
});

describe('What a customer owes from before', () => {
  it('is shown as such, and asked for with the next invoice', async () => {
    const story = await begun();
    const { program, written } = story;
    await changeBalance(story, 30);
    await program.until(
      'it arrives',
      async () => (await customer(program, written.customerId)).owed.length > 0,
    );
    expect(await customer(program, written.customerId)).toMatchObject({ credit: [], owed: [eur(30)] });
    const { totals, balance, amountDue } = await program.call('drafts.review', { id: written.draftId });
    expect([balance, amountDue]).toEqual([30, totals.total + 30]);
    await clickSend(program, written);
    await program.until('it is open', async () => (await invoice(program, written.draftId)).badge === 'open');
    expect(await invoice(program, written.draftId)).toMatchObject({
      balanceApplied: 30,
      balanceDue: amountDue,
    });
    await program.until('it is booked', async () => (await closing(program, 1200)) === amountDue);
    await program.until('nothing is left', async () => (await closing(program, 2300)) === 0);
    await expectInBalance(program);
  });
});
