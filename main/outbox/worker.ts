// Carries out the outbox: one step at a time, looked up before it is sent, every state committed before the network is touched.
import { assert } from '../../shared/domain/assert.ts';
import type { Clock, Log } from '../ports.ts';
import type { Db } from '../store/database.ts';
import type { StepPatch } from '../store/outbox.ts';
import { frontSteps, insertNextGeneration, updateStep } from '../store/outbox.ts';
import type { FrozenRequest, Gateway, StripeObject } from '../stripe/request.ts';
import { applyObjects } from '../sync/apply.ts';
import { Changes } from '../sync/changes.ts';
import type { Decision, Moment, Pause } from './decide.ts';
import { afterLookUp, afterWrite, backoff } from './decide.ts';
import { lookUp } from './lookup.ts';
import { reflect } from './reflect.ts';
import { stripeIdOf, waitsFor } from './references.ts';
import { resolveIntent } from './resolve.ts';
import type { OutboxStep } from './step.ts';

export interface OutboxOptions {
  readonly db: Db;
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
  readonly timeZone: () => string;
  readonly announce: (changes: Changes) => void;
  /** After a write that Stripe accepted. */
  readonly onAccepted: () => void;
  /** Stripe refused the key: nothing goes out until `wake(true)`. */
  readonly onKeyRefused: () => void;
}

export interface OutboxWorker {
  /** Looks for work now; `anew` forgets a pause, because the network or the key is back. */
  wake(anew?: boolean): void;
  /** Resolves when no step is under way; afterwards nothing starts. */
  stop(): Promise<void>;
  /** Resolves when all that can be done now is done. For tests and for closing. */
  idle(): Promise<void>;
}

export function createOutboxWorker(options: OutboxOptions): OutboxWorker {
  const { db, clock } = options;
  let running: Promise<void> | null = null;
  let stopped = false;
  let cancelTimer: (() => void) | null = null;
  let pausedUntil = 0;
  let pauses = 0;
  let again = false;

  const moment = (): Moment => ({ now: clock.now(), jitter: options.random() });

  const pause = ({ why }: Pause): void => {
    pausedUntil = why === 'key' ? Number.POSITIVE_INFINITY : backoff(pauses, moment());
    pauses += 1;
    if (why === 'key') options.onKeyRefused();
  };

  const nextStep = (): OutboxStep | undefined => {
    if (clock.now() < pausedUntil) return undefined;
    return frontSteps(db).find(
      (step) => (step.nextAttemptAt ?? 0) <= clock.now() && waitsFor(db, step) === null,
    );
  };

  const run = async (): Promise<void> => {
    for (let step = nextStep(); step && !stopped; step = nextStep()) {
      const paused = await attempt(options, step, moment);
      if (paused) pause(paused);
      else pauses = 0;
    }
  };

  const sleep = (): void => {
    cancelTimer?.();
    const times = frontSteps(db).flatMap((step) =>
      waitsFor(db, step) === null ? [step.nextAttemptAt ?? 0] : [],
    );
    const next = Math.max(Math.min(...times), pausedUntil);
    cancelTimer = Number.isFinite(next) ? clock.schedule(Math.max(0, next - clock.now()), wake) : null;
  };

  const wake = (): void => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    again = false;
    running = run()
      .catch((error: unknown) => {
        options.log.error('outbox.defect', { message: error instanceof Error ? error.message : 'unknown' });
        pausedUntil = backoff(pauses, moment());
        pauses += 1;
      })
      .finally(() => {
        running = null;
        if (stopped) return;
        if (again) wake();
        else sleep();
      });
  };

  return {
    wake: (anew = false) => {
      if (anew) pausedUntil = 0;
      wake();
    },
    stop: async () => {
      stopped = true;
      cancelTimer?.();
      await running;
    },
    idle: async () => {
      while (running) await running;
    },
  };
}

/** One pass over one step: resolve, look up, save, send, save. Answers a pause when the cause is not this step's. */
async function attempt(
  options: OutboxOptions,
  step: OutboxStep,
  moment: () => Moment,
): Promise<Pause | null> {
  const { db, gateway } = options;
  const resolved = step.request
    ? { ok: true as const, request: step.request }
    : resolveIntent(step.intent, (ref) => stripeIdOf(db, ref));
  assert(resolved.ok, 'A step whose references are missing must not be attempted');
  const evidence = await lookUp(gateway, step, resolved.request);
  const first = afterLookUp(step, evidence, moment());
  if (first.kind !== 'post') return settle(options, step, first);
  const sending = beginSending(options, step, resolved.request);
  const outcome = await gateway.write(resolved.request, step.key);
  const stripeTime = 'stripeTime' in evidence ? (evidence.stripeTime ?? step.floor) : step.floor;
  return settle(options, sending, afterWrite(sending, outcome, stripeTime, moment()));
}

/** The recovery point: from this commit on, a crash finds the step as "may have been sent". */
function beginSending(options: OutboxOptions, step: OutboxStep, request: FrozenRequest): OutboxStep {
  return inTransaction(options, step, (changes) => {
    const next = updateStep(options.db, step, {
      state: 'sending',
      request,
      attempts: step.attempts + 1,
      nextAttemptAt: null,
    });
    reflect(options.db, step.operationId, Math.floor(options.clock.now() / 1000), changes);
    return next;
  });
}

function settle(
  options: OutboxOptions,
  step: OutboxStep,
  decision: Exclude<Decision, { kind: 'post' }>,
): Pause | null {
  const accepted = inTransaction(options, step, (changes) => {
    if (decision.kind === 'next-generation') supersede(options.db, step);
    else finish(options, step, decision.patch, decision.apply, changes);
    reflect(options.db, step.operationId, Math.floor(options.clock.now() / 1000), changes);
    return decision.kind === 'settle' && decision.patch.state === 'done';
  });
  if (accepted) options.onAccepted();
  return decision.kind === 'settle' ? (decision.pause ?? null) : null;
}

function finish(
  options: OutboxOptions,
  step: OutboxStep,
  patch: StepPatch,
  object: StripeObject | null,
  changes: Changes,
): void {
  updateStep(options.db, step, patch);
  if (object) applyObjects(options.db, [object], { timeZone: options.timeZone(), changes });
}

function supersede(db: Db, step: OutboxStep): void {
  updateStep(db, step, {
    state: 'failed',
    error: { code: 'server_error', message: 'Stripe had an error of its own.' },
  });
  insertNextGeneration(db, step);
}

function inTransaction<Value>(
  options: OutboxOptions,
  step: OutboxStep,
  work: (changes: Changes) => Value,
): Value {
  const changes = new Changes();
  const value = options.db.transaction(() => work(changes));
  options.log.info('outbox.step', { step: step.key, operation: step.intent.operation });
  options.announce(changes);
  return value;
}
