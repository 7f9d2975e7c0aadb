// What is still wrong with a form after it was refused: a field that has been changed since is not.
import { useState } from 'react';
import type { CallError } from '../shared/contract/errors.ts';

/** `input` is what the form would send now, as the command takes it; null when nothing of the refusal is left. */
export function useStillWrong(error: CallError | null, input: object): CallError | null {
  const [refused, setRefused] = useState({ error, input });
  if (refused.error !== error) setRefused({ error, input });
  return error === null ? null : stillWrong(error, refused.input, input);
}

/** The refusal of `sent`, without the reasons at fields that are another in `now`. */
export function stillWrong(error: CallError, sent: object, now: object): CallError | null {
  if (error.kind !== 'invalid-input') return error;
  const issues = error.issues.filter(({ path }) => isSame(valueAt(sent, path), valueAt(now, path)));
  return issues.length === 0 ? null : { ...error, issues };
}

/** A reason may stand at a group of fields, which a form puts together anew each time. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function valueAt(input: object, path: string): unknown {
  let value: unknown = input;
  for (const name of path.split('.'))
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return value;
}
