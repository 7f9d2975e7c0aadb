// What a failure means for the bookkeeper. Pure.
import type { CallError } from '../../shared/contract/errors.ts';
import type { ReadFailure } from '../stripe/request.ts';

export function syncError(failure: ReadFailure): CallError {
  switch (failure.kind) {
    case 'no-answer':
      return failure.why === 'malformed'
        ? refused(null, 'Stripe gave an answer that makes no sense.', null)
        : { kind: 'offline' };
    case 'rate-limited':
      return refused('rate_limit', 'Stripe asked to slow down.', failure.requestId);
    case 'conflict':
      return refused('conflict', 'Stripe is busy with an earlier request.', failure.requestId);
    case 'server-error':
      return refused('server_error', 'Stripe had an error of its own.', failure.requestId);
    case 'refused':
      return refused(failure.code, failure.message, failure.requestId);
    case 'key-refused':
      return failure.status === 401
        ? { kind: 'key-refused', reason: 'revoked', message: 'Stripe no longer accepts this key.' }
        : {
            kind: 'key-refused',
            reason: 'no-permission',
            message: 'The key may not read the events of the account.',
          };
  }
}

function refused(code: string | null, message: string, requestId: string | null): CallError {
  return { kind: 'stripe-refused', code, message, requestId };
}
