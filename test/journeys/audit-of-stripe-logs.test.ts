// Audit of Stripe logs, and structured logging: every request is on record, can be found, and leads to Stripe's own record of it.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { type Program, startConnected, startProgram, TEST_KEY } from '../support/program.ts';

type Rows = CallOutput<'requests.list'>['rows'];

const requests = async (
  program: Program,
  search = '',
  show: 'all' | 'writes' | 'errors' = 'all',
): Promise<Rows> => (await program.call('requests.list', { search, show, limit: 200 })).rows;

async function sentInvoice(program: Program): Promise<string> {
  const written = await writeInvoice(program);
  await clickSend(program, written);
  const invoice = () => program.call('invoices.get', { id: written.draftId });
  await program.until('it is open', async () => (await invoice()).badge === 'open');
  return (await invoice()).stripeId ?? '';
}

/** Everything that is written as a log below the data folder. */
function logsOf({ directory, logLines }: Program): string {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(files.join('')).toContain('invoices.sendInvoice');
  return [...files, ...logLines].join('\n');
}

describe('Structured logging', () => {
  it('says of every request what was done, to which object, for how much, under which key, and what came of it', async () => {
    const program = await startConnected();
    const stripeId = await sentInvoice(program);
    const [invoice] = program.simulator.control.objects({ type: 'invoice' });
    const [sent] = await requests(program, 'sendInvoice');
    expect(sent).toMatchObject({
      operation: 'invoices.sendInvoice',
      objectIds: [stripeId],
      amount: invoice?.['total'],
      currency: 'eur',
      attempt: 1,
      replayed: false,
      status: 200,
      error: null,
    });
    expect(sent?.idempotencyKey).toMatch(/^[0-9a-f-]{36}:\d+:1$/);
    expect(sent?.requestId).toMatch(/^req_/);
    const atStripe = program.simulator.control.requests().length;
    expect((await requests(program)).length).toBe(Math.min(200, atStripe));
    const toStripe = await requests(program, '', 'writes');
    expect(toStripe.length).toBe(
      program.simulator.control.requests().filter(({ method }) => method !== 'GET').length,
    );
  });

  it('counts the attempts of a write and says what kept the answer away', async () => {
    const program = await startConnected();
    program.simulator.control.faults.script([
      { match: { method: 'POST', path: '/v1/customers' }, fault: { kind: 'reset', effect: 'none' } },
      { match: { method: 'POST', path: '/v1/customers' }, fault: { kind: 'rate_limited' } },
    ]);
    await sentInvoice(program);
    const attempts = await requests(program, 'customers.create');
    expect(attempts.map(({ attempt, status, error }) => [attempt, status, error])).toEqual([
      [3, 200, null],
      [2, 429, 'rate-limited'],
      [1, null, 'network'],
    ]);
    expect(new Set(attempts.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    const errors = await requests(program, '', 'errors');
    expect(errors.every(({ error }) => error !== null)).toBe(true);
    expect(errors.length).toBeGreaterThanOrEqual(2);
  });

  it('survives a restart and holds nothing of the key, the customer or what was sent', async () => {
    const program = await startConnected();
    const invoice = await sentInvoice(program);
    await program.restart();
    expect((await requests(program, invoice)).length).toBeGreaterThan(2);
    const logs = logsOf(program);
    for (const canary of [
      TEST_KEY,
      'acme',
      'Brückenbau',
      'Hafenstraße',
      '20457',
      'DE123456789',
      'Corporate design',
      'Vielen Dank',
      'PO-77',
    ])
      expect(logs.toLowerCase(), canary).not.toContain(canary.toLowerCase());
  });
});

describe('Audit of Stripe logs', () => {
  it('opens a request in Stripe’s dashboard, in the test mode’s part of it', async () => {
    const program = await startConnected();
    const [newest] = await requests(program);
    const id = newest?.requestId ?? '';
    await program.call('external.open', { kind: 'dashboard', of: 'request', id });
    expect(program.opened).toEqual([`https://dashboard.stripe.com/test/logs/${id}`]);
  });

  it.each(['../settings', 'req_1/../../x', 'req 1', 'https://evil.example', ''])(
    'opens nothing for %j, which is no request id',
    async (id) => {
      const program = await startConnected();
      await program.refusal('external.open', {
        kind: 'dashboard',
        of: 'request',
        id,
      });
      expect(program.opened).toEqual([]);
    },
  );

  it('has no dashboard for sample data, and says so', async () => {
    const program = await startProgram();
    await program.call('books.openSample', { commandId: randomUUID() });
    const input = { kind: 'dashboard', of: 'request', id: 'req_1' } as const;
    expect(await program.refusal('external.open', input)).toMatchObject({ code: 'sample' });
  });
});
