// Restoring: what happened since the backup comes back from Stripe, and nothing that was done is done again.
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ACME, clickSend, writeInvoice } from '../support/acme.ts';
import { backupPorts } from '../support/backup-ports.ts';
import { idOf } from '../support/id-of.ts';
import { type Program, startConnected } from '../support/program.ts';

const DEAD_LINE = [{ match: {}, fault: { kind: 'reset', effect: 'none' }, times: 1_000_000 }] as const;

const start = (): Promise<Program> => startConnected({ ports: { backups: backupPorts() } });
const command = () => ({ commandId: randomUUID() });

const badge = async (program: Program, id: string): Promise<string> =>
  (await program.call('invoices.get', { id })).badge;

/** Answers the id of the backup that was made. */
async function backUp(program: Program): Promise<string> {
  const before = (await program.call('backups.list', {})).rows.length;
  await program.clock.advance(2_000);
  await program.call('backups.make', command());
  await program.until(
    'it is backed up',
    async () => (await program.call('backups.list', {})).rows.length > before,
  );
  return (await program.call('backups.list', {})).rows[0]?.id ?? '';
}

async function restore(program: Program, id: string): Promise<void> {
  await program.call('backups.restore', { ...command(), id });
}

const isSettled = async (program: Program): Promise<boolean> =>
  typeof (await program.call('backups.status', {})).restored?.settledAt === 'number';
const settle = (program: Program): Promise<void> =>
  program.until('everything since is here', () => isSettled(program));

async function sent(program: Program): Promise<string> {
  const written = await writeInvoice(program);
  await clickSend(program, written);
  await program.until('it is sent', async () => (await badge(program, written.draftId)) === 'open');
  return written.draftId;
}

const pay = async (program: Program, invoice: string): Promise<string> => {
  const { stripeId } = await program.call('invoices.get', { id: invoice });
  program.simulator.control.payInvoice({ invoice: stripeId ?? '' });
  await program.call('sync.now', command());
  await program.until('it is paid', async () => (await badge(program, invoice)) === 'paid');
  const { rows } = await program.call('payments.list', {
    filter: { standing: 'succeeded' },
    sort: { by: 'date', direction: 'desc' },
    page: { offset: 0, limit: 1 },
  });
  return rows[0]?.id ?? '';
};

const refund = (program: Program, paymentId: string) =>
  program.call('refunds.create', {
    ...command(),
    paymentId,
    amount: { amount: 100, currency: 'eur' },
    reason: 'requested_by_customer',
    note: '',
  });

it('sends and refunds nothing twice, brings everything back, and proves the books', async () => {
  const program = await start();
  const draft = await writeInvoice(program);
  const paid = await sent(program);
  const payment = await pay(program, paid);
  const backup = await backUp(program);
  const operationId = await clickSend(program, draft);
  await program.until('it is sent', async () => (await badge(program, draft.draftId)) === 'open');
  await refund(program, payment);
  await program.until(
    'it is refunded',
    async () => program.simulator.control.objects({ type: 'refund' }).length === 1,
  );
  const stripe = () => ({
    invoices: program.simulator.control.objects({ type: 'invoice' }).map(({ id, status }) => [id, status]),
    refunds: program.simulator.control.objects({ type: 'refund' }).map(idOf),
    mails: program.simulator.control.emails().length,
  });
  await program.clock.advance(60_000);
  const before = stripe();
  const invoiceBefore = await program.call('invoices.get', { id: draft.draftId });

  await restore(program, backup);
  expect(await badge(program, draft.draftId)).toBe('draft');
  expect(await program.refusal('outbox.get', { id: operationId ?? '' })).toMatchObject({ kind: 'not-found' });
  const again = await program.call('drafts.get', { id: draft.draftId });
  const totals = (await program.call('drafts.review', { id: draft.draftId })).totals;
  const refused = await program.refusal('drafts.send', {
    ...command(),
    id: draft.draftId,
    revision: again.revision,
    email: true,
    total: { amount: totals.total, currency: totals.currency },
  });
  expect(refused).toMatchObject({ kind: 'wrong-state', code: 'settling' });

  await settle(program);
  await program.until('the proof', async () => {
    const { verification, state } = await program.call('books.proof', {});
    return verification.finishedAt !== null && state !== 'posting';
  });
  expect(stripe()).toEqual(before);
  const invoice = await program.call('invoices.get', { id: draft.draftId });
  expect([invoice.badge, invoice.number]).toEqual([invoiceBefore.badge, invoiceBefore.number]);
  expect(await badge(program, paid)).toBe('partially-refunded');
  expect(await program.call('books.proof', {})).toMatchObject({
    state: 'in-balance',
    verification: { finding: null },
  });
  await program.until(
    'it is compared with all of Stripe',
    async () => (await program.call('sync.comparison', {})).comparison?.state === 'done',
  );
});

