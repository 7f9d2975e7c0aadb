// What is still wrong with a form after it was refused: a field that has been changed since is not. Pure.
import type { CallError } from '../shared/contract/errors.ts';
import { valueAt } from './value-at.ts';

export interface RefusedCommand {
  readonly error: CallError | null;
  /** What was refused. */
  readonly sent: object | null;
}

/** The refusal without the reasons at fields that are another in `now`, which is what would be sent now; null when none is left. */
export function stillWrong({ error, sent }: RefusedCommand, now: object): CallError | null {
  if (error?.kind !== 'invalid-input') return error;
  const issues = error.issues.filter(({ path }) => isSame(valueAt(sent, path), valueAt(now, path)));
  return issues.length === 0 ? null : { ...error, issues };
}

/** A reason may stand at a group of fields, which a form puts together anew each time. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
