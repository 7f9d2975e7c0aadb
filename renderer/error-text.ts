// Errors of calls in words: what happened and what the bookkeeper can do.
import type { CallError } from '../shared/contract/errors.ts';
import { assertNever } from '../shared/domain/assert.ts';
import { STOPPED } from './bridge.ts';

/** One or two sentences for a person. */
export function describeError(error: CallError): string {
  switch (error.kind) {
    case 'invalid-input':
      return error.issues.map((issue) => sentence(issue.message)).join(' ');
    case 'not-found':
      return `${capitalized(error.what)} could not be found. It may have been removed.`;
    case 'wrong-state':
      return sentence(error.message);
    case 'stripe-refused':
      return `Stripe refused: ${sentence(error.message)}`;
    case 'key-refused':
      return sentence(error.message);
    case 'offline':
      return 'There is no connection to Stripe at the moment.';
    case 'no-books':
      return 'No books are open.';
    case 'storage':
      return sentence(error.message);
    case 'bug':
      return error.reference === STOPPED
        ? 'Quittance is no longer running. Start it again; nothing you did is lost.'
        : `Something went wrong inside Quittance. Reference: ${error.reference}`;
    default:
      return assertNever(error);
  }
}

/** The reasons for one field of a form, by its path; undefined when it is fine. */
export function issueAt(error: CallError | null, path: string): string | undefined {
  if (error?.kind !== 'invalid-input') return undefined;
  const messages = error.issues
    .filter((issue) => issue.path === path)
    .map((issue) => sentence(issue.message));
  return messages.length === 0 ? undefined : messages.join(' ');
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentence(text: string): string {
  const capital = capitalized(text.trim());
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}