it('is made into a new file, and the books of before stay where they were and can be gone back to', async () => {
  const program = await start();
  const { books } = await program.call('app.state', {});
  const folder = join(program.directory, 'books', books?.id ?? '');
  const backup = await backUp(program);
  const written = await writeInvoice(program);
  expect(await program.call('backups.loss', { id: backup })).toMatchObject({
    isKnown: true,
    draftCount: 1,
    drafts: [{ customerName: ACME.name }],
  });
  await restore(program, backup);
  expect(readdirSync(folder).filter((name) => name.endsWith('.db'))).toEqual([
    expect.stringMatching(/^quittance-restored-\w+\.db$/),
    'quittance.db',
  ]);
  expect(await program.refusal('drafts.get', { id: written.draftId })).toMatchObject({ kind: 'not-found' });
  await program.restart();
  expect((await program.call('backups.status', {})).restored).not.toBeNull();
  const aside = (await program.call('backups.list', {})).rows.find(({ kind }) => kind === 'replaced');
  await program.clock.advance(2_000);
  await restore(program, aside?.id ?? '');
  expect((await program.call('drafts.get', { id: written.draftId })).state).toBe('editing');
});

it('asks Stripe about what was waiting in the backup, and finds what was done since', async () => {
  const program = await start();
  const payment = await pay(program, await sent(program));
  program.simulator.control.faults.script(DEAD_LINE);
  const { operationId } = await refund(program, payment);
  const backup = await backUp(program);
  program.simulator.control.faults.script([]);
  await program.until(
    'it is refunded',
    async () => (await program.call('outbox.get', { id: operationId ?? '' })).state === 'done',
  );
  await restore(program, backup);
  expect((await program.call('backups.status', {})).restored?.unsure).toBe(1);
  await settle(program);
  await program.until(
    'it is found',
    async () => (await program.call('outbox.get', { id: operationId ?? '' })).state === 'done',
  );
  expect((await program.call('backups.status', {})).restored?.unsure).toBe(0);
  expect(program.simulator.control.objects({ type: 'refund' })).toHaveLength(1);
});

it('does not do what was waiting in the backup and taken back since, until a person says so', async () => {
  const program = await start();
  const payment = await pay(program, await sent(program));
  const { draftId, ...written } = await writeInvoice(program);
  await program.clock.advance(60_000);
  program.simulator.control.faults.script(DEAD_LINE);
  const { operationId: refunding } = await refund(program, payment);
  const sending = await clickSend(program, { draftId, ...written });
  const backup = await backUp(program);
  for (const id of [refunding ?? '', sending ?? ''])
    await program.call('outbox.cancel', { ...command(), id });
  program.simulator.control.faults.script([]);
  await restore(program, backup);
  await settle(program);
  const state = async (id: string | null) => program.call('outbox.get', { id: id ?? '' });
  await program.until(
    'a person is asked',
    async () => (await program.call('outbox.list', { view: 'active', limit: 9 })).needPerson === 2,
  );
  await program.clock.advance(3_600_000);
  expect(program.simulator.control.objects({ type: 'refund' })).toHaveLength(0);
  expect(program.simulator.control.emails()).toHaveLength(1);
  expect((await state(sending)).explanation).toContain('waiting when the backup was made');
  await program.call('outbox.resolve', { ...command(), id: refunding ?? '', decision: 'discard' });
  await program.call('outbox.resolve', { ...command(), id: sending ?? '', decision: 'accept' });
  await program.until('it is sent', async () => (await badge(program, draftId)) === 'open');
  expect(program.simulator.control.emails()).toHaveLength(2);
  expect(program.simulator.control.objects({ type: 'refund' })).toHaveLength(0);
});

