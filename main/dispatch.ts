// The one door: looks a call up in the table, parses what comes in and what goes out, and turns refusals into data.
import { type CallName, calls } from '../shared/contract/calls.ts';
import type { CallError, Result } from '../shared/contract/errors.ts';
import { letOut } from './outgoing.ts';
import type { Log } from './ports.ts';
import { Refusal } from './refusal.ts';
import { storageProblemOf } from './store/sqlite-error.ts';

/** A handler as the dispatcher sees it; `Handlers` in handlers.ts ties each to its schemas. */
export type AnyHandler = (input: never) => unknown;

export interface DispatchOptions {
  readonly handlers: Readonly<Record<CallName, AnyHandler>>;
  /** Why a call may not run at present; null lets it. */
  readonly refuse: (name: CallName) => CallError | null;
  readonly log: Log;
  /** Names a defect in the log and to the person. */
  readonly reference: () => string;
}

export type Dispatch = (name: string, input: unknown) => Promise<Result<unknown>>;

export function createDispatch({ handlers, refuse, log, reference }: DispatchOptions): Dispatch {
  const fail = (error: CallError): Result<never> => ({ ok: false, error });
  return async (name, input) => {
    if (!isCall(name))
      return fail({ kind: 'invalid-input', issues: [{ path: '', message: 'There is no such call' }] });
    const refused = refuse(name);
    if (refused) return fail(refused);
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) return fail(invalid(parsed.error.issues));
    try {
      // The input has just been parsed by the schema that the handler's type is made from.
      const output = await handlers[name](parsed.data as never);
      return { ok: true, value: letOut(calls[name].output, output) };
    } catch (error) {
      return fail(refusalOf(error) ?? defect(name, error));
    }
  };

  function defect(name: string, error: unknown): CallError {
    const mark = reference();
    // Messages may quote data: the log keeps the place, not the words, of a defect.
    log.error('defect', {
      reference: mark,
      call: name,
      error: error instanceof Error ? error.name : typeof error,
      stack: placeOf(error),
    });
    return { kind: 'bug', reference: mark };
  }
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

function invalid(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): CallError {
  return {
    kind: 'invalid-input',
    issues: issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  };
}

function refusalOf(error: unknown): CallError | null {
  if (error instanceof Refusal) return error.error;
  return storageProblemOf(error);
}

function placeOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  return error.stack.split('\n').flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []));
}
