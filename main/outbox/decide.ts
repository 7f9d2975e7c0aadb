// What becomes of a step: pure decisions from evidence and outcomes. Times come in, nothing is read or written here.
import { assertNever } from '../../shared/domain/assert.ts';
import type { StepPatch } from '../store/outbox.ts';
import type { ReadFailure, StripeObject, WriteOperation, WriteOutcome } from '../stripe/request.ts';
import type { Evidence } from './lookup/search.ts';
import { isEmptying } from './plan-compelling.ts';
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
  readonly why: 'offline' | 'rate-limited' | 'server-error' | 'key';
}

export interface Moment {
  /** Milliseconds of the local clock; only for waiting, never for judging ages. */
  readonly now: number;
  /** 0 to 1. */
  readonly jitter: number;
  /** How often in a row the whole outbox had to pause so far. */
  readonly pauses: number;
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
  'coupons.del',
  'products.update',
  'prices.update',
  'taxRates.update',
  'subscriptions.cancel',
  'customers.update',
  'customers.del',
  'customers.deleteTaxId',
  'invoices.del',
  'invoices.update',
  'invoices.removeLines',
  'invoices.finalizeInvoice',
  'invoices.voidInvoice',
  'invoices.markUncollectible',
  // A file that nothing names is nothing; evidence carries its mark and can be submitted once.
  'files.create',
  'disputes.update',
  'disputes.close',
  'creditNotes.voidCreditNote',
]);

/**
 * A charge that was begun may still end, so it is never begun anew by the program; marking as paid moves no money. What empties the
 * evidence of a dispute may still do so when other evidence is there, so nothing goes on before it is certain; but once evidence is
 * submitted Stripe changes it no more, however late.
 */
function isRepeatable({ operation, params, overtaken }: OutboxStep['intent']): boolean {
  if (operation === 'disputes.update' && isEmptying(params['evidence']))
    return params['submit'] === true || overtaken === true;
  return operation === 'invoices.pay' ? params['paid_out_of_band'] === true : REPEATABLE.has(operation);
}

export function backoff(attempts: number, { now, jitter }: Pick<Moment, 'now' | 'jitter'>): number {
  const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempts, 20));
  return now + Math.round(delay * (0.5 + jitter / 2));
}

/**
 * After looking at Stripe, before any POST. A `suspect` step was unfinished in the backup that the books were restored from: where
 * Stripe shows nothing of it, it may as well have been taken back or overtaken since, so a person decides.
 */
export function afterLookUp(
  step: OutboxStep,
  evidence: Evidence,
  moment: Moment,
  isSuspect = false,
): Decision {
  switch (evidence.kind) {
    case 'done':
      return settle(
        { state: 'done', resultId: evidence.object.id, error: null, nextAttemptAt: null },
        evidence.object,
      );
    case 'unknown':
      return afterBlindLook(step, evidence.failure, moment);
    case 'impossible':
      return fail('wrong_state', evidence.message);
    case 'refused':
      return fail(evidence.code, evidence.message);
    case 'review':
      return review(evidence.message, evidence.message);
    case 'absent':
      if (isSuspect) return review('restored', 'restored');
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
  if (isRepeatable(step.intent)) return { kind: 'next-generation' };
  if (stripeTime !== null && stripeTime - since > SERVER_ERROR_HORIZON_SECONDS) {
    return review('server_error', 'unknown-outcome');
  }
  const { decideBy } = step.intent;
  if (decideBy !== undefined && (stripeTime ?? since) >= decideBy)
    return review('decide-horizon', 'decide-horizon');
  // Soon at first, when an answer is likely; seldom later.
  const age = stripeTime === null ? 0 : (stripeTime - since) * 1000;
  const delay = Math.min(CHECK_LAST_MS, Math.max(CHECK_FIRST_MS, age / 4));
  return settle({ state: 'checking', nextAttemptAt: moment.now + delay });
}

/** Writes of which Stripe refuses a second one. */
const LOOKED_AT_AGAIN: ReadonlySet<WriteOperation> = new Set([
  'invoices.pay',
  'disputes.update',
  'disputes.close',
]);

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
      // Somebody may have been faster: one more look tells whether what was wanted is so.
      return outcome.status === 400 && LOOKED_AT_AGAIN.has(step.intent.operation) && step.attempts === 1
        ? wait(step, { code: outcome.code, message: outcome.message }, backoff(step.attempts, moment))
        : fail(outcome.code, outcome.message, { requestId: outcome.requestId });
    case 'server-error':
      return settle({
        state: 'checking',
        requestId: outcome.requestId,
        serverErrorAt: outcome.stripeTime ?? stripeTime,
        // A step that is repeated under fresh keys must not storm a Stripe that is in trouble.
        nextAttemptAt: backoff(step.attempts + step.generation - 1, moment),
      });
    case 'key-refused':
      return outcome.status === 401
        ? wait(step, KEY_REFUSED, backoff(step.attempts, moment), { why: 'key' })
        : fail('permission', outcome.message);
    case 'rate-limited':
      return wait(step, SLOW_DOWN, backoff(step.attempts, moment), { why: 'rate-limited' });
    case 'conflict':
      return wait(step, STILL_BUSY, backoff(step.attempts, moment));
    case 'no-answer':
      return wait(step, unreached(outcome.why), backoff(step.attempts, moment), { why: 'offline' });
    default:
      return assertNever(outcome);
  }
}