it('brings back what happened in more than the thirty days for which Stripe keeps events', async () => {
  const program = await start();
  const draft = await writeInvoice(program);
  const backup = await backUp(program);
  await clickSend(program, draft);
  await program.until('it is sent', async () => (await badge(program, draft.draftId)) === 'open');
  await program.asleep(40 * 86_400_000);
  await restore(program, backup);
  expect(await badge(program, draft.draftId)).toBe('draft');
  await settle(program);
  expect(await badge(program, draft.draftId)).toMatch(/open|past-due/);
  expect(program.simulator.control.emails()).toHaveLength(1);
});

it('waits, offline, with everything readable and nothing sent, however often it is started', async () => {
  const program = await start();
  const draft = await writeInvoice(program);
  const backup = await backUp(program);
  program.simulator.control.faults.script(DEAD_LINE);
  await restore(program, backup);
  await program.clock.advance(3_600_000);
  await program.restart();
  expect(await isSettled(program)).toBe(false);
  expect(await badge(program, draft.draftId)).toBe('draft');
  program.simulator.control.faults.script([]);
  await program.restart();
  await settle(program);
  await clickSend(program, draft);
  await program.until('it is sent', async () => (await badge(program, draft.draftId)) === 'open');
});

it('does not bring back a customer who was erased since the backup', async () => {
  const program = await start();
  const { id } = await program.call('customers.save', { ...command(), id: null, fields: ACME });
  await program.until(
    'it is at Stripe',
    async () => (await program.call('customers.get', { id })).stripeId !== null,
  );
  const backup = await backUp(program);
  await program.call('customers.erase', { ...command(), id });
  const isErased = async () => (await program.call('customers.get', { id })).erasedAt !== null;
  await program.until('it is erased', isErased);
  await restore(program, backup);
  expect(await isErased()).toBe(true);
  await settle(program);
  expect(JSON.stringify(await program.call('customers.get', { id }))).not.toContain(ACME.email);
  expect(await isErased()).toBe(true);
});

it('refuses a damaged backup and leaves everything as it was', async () => {
  const program = await start();
  const { books } = await program.call('app.state', {});
  await program.call('customers.save', { ...command(), id: null, fields: ACME });
  const backup = await backUp(program);
  const folder = join(program.directory, 'backups', books?.id ?? '');
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    bytes.fill(0x5a, 8192, 40_960);
    writeFileSync(join(folder, name), bytes);
  }
  expect(await program.refusal('backups.restore', { ...command(), id: backup })).toMatchObject({
    kind: 'wrong-state',
    code: 'damaged',
  });
  expect((await program.call('customers.counts', {})).all).toBe(1);
  const own = join(program.directory, 'books', books?.id ?? '');
  expect(existsSync(join(own, 'current.json'))).toBe(false);
  expect(readdirSync(own).filter((name) => name.includes('restored'))).toEqual([]);
});

it('knows only backups of these books', async () => {
  const program = await start();
  for (const id of ['0.../../etc/passwd', 'books.quittance.db', '7.books-20260101T000000Z.db'])
    expect(await program.refusal('backups.restore', { ...command(), id })).toEqual({
      kind: 'not-found',
      what: 'backup',
    });
});
