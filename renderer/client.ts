// Typed calls, derived from the table of the contract. The program parses what it answers, so the page brings no schemas of its own.
import type { Bridge } from '../shared/contract/bridge.ts';
import type { CallInput, CallName, CallOutput } from '../shared/contract/calls.ts';
import type { CallError, Result } from '../shared/contract/errors.ts';

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
    const reply: unknown = await bridge.call(name, input);
    // Both hosts hand on what dispatch answers, which has parsed it by the table's schema for this name.
    return isReply(reply) ? (reply as Result<CallOutput<Name>>) : unreadable(name);
  };
}

const ERRORS: Readonly<Record<CallError['kind'], true>> = {
  'invalid-input': true,
  'not-found': true,
  'wrong-state': true,
  'stripe-refused': true,
  'key-refused': true,
  offline: true,
  'no-books': true,
  storage: true,
  bug: true,
};

/** Whether it is a reply at all, and a refusal of a kind that the page can put into words. */
function isReply(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  if (value.ok === true) return 'value' in value;
  if (!('error' in value) || typeof value.error !== 'object' || value.error === null) return false;
  return 'kind' in value.error && Object.hasOwn(ERRORS, String(value.error.kind));
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
