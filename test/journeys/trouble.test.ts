// Living with trouble: offline, refused, another total, damaged and foreign files. Nothing is lost and everything is said.
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ACME, clickSend, writeInvoice } from '../support/acme.ts';
import { idOf } from '../support/id-of.ts';
import { type Program, startConnected } from '../support/program.ts';

const DEAD_LINE = [{ match: {}, fault: { kind: 'reset', effect: 'none' }, times: 1_000_000 }] as const;

const send = async (program: Program): Promise<{ draftId: string; operationId: string }> => {
  const written = await writeInvoice(program);
  const operationId = await clickSend(program, written);
  return { draftId: written.draftId, operationId };
};

const badge = async (program: Program, id: string): Promise<string> =>
  (await program.call('invoices.get', { id })).badge;

describe('offline', () => {
  it('keeps what was sent, says so, and sends it when Stripe can be reached again', async () => {
    const program = await startConnected();
    program.simulator.control.faults.script(DEAD_LINE);
    const { draftId, operationId } = await send(program);
    await program.clock.advance(10 * 60_000);
    expect(await badge(program, draftId)).toBe('queued');
    expect((await program.call('sync.status', {})).phase).toBe('offline');
    expect((await program.call('outbox.get', { id: operationId })).actions).toEqual(['cancel']);
    await program.restart();
    program.simulator.control.faults.script([]);
    await program.until('it is sent', async () => (await badge(program, draftId)) === 'open');
    expect(program.simulator.control.emails()).toHaveLength(1);
  });

  it('gives the draft back when what is queued is canceled', async () => {
    const program = await startConnected();
    program.simulator.control.faults.script(DEAD_LINE);
    const { draftId, operationId } = await send(program);
    await program.call('outbox.cancel', { commandId: randomUUID(), id: operationId });
    expect(await badge(program, draftId)).toBe('draft');
    expect((await program.call('drafts.get', { id: draftId })).state).toBe('editing');
    program.simulator.control.faults.script([]);
    await program.clock.advance(20 * 60_000);
    expect(program.simulator.control.objects({ type: 'invoice' })).toEqual([]);
  });
});

