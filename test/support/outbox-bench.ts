// An outbox over a simulator in this process: real SQLite, real SDK, virtual time.
import { randomUUID } from 'node:crypto';
import { OutboxWorker } from '../../main/outbox/worker.ts';
import { enqueue } from '../../main/outbox/enqueue.ts';
import type { PlannedOperation } from '../../main/outbox/step.ts';
import type { SimulatorOptions } from '../../main/simulator/options.ts';
import { createSimulator, type Simulator } from '../../main/simulator/simulator.ts';
import type { Db } from '../../main/store/database.ts';
import { countOperations, operationById } from '../../main/store/outbox.ts';
import { createGateway } from '../../main/stripe/gateway.ts';
import { Changes } from '../../main/sync/changes.ts';
import { memoryDb } from './memory-db.ts';
import { createVirtualClock, NOON, type VirtualClock } from './virtual-clock.ts';

export interface OutboxBench {
  readonly db: Db;
  readonly clock: VirtualClock;
  readonly simulator: Simulator;
  /** Accepts an operation and lets the worker begin. */
  accept(plan: (operationId: string) => PlannedOperation): string;
  /** Lets virtual time pass until every operation is at rest, at most three days. */
  rest(): Promise<void>;
  state(operationId: string): string | undefined;
  /** The worker dies where it stands and another takes over the same database. */
  replaceWorker(): void;
  worker(): OutboxWorker;
}

/** `start` in milliseconds. */
export function createOutboxBench(
  options: Partial<SimulatorOptions> = {},
  start: number = NOON,
): OutboxBench {
  const db = memoryDb();
  const clock = createVirtualClock(start);
  const simulator = createSimulator({
    now: () => clock.now(),
    schedule: (delayMs, task) => clock.schedule(delayMs, task),
    seed: 11,
    ...options,
  });
  const gateway = createGateway({
    apiKey: 'sk_test_outbox0000',
    transport: { httpClient: simulator.httpClient },
    now: () => clock.now(),
    observe: () => undefined,
  });
  const newWorker = (): OutboxWorker =>
    new OutboxWorker({
      db,
      gateway,
      clock,
      log: { info: () => undefined, error: () => undefined },
      random: () => 0.5,
      timeZone: () => 'Europe/Berlin',
      announce: () => undefined,
      onAnswered: () => undefined,
      onKeyRefused: () => undefined,
      onUnreachable: () => undefined,
    });
  let worker = newWorker();
  const seconds = (): number => Math.floor(clock.now() / 1000);
  return {
    db,
    clock,
    simulator,
    worker: () => worker,
    accept(plan) {
      const id = randomUUID();
      const context = { db, now: seconds, stripeFloor: seconds, changes: new Changes() };
      db.transaction(() => enqueue(context, id, plan(id)));
      worker.wake();
      return id;
    },
    async rest() {
      for (let pass = 0; pass < 400; pass += 1) {
        await clock.advance(pass < 60 ? 10_000 : 15 * 60_000);
        const { active, needPerson } = countOperations(db);
        if (active === needPerson) return;
      }
    },
    state: (id) => operationById(db, id)?.state,
    replaceWorker() {
      void worker.stop();
      worker = newWorker();
      worker.wake();
    },
  };
}
