// What a person, a file or Stripe can cause: thrown by use cases, turned into data by the dispatcher. Defects are plain errors.
import type { CallError } from '../shared/contract/errors.ts';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly error: CallError;

  constructor(error: CallError) {
    super(error.kind);
    this.error = error;
  }
}

export function notFound(what: string): Refusal {
  return new Refusal({ kind: 'not-found', what });
}

/** `code` is for programs, `message` for the person. */
export function wrongState(code: string, message: string): Refusal {
  return new Refusal({ kind: 'wrong-state', code, message });
}

/** `path` names the field as in the input, such as `settings.company.timeZone`. */
export function invalidInput(path: string, message: string): Refusal {
  return new Refusal({ kind: 'invalid-input', issues: [{ path, message }] });
}