const KEY_REFUSED: StepError = { code: 'key', message: 'Stripe refused the key.' };
const SLOW_DOWN: StepError = { code: 'rate_limit', message: 'Stripe asked to slow down.' };
const STILL_BUSY: StepError = {
  code: 'conflict',
  message: 'Stripe is still busy with the earlier attempt.',
};
const SERVER_ERROR: StepError = { code: 'server_error', message: 'Stripe had an error of its own.' };

function unreached(why: string): StepError {
  return { code: why, message: 'Stripe could not be reached.' };
}

/**
 * Stripe could not be asked what has happened. Most often the cause is everybody's, so everything pauses; the step waits longer than
 * the pause, so that one which alone cannot be looked up does not keep the others from their turn.
 */
function afterBlindLook(step: OutboxStep, failure: ReadFailure, moment: Moment): Settlement {
  const later = backoff(Math.max(step.attempts, moment.pauses + 1), moment);
  switch (failure.kind) {
    case 'no-answer':
      return wait(step, unreached(failure.why), later, { why: 'offline' });
    case 'rate-limited':
      return wait(step, SLOW_DOWN, later, { why: 'rate-limited' });
    case 'conflict':
      return wait(step, STILL_BUSY, later, { why: 'rate-limited' });
    case 'server-error':
      return wait(step, SERVER_ERROR, later, { why: 'server-error' });
    case 'key-refused':
      if (failure.status === 401) return wait(step, KEY_REFUSED, later, { why: 'key' });
      // What has been sent may have been done: it has not failed because Stripe does not say so.
      return step.attempts === 0
        ? fail('permission', failure.message)
        : wait(step, { code: 'permission', message: failure.message }, moment.now + LONGEST_DELAY_MS);
    case 'refused':
      return step.attempts === 0
        ? fail(failure.code, failure.message)
        : review('unreadable', failure.message);
    default:
      return assertNever(failure);
  }
}

/** The step is looked up again before it is repeated. */
function wait(step: OutboxStep, error: StepError, nextAttemptAt: number, pause?: Pause): Settlement {
  const state = step.serverErrorAt === null ? 'waiting' : 'checking';
  return { ...settle({ state, error, nextAttemptAt }), ...(pause ? { pause } : {}) };
}

function fail(code: string | null, message: string, more: Partial<StepPatch> = {}): Settlement {
  return settle({ ...more, state: 'failed', error: { code, message }, nextAttemptAt: null });
}

function review(code: string, message: string): Settlement {
  return settle({ state: 'needs-review', error: { code, message }, nextAttemptAt: null });
}

function settle(patch: StepPatch, apply: StripeObject | null = null): Settlement {
  return { kind: 'settle', patch, apply };
}
