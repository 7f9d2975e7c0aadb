// Whether Stripe refused only what was asked for: the key may not read it, or it does not exist. Others can go on.
import type { ReadFailure } from './request.ts';

export function isRefusedAlone(failure: ReadFailure): boolean {
  return failure.kind === 'refused' || (failure.kind === 'key-refused' && failure.status === 403);
}
