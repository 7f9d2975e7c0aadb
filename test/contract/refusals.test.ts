// The contract at its edge: whatever comes in is answered as data, names the field, and changes nothing.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CallName, calls } from '../../shared/contract/calls.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { startConnected, startProgram } from '../support/program.ts';

// Object.keys gives text; these are the table's own names.
const NAMES = Object.keys(calls) as CallName[];
/** They close or replace the books, which other tests are about. */
const LEAVES_BOOKS: ReadonlySet<CallName> = new Set([
  'books.openSample',
  'books.open',
  'books.close',
  'stripe.connect',
  'stripe.forgetKey',
]);

function needsCommandId(name: CallName): boolean {
  const { input } = calls[name];
  return input instanceof z.ZodObject && 'commandId' in input.shape;
}

describe('every call', () => {
  it('answers anything at all with a reply, never with a rejection or a defect', async () => {
    const program = await startConnected();
    for (const name of NAMES.filter((candidate) => !LEAVES_BOOKS.has(candidate))) {
      await fc.assert(
        fc.asyncProperty(fc.anything({ maxDepth: 3, withNullPrototype: true }), async (input) => {
          const reply = await program.dispatch(name, input);
          const kind = reply.ok ? 'answered' : CallError.parse(reply.error).kind;
          expect([name, kind]).not.toEqual([name, 'bug']);
        }),
        { numRuns: 40 },
      );
    }
    expect((await program.call('outbox.list', { view: 'all', limit: 200 })).operations).toEqual([]);
    expect(program.simulator.control.objects({ type: 'invoice' })).toEqual([]);
  });

  it.each(NAMES.filter(needsCommandId))(
    'refuses %s without the id made at the click, naming the field',
    async (name) => {
      const program = await startProgram();
      const reply = await program.dispatch(name, {});
      expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
      const error = reply.ok ? null : reply.error;
      expect(error?.kind === 'invalid-input' && error.issues.map(({ path }) => path)).toContain('commandId');
    },
  );

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    'invoices',
    'drafts.send\0',
    'DRAFTS.SEND',
  ])('refuses the unknown name %j', async (name) => {
    const program = await startProgram();
    expect(await program.dispatch(name, {})).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
  });

  it('says that no books are open instead of answering from nowhere', async () => {
    const program = await startProgram();
    expect(await program.refusal('home.get', {})).toEqual({ kind: 'no-books' });
    expect(
      await program.refusal('drafts.create', { commandId: randomUUID(), customerId: null, copyOf: null }),
    ).toEqual({ kind: 'no-books' });
  });

  it('says what is not there', async () => {
    const program = await startConnected();
    expect(await program.refusal('invoices.get', { id: 'in_none' })).toEqual({
      kind: 'not-found',
      what: 'invoice',
    });
    expect(await program.refusal('customers.get', { id: 'cus_none' })).toEqual({
      kind: 'not-found',
      what: 'customer',
    });
    expect(await program.refusal('drafts.get', { id: 'draft_none' })).toEqual({
      kind: 'not-found',
      what: 'invoice',
    });
    expect(await program.refusal('outbox.cancel', { commandId: randomUUID(), id: 'none' })).toEqual({
      kind: 'not-found',
      what: 'operation',
    });
  });
});
