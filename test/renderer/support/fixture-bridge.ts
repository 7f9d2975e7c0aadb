// A bridge without a program behind it: answers come from a table, which is held to the contract.
import { type CallInput, type CallName, type CallOutput, calls } from '../../../shared/contract/calls.ts';
import type { CallError } from '../../../shared/contract/errors.ts';
import type { ChangeEvent } from '../../../shared/contract/events.ts';

/** What a call answers; `refuse` makes an error of it. */
export type Answers = {
  readonly [Name in CallName]?: (input: CallInput<Name>) => CallOutput<Name> | Refused;
};

interface Refused {
  readonly refused: CallError;
}

export function refuse(error: CallError): Refused {
  return { refused: error };
}

export interface FixtureBridge {
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  readonly subscribe: (listener: (event: ChangeEvent) => void) => () => void;
  readonly download: (ticket: string) => void;
  /** What the page has asked, in order. */
  readonly asked: readonly { readonly name: string; readonly input: unknown }[];
  readonly downloads: readonly string[];
  /** Tells the page that something has changed. */
  readonly emit: (event: ChangeEvent) => void;
}

export function createFixtureBridge(answers: Answers): FixtureBridge {
  const asked: { name: string; input: unknown }[] = [];
  const downloads: string[] = [];
  const listeners = new Set<(event: ChangeEvent) => void>();
  return {
    asked,
    downloads,
    call: (name, input) => {
      asked.push({ name, input });
      return Promise.resolve(answer(answers, name, input));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    download: (ticket) => downloads.push(ticket),
    emit: (event) => listeners.forEach((listener) => listener(event)),
  };
}

function answer(answers: Answers, name: string, input: unknown): unknown {
  if (!isCallName(name)) throw new Error(`The page asked for ${name}, which is not in the contract`);
  const parsed = calls[name].input.parse(input);
  // The table pairs each name with its input, which the compiler cannot follow through an index.
  const make = answers[name] as ((input: unknown) => unknown) | undefined;
  if (make === undefined) return { ok: false, error: { kind: 'bug', reference: `no answer to ${name}` } };
  const value = make(parsed);
  if (isRefused(value)) return { ok: false, error: value.refused };
  return { ok: true, value: calls[name].output.parse(value) };
}

function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}
