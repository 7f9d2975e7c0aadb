// One object that Stripe cannot give must not keep all others waiting for ever.
import type { ReadFailure } from '../stripe/request.ts';
import type { Target } from './targets.ts';

export interface PassedOver {
  readonly target: Target;
  readonly failure: ReadFailure;
}

const MOST_FAILURES = 4;

/** Counts how often an object failed by itself, while this program runs. */
export class Patience {
  readonly #failures = new Map<string, number>();

  /** Being offline or asked to slow down is no fault of the object. */
  fail({ id }: Target, failure: ReadFailure): void {
    const own =
      failure.kind === 'server-error' || (failure.kind === 'no-answer' && failure.why === 'malformed');
    if (own) this.#failures.set(id, (this.#failures.get(id) ?? 0) + 1);
  }

  isLost({ id }: Target): boolean {
    return (this.#failures.get(id) ?? 0) >= MOST_FAILURES;
  }
}
