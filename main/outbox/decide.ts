// What becomes of a step: pure decisions from evidence and outcomes. Times come in, nothing is read or written here.
import { assertNever } from '../../shared/domain/assert.ts';
import type { StepPatch } from '../store/outbox.ts';
import type { ReadFailure, StripeObject, WriteOperation, WriteOutcome } from '../stripe/request.ts';
import type { Evidence } from './lookup.ts';
import type { OutboxStep, StepError } from './step.ts';

/** What the worker does next with a step. `pause` holds the whole outbox: the cause is not this step's. */
export type Decision = { readonly kind: 'post' } | NextGeneration | Settlement;

/** The earlier key is spent on a server error, and doing it again cannot do it twice: a fresh row goes on. */
interface NextGeneration {
  readonly kind: 'next-generation';
}

export interface Settlement {
  readonly kind: 'settle';
  readonly patch: StepPatch;
  /** What Stripe said, to be applied in the same transaction. */
  readonly apply: StripeObject | null;
  readonly pause?: Pause;
}

export interface Pause {
  readonly why: 'offline' | 'rate-limited' | 'key';
}

export interface Moment {
  /** Milliseconds of the local clock; only for waiting, never for judging ages. */
  readonly now: number;
  /** 0 to 1. */
  readonly jitter: number;
}

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 15 * 60_000;
const CHECK_FIRST_MS = 60_000;
const CHECK_LAST_MS = 30 * 60_000;
/** Stripe may settle a server error later; only after this long on Stripe's clock does a person decide. */
const SERVER_ERROR_HORIZON_SECONDS = 48 * 3600;

/** Writes that change an object's state or carry their own id: repeated, they change nothing. */
const REPEATABLE: ReadonlySet<WriteOperation> = new Set([
  'coupons.create',
  'customers.update',
  'customers.deleteTaxId',
  'invoices.del',
  'invoices.finalizeInvoice',
  'invoices.voidInvoice',
  'invoices.markUncollectible',
  'invoices.pay',
]);

export function backoff(attempts: number, { now, jitter }: Moment): number {
  const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempts, 20));
  return now + Math.round(delay * (0.5 + jitter / 2));
}

/** After looking at Stripe, before any POST. */
export function afterLookUp(step: OutboxStep, evidence: Evidence, moment: Moment): Decision {
  switch (evidence.kind) {
    case 'done':
      return settle(
        { state: 'done', resultId: evidence.object.id, error: null, nextAttemptAt: null },
        evidence.object,
      );
    case 'unknown':
      return afterFailure(step, evidence.failure, moment);
    case 'impossible':
      return settle({
        state: 'failed',
        error: { code: 'wrong_state', message: evidence.message },
        nextAttemptAt: null,
      });
    case 'review':
      return settle({
        state: 'needs-review',
        error: { code: evidence.message, message: evidence.message },
        nextAttemptAt: null,
      });
    case 'absent':
      return step.serverErrorAt === null
        ? { kind: 'post' }
        : afterServerError(step, step.serverErrorAt, evidence.stripeTime, moment);
    default:
      return assertNever(evidence);
  }
}

function afterServerError(
  step: OutboxStep,
  since: number,
  stripeTime: number | null,
  moment: Moment,
): Decision {
  if (REPEATABLE.has(step.intent.operation)) return { kind: 'next-generation' };
  if (stripeTime !== null && stripeTime - since > SERVER_ERROR_HORIZON_SECONDS) {
    return settle({
      state: 'needs-review',
      error: { code: 'server_error', message: 'unknown-outcome' },
      nextAttemptAt: null,
    });
  }
  // Soon at first, when an answer is likely; seldom later.
  const age = stripeTime === null ? 0 : (stripeTime - since) * 1000;
  const delay = Math.min(CHECK_LAST_MS, Math.max(CHECK_FIRST_MS, age / 4));
  return settle({ state: 'checking', nextAttemptAt: moment.now + delay });
}

/** After a POST. */
export function afterWrite(
  step: OutboxStep,
  outcome: WriteOutcome,
  stripeTime: number,
  moment: Moment,
): Settlement {
  switch (outcome.kind) {
    case 'accepted':
      return settle(
        {
          state: 'done',
          resultId: outcome.object.id,
          requestId: outcome.requestId,
          error: null,
          nextAttemptAt: null,
        },
        outcome.object,
      );
    case 'refused':
      return settle({
        state: 'failed',
        requestId: outcome.requestId,
        error: { code: outcome.code, message: outcome.message },
        nextAttemptAt: null,
      });
    case 'server-error':
      return settle({
        state: 'checking',
        requestId: outcome.requestId,
        serverErrorAt: outcome.stripeTime ?? stripeTime,
        nextAttemptAt: backoff(step.attempts, moment),
      });
    case 'key-refused':
    case 'rate-limited':
    case 'conflict':
    case 'no-answer':
      return afterFailure(step, outcome, moment);
    default:
      return assertNever(outcome);
  }
}

/** A request that did not get through, a read or a write: the step waits, looked up again before it is repeated. */
function afterFailure(step: OutboxStep, failure: ReadFailure, moment: Moment): Settlement {
  const state = step.serverErrorAt === null ? 'waiting' : 'checking';
  const wait = (error: StepError, pause?: Pause): Settlement => ({
    kind: 'settle',
    apply: null,
    patch: { state, attempts: step.attempts, error, nextAttemptAt: backoff(step.attempts, moment) },
    ...(pause ? { pause } : {}),
  });
  switch (failure.kind) {
    case 'no-answer':
      return wait({ code: failure.why, message: 'Stripe could not be reached.' }, { why: 'offline' });
    case 'rate-limited':
      return wait({ code: 'rate_limit', message: 'Stripe asked to slow down.' }, { why: 'rate-limited' });
    case 'conflict':
      return wait({ code: 'conflict', message: 'Stripe is still busy with the earlier attempt.' });
    case 'server-error':
      return wait({ code: 'server_error', message: 'Stripe had an error of its own.' });
    case 'key-refused':
      return failure.status === 401
        ? wait({ code: 'key', message: 'Stripe refused the key.' }, { why: 'key' })
        : settle({
            state: 'failed',
            error: { code: 'permission', message: failure.message },
            nextAttemptAt: null,
          });
    case 'refused':
      return settle({
        state: 'failed',
        error: { code: failure.code, message: failure.message },
        nextAttemptAt: null,
      });
    default:
      return assertNever(failure);
  }
}

function settle(patch: StepPatch, apply: StripeObject | null = null): Settlement {
  return { kind: 'settle', patch, apply };
}
