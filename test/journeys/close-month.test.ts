// The end of a month: it is closed, what comes late goes to the next one, and it is opened again with a reason.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { dashboard } from '../support/dashboard.ts';
import { type Program, startConnected } from '../support/program.ts';

const DAY_MS = 86_400_000;

const inBalance = (program: Program) =>
  program.until('the books are in balance', async () => {
    const { state, entries } = await program.call('books.proof', {});
    return state === 'in-balance' && entries > 0;
  });

async function revenueOf(program: Program, month: string): Promise<number> {
  const { rows } = await program.call('books.trialBalance', { from: `${month}-01`, to: `${month}-30` });
  const revenue = rows.find(({ name }) => name === 'Revenue');
  return (revenue?.credit ?? 0) - (revenue?.debit ?? 0);
}

async function sentInJune(): Promise<Program> {
  const program = await startConnected();
  await clickSend(program, await writeInvoice(program));
  await inBalance(program);
  return program;
}

it('closes a month that is over, and posts what comes late to the first open day', async () => {
  const program = await sentInJune();
  const before = await program.call('books.periods', {});
  expect(before).toMatchObject({ closedThrough: null, closable: [], log: [] });
  expect(before.refusal).toMatch(/no month/);

  await program.asleep(20 * DAY_MS);
  await program.until('July is here', async () => {
    const { closable, refusal } = await program.call('books.periods', {});
    return closable[0] === '2026-06' && refusal === null;
  });
  const commandId = randomUUID();
  await program.call('books.closeMonth', { commandId, month: '2026-06' });
  await program.call('books.closeMonth', { commandId, month: '2026-06' });
  expect(await program.call('books.periods', {})).toMatchObject({
    closedThrough: '2026-06',
    closable: [],
    log: [{ kind: 'closed', through: '2026-06', reason: '' }],
  });
  const june = await revenueOf(program, '2026-06');
  expect(june).toBeGreaterThan(0);

  // An invoice that bears a date of June, written in July in Stripe's own dashboard.
  const stripe = dashboard(program.simulator);
  const customer = await stripe.customers.create({ name: 'Late Ltd', email: 'late@late.example' });
  await stripe.invoiceItems.create({ customer: customer.id, amount: 5_000, currency: 'eur' });
  const draft = await stripe.invoices.create({
    customer: customer.id,
    currency: 'eur',
    collection_method: 'send_invoice',
    days_until_due: 30,
    pending_invoice_items_behavior: 'include',
    effective_at: Date.UTC(2026, 5, 28, 10) / 1000,
  });
  await stripe.invoices.finalizeInvoice(draft.id);
  await program.until('it is in the books', async () => (await revenueOf(program, '2026-07')) === 5_000);
  const { rows } = await program.call('books.journal', { account: 4000, limit: 1 });
  expect(rows[0]).toMatchObject({ day: '2026-07-01', happened: '2026-06-28', kind: 'invoice.finalized' });
  expect(await revenueOf(program, '2026-06')).toBe(june);

  await program.call('books.verify', {});
  await program.until('all is verified', async () => {
    const { verification } = await program.call('books.proof', {});
    return verification.finishedAt !== null && !verification.running;
  });
  expect((await program.call('books.proof', {})).verification.finding).toBeNull();
  await program.call('books.export', { commandId: randomUUID(), format: 'hledger' });
  const journal = new TextDecoder().decode(program.savedFiles.get('Journal.journal'));
  expect(journal).toContain('; happened: 2026-06-28');
});

it('opens it again only with a reason, and keeps that in the log', async () => {
  const program = await sentInJune();
  await program.asleep(20 * DAY_MS);
  await program.until('July is here', async () => (await program.call('books.periods', {})).refusal === null);
  await program.call('books.closeMonth', { commandId: randomUUID(), month: '2026-06' });
  const reopen = { commandId: randomUUID(), month: '2026-06' };
  expect(await program.refusal('books.reopenMonth', { ...reopen, reason: '  ' })).toMatchObject({
    kind: 'invalid-input',
    issues: [{ path: 'reason' }],
  });
  await program.call('books.reopenMonth', { ...reopen, reason: 'A receipt of June was found' });
  const { closedThrough, log } = await program.call('books.periods', {});
  expect(closedThrough).toBeNull();
  expect(log).toMatchObject([
    { kind: 'reopened', through: null, reason: 'A receipt of June was found' },
    { kind: 'closed', through: '2026-06' },
  ]);
  expect(
    await program.refusal('books.reopenMonth', { ...reopen, commandId: randomUUID(), reason: 'Again' }),
  ).toMatchObject({ kind: 'wrong-state', code: 'open' });
});

it('is refused for a month that goes on', async () => {
  const program = await sentInJune();
  await program.asleep(20 * DAY_MS);
  await program.until('July is here', async () => (await program.call('books.periods', {})).refusal === null);
  expect(
    await program.refusal('books.closeMonth', { commandId: randomUUID(), month: '2026-07' }),
  ).toMatchObject({ kind: 'wrong-state', code: 'not-over' });
});

it('begins the books on a day: what was owed and held then is brought forward against equity', async () => {
  const program = await sentInJune();
  await program.asleep(20 * DAY_MS);
  const june = await revenueOf(program, '2026-06');
  await program.call('books.begin', { commandId: randomUUID(), day: '2026-07-01' });
  await program.until('it is posted anew', async () => (await revenueOf(program, '2026-06')) === 0);
  await inBalance(program);
  const { rows } = await program.call('books.trialBalance', { from: '2026-07-01', to: null });
  expect(rows.find(({ name }) => name === 'Opening balances')?.opening).toBe(-june);
  const { receivables } = await program.call('books.proof', {});
  expect(rows.find(({ name }) => name === 'Accounts receivable')?.opening).toBe(receivables[0]?.stripe);
  expect(await program.call('books.periods', {})).toMatchObject({ begins: '2026-07-01' });
  expect(await program.refusal('books.begin', { commandId: randomUUID(), day: '2027-01-01' })).toMatchObject({
    kind: 'wrong-state',
    code: 'future',
  });
});