describe('another total at Stripe', () => {
  it('stops before issuing and leaves the decision to a person', async () => {
    const program = await startConnected();
    const slowDown = {
      match: { method: 'POST', path: '/v1/invoices/*/finalize' },
      fault: { kind: 'rate_limited' },
    } as const;
    program.simulator.control.faults.script([slowDown]);
    const { draftId, operationId } = await send(program);
    const drafts = () => program.simulator.control.objects({ type: 'invoice' });
    await program.until(
      'it waits',
      async () => (await program.call('outbox.get', { id: operationId })).state === 'waiting',
    );
    // Somebody changes the draft in Stripe's dashboard in between: the look-up before finalizing must see it.
    const response = await program.simulator.handle({
      method: 'POST',
      path: `/v1/invoices/${idOf(drafts()[0])}/add_lines`,
      headers: {
        authorization: 'Bearer sk_test_dashboard00000',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'lines[0][amount]=1&lines[0][description]=Surcharge',
    });
    expect(response.status).toBe(200);
    await program.until('a person is asked', async () => (await badge(program, draftId)) === 'needs-review');
    expect(program.simulator.control.emails()).toEqual([]);
    const review = await program.call('outbox.get', { id: operationId });
    expect(review.explanation).toMatch(/another total .* not issued: €\d[\d,.]* instead of €\d/);
    expect(review.steps.map(({ error }) => error).filter((error) => error !== null)).toEqual([]);
    expect((await program.call('home.get', {})).checklist).toContainEqual({ step: 'invoice', done: false });
    await program.call('outbox.resolve', { commandId: randomUUID(), id: operationId, decision: 'accept' });
    await program.until('it goes on', async () => (await badge(program, draftId)) === 'open');
    expect(program.simulator.control.emails()).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('shows Stripe’s reason, gives the draft back, and leaves no second invoice after it is mended', async () => {
    const program = await startConnected();
    program.simulator.control.faults.script([
      { match: { method: 'POST', path: '/v1/invoices/*/finalize' }, fault: { kind: 'declined' } },
    ]);
    const { draftId, operationId } = await send(program);
    await program.until('it has failed', async () => (await badge(program, draftId)) === 'send-failed');
    expect((await program.call('outbox.get', { id: operationId })).actions).toEqual(['retry', 'discard']);
    const draft = await program.call('drafts.get', { id: draftId });
    expect(draft.state).toBe('editing');
    const total = (await program.call('drafts.review', { id: draftId })).totals;
    await program.call('drafts.send', {
      commandId: randomUUID(),
      id: draftId,
      revision: draft.revision,
      email: true,
      total: { amount: total.total, currency: total.currency },
    });
    await program.until('it is open', async () => (await badge(program, draftId)) === 'open');
    expect(
      program.simulator.control.objects({ type: 'invoice' }).filter(({ status }) => status !== undefined),
    ).toHaveLength(1);
    expect(program.simulator.control.emails()).toHaveLength(1);
  });

  it('is not tried once more with what the draft said before it was changed', async () => {
    const program = await startConnected();
    program.simulator.control.faults.script([
      { match: { method: 'POST', path: '/v1/invoices/*/finalize' }, fault: { kind: 'declined' } },
    ]);
    const { draftId, operationId } = await send(program);
    await program.until('it has failed', async () => (await badge(program, draftId)) === 'send-failed');
    const { revision, content } = await program.call('drafts.get', { id: draftId });
    await program.call('drafts.save', { id: draftId, revision, content: { ...content, memo: 'Changed' } });
    expect(await badge(program, draftId)).toBe('draft');
    const again = await program.refusal('outbox.retry', { commandId: randomUUID(), id: operationId });
    expect(again).toMatchObject({ kind: 'wrong-state' });
    expect(await program.call('outbox.get', { id: operationId })).toMatchObject({
      state: 'canceled',
      explanation: expect.stringContaining('What had been done at Stripe by then stays'),
    });
  });
});

describe('the file of the books', () => {
  const databaseOf = async (program: Program): Promise<string> => {
    const { books } = await program.call('app.state', {});
    return join(program.directory, 'books', books?.id ?? '', 'quittance.db');
  };
  const problem = async (program: Program): Promise<unknown> => (await program.call('app.state', {})).problem;

  it('is refused, untouched, when a newer program wrote it', async () => {
    const program = await startConnected();
    const path = await databaseOf(program);
    await program.restart(() => {
      const db = new Database(path);
      db.pragma('user_version = 9999');
      db.close();
    });
    expect(await problem(program)).toMatchObject({ kind: 'storage', reason: 'newer' });
    const db = new Database(path, { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(9999);
    db.close();
  });

  it('is refused, untouched, when it is not ours', async () => {
    const program = await startConnected();
    const path = await databaseOf(program);
    await program.restart(() => writeFileSync(path, 'These are my recipes.'));
    expect(await problem(program)).toMatchObject({ kind: 'storage', reason: 'foreign' });
    expect(readFileSync(path, 'utf8')).toBe('These are my recipes.');
  });

  it('is refused when it is damaged, and kept', async () => {
    const program = await startConnected();
    await program.call('customers.save', { commandId: randomUUID(), id: null, fields: ACME });
    const path = await databaseOf(program);
    let damaged = Buffer.alloc(0);
    await program.restart(() => {
      damaged = readFileSync(path);
      damaged.fill(0x5a, 4096, 12_288);
      writeFileSync(path, damaged);
    });
    expect(await problem(program)).toMatchObject({ kind: 'storage', reason: 'corrupt' });
    expect(readFileSync(path).equals(damaged)).toBe(true);
  });
});
