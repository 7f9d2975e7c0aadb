// Typed calls, derived from the table of the contract; what comes back is parsed before a component sees it.
import { z } from 'zod';
import type { Bridge } from '../shared/contract/bridge.ts';
import { type CallInput, type CallName, type CallOutput, calls } from '../shared/contract/calls.ts';
import { CallError, type Result } from '../shared/contract/errors.ts';

const Reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: CallError }),
]);

/** Calls one operation. Never rejects: a failure is data. */
export type Client = <Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
) => Promise<Result<CallOutput<Name>>>;

export function createClient(bridge: Pick<Bridge, 'call'>): Client {
  return async <Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<Result<CallOutput<Name>>> => {
    const reply = Reply.safeParse(await bridge.call(name, input));
    if (!reply.success) return unreadable(name);
    if (!reply.data.ok) return reply.data;
    const output = calls[name].output.safeParse(reply.data.value);
    // The table pairs each name with its output schema, which the compiler cannot follow through an index by a type parameter.
    return output.success ? { ok: true, value: output.data as CallOutput<Name> } : unreadable(name);
  };
}

function unreadable(name: CallName): Result<never> {
  return { ok: false, error: { kind: 'bug', reference: `unreadable answer to ${name}` } };
}

/** A refused query, as React Query wants it: thrown. */
export class CallFailure extends Error {
  readonly error: CallError;

  constructor(error: CallError) {
    super(error.kind);
    this.name = 'CallFailure';
    this.error = error;
  }
}
