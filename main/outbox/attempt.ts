// One pass over one step: look, save, send, save. Every state is committed before the network is touched.
import type { Clock, Log } from '../ports.ts';
import { assert } from '../../shared/domain/assert.ts';
import { readBlob } from '../store/blobs.ts';
import type { Db } from '../store/database.ts';
import { insertNextGeneration, isStillWanted, stepsOf, updateStep } from '../store/outbox.ts';
import { clearSuspects, isSuspect } from '../store/restored.ts';
import { isFetchable } from '../stripe/reads.ts';
import { type FrozenRequest, type Gateway, UploadedFile, type WriteOutcome } from '../stripe/request.ts';
import { applyObjects } from '../sync/apply.ts';
import { Changes } from '../sync/changes.ts';
import { isRefusedAlone } from '../stripe/refused-alone.ts';
import {
  afterLookUp,
  afterWrite,
  type Decision,
  type Moment,
  type Pause,
  type Settlement,
} from './decide.ts';
import { lookUp } from './lookup.ts';
import { valueOf } from './references.ts';
import { reflect } from './reflect.ts';
import { resolveIntent } from './resolve.ts';
import type { OutboxStep, StepError } from './step.ts';

export interface AttemptOptions {
  readonly db: Db;
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeZone: () => string;
  readonly announce: (changes: Changes) => void;
  /** After a write that Stripe accepted or refused: either way there may be news of it. */
  readonly onAnswered: () => void;
}

/** Answers a pause when the cause of a failure is not this step's but everybody's. */
export async function attempt(
  options: AttemptOptions,
  step: OutboxStep,
  moment: () => Moment,
): Promise<Pause | null> {
  const { db, gateway } = options;
  const request = step.request ?? freeze(db, step);
  const evidence = await lookUp(gateway, step, request);
  // While Stripe was being looked at, the person may have taken the work back.
  if (!isStillWanted(db, step)) return null;
  const first = afterLookUp(step, evidence, moment(), isSuspect(db, step.id));
  if (first.kind !== 'post') return settle(options, step, first);
  const sending = beginSending(options, step, request);
  const outcome = await upToDate(
    gateway,
    await gateway.write(request, step.key, sending.attempts, bytesOf(db, request)),
  );
  const stripeTime = 'stripeTime' in evidence ? (evidence.stripeTime ?? step.floor) : step.floor;
  return settle(options, sending, afterWrite(sending, outcome, stripeTime, moment()));
}

/**
 * A replayed answer is as old as its first giving, and the books may know better by now: until Stripe says how it is, it counts as not
 * heard. Where Stripe would tell everything else but not this object, the old answer is all that there is.
 */
async function upToDate(gateway: Gateway, outcome: WriteOutcome): Promise<WriteOutcome> {
  if (outcome.kind !== 'accepted' || !outcome.replayed || !isFetchable(outcome.object.object)) return outcome;
  const now = await gateway.get(outcome.object.object, outcome.object.id);
  if (now.ok) return now.value === null ? outcome : { ...outcome, object: now.value };
  if (isRefusedAlone(now.failure)) return outcome;
  // A write that met a server error may yet come about; here only a read did.
  return now.failure.kind === 'server-error' ? { kind: 'no-answer', why: 'network' } : now.failure;
}

function freeze(db: Db, step: OutboxStep): FrozenRequest {
  const resolved = resolveIntent(step.intent, (reference) => valueOf(db, reference));
  assert(resolved.ok, 'A step whose references are missing must not be attempted');
  return resolved.request;
}

/** Of the file that an upload names; nothing for any other request. */
function bytesOf(db: Db, { operation, params }: FrozenRequest): Uint8Array | undefined {
  if (operation !== 'files.create') return undefined;
  const blob = readBlob(db, UploadedFile.parse(params['file']).blob);
  assert(blob, 'The bytes of a file are kept until it is at Stripe');
  return blob.bytes;
}

/** The recovery point: from this commit on, a crash finds the step as "may have been sent". */
function beginSending(options: AttemptOptions, step: OutboxStep, request: FrozenRequest): OutboxStep {
  return inTransaction(options, step, (changes) => {
    const patch = { state: 'sending', request, attempts: step.attempts + 1, nextAttemptAt: null } as const;
    const sending = updateStep(options.db, step, patch);
    reflect(options.db, step.operationId, seconds(options.clock), changes);
    return sending;
  });
}

function settle(
  options: AttemptOptions,
  step: OutboxStep,
  decision: Exclude<Decision, { kind: 'post' }>,
): Pause | null {
  inTransaction(options, step, (changes) => {
    if (decision.kind === 'settle') finish(options, step, decision, changes);
    else supersede(options.db, step);
    reflect(options.db, step.operationId, seconds(options.clock), changes);
  });
  if (decision.kind !== 'settle') return null;
  if (decision.patch.state === 'done' || decision.patch.state === 'failed') options.onAnswered();
  return decision.pause ?? null;
}

function finish(
  { db, timeZone }: AttemptOptions,
  step: OutboxStep,
  { patch, apply }: Settlement,
  changes: Changes,
): void {
  updateStep(db, step, patch);
  if (!UNDER_WAY.has(patch.state)) clearSuspects(db, [step.id]);
  if (apply) applyObjects(db, [apply], { timeZone: timeZone(), changes });
}

function supersede(db: Db, step: OutboxStep): void {
  updateStep(db, step, {
    state: 'failed',
    error: { code: 'server_error', message: 'Stripe had an error of its own.' },
  });
  insertNextGeneration(db, step);
}

/** Ends a step that cannot go on, without asking Stripe; one that has ended meanwhile stays as it is. */
export function endStep(
  options: AttemptOptions,
  { id, operationId }: OutboxStep,
  state: 'failed' | 'needs-review',
  error: StepError,
): void {
  const step = stepsOf(options.db, operationId).find((known) => known.id === id);
  if (!step || !UNDER_WAY.has(step.state)) return;
  inTransaction(options, step, (changes) => {
    updateStep(options.db, step, { state, error, nextAttemptAt: null });
    reflect(options.db, operationId, seconds(options.clock), changes);
  });
}

const UNDER_WAY: ReadonlySet<OutboxStep['state']> = new Set(['queued', 'sending', 'waiting', 'checking']);

function inTransaction<Value>(
  options: AttemptOptions,
  step: OutboxStep,
  work: (changes: Changes) => Value,
): Value {
  const changes = new Changes();
  const value = options.db.transaction(() => work(changes));
  options.log.info('outbox.step', { step: step.key, operation: step.intent.operation });
  options.announce(changes);
  return value;
}

function seconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}
