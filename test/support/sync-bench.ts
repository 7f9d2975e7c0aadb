// Synchronisation over a simulator in this process: real SQLite, real SDK, virtual time.
import type Stripe from 'stripe';
import StripeSdk from 'stripe';
import { createSimulator, type Simulator } from '../../main/simulator/simulator.ts';
import type { Db } from '../../main/store/database.ts';
import { createGateway } from '../../main/stripe/gateway.ts';
import type { RequestRecord } from '../../main/stripe/record.ts';
import type { Gateway } from '../../main/stripe/request.ts';
import type { Changes } from '../../main/sync/changes.ts';
import { Backfill } from '../../main/sync/backfill.ts';
import { createPoller, type PollResult } from '../../main/sync/poller.ts';
import { createSync, type Sync } from '../../main/sync/scheduler.ts';
import type { SyncParts } from '../../main/sync/sync-parts.ts';
import { memoryDb } from './memory-db.ts';
import { createVirtualClock, NOON, type VirtualClock } from './virtual-clock.ts';

export interface SyncBench {
  readonly db: Db;
  readonly clock: VirtualClock;
  readonly simulator: Simulator;
  readonly gateway: Gateway;
  /** What the program asked of Stripe. */
  readonly requests: RequestRecord[];
  /** What somebody else does at Stripe, by the SDK. */
  readonly stripe: Stripe;
  readonly announced: Changes[];
  readonly logged: string[];
  readonly parts: SyncParts;
  poll(): Promise<PollResult>;
  /** Back-fills to the end; answers the steps it took. */
  backfill(watermark?: number | null): Promise<number>;
  sync(events?: string[]): Sync;
  /** Rows written so far. */
  writes(): number;
}

export interface BenchOptions {
  readonly db?: Db;
  readonly start?: number;
  /** With the sample business; or with so many months of it. */
  readonly seeded?: boolean | { readonly months: number };
}

export function createSyncBench({
  db = memoryDb(),
  start = NOON,
  seeded = false,
}: BenchOptions = {}): SyncBench {
  const clock = createVirtualClock(start);
  const simulator = createSimulator({ now: () => clock.now(), seed: 7 });
  if (seeded !== false) simulator.control.seedCompany(seeded === true ? {} : seeded);
  const seen = { requests: [] as RequestRecord[], announced: [] as Changes[], logged: [] as string[] };
  const gateway = createGateway({
    apiKey: 'sk_test_program00000',
    transport: { httpClient: simulator.httpClient },
    now: () => clock.now(),
    observe: (record) => seen.requests.push(record),
  });
  const parts: SyncParts = {
    db,
    gateway,
    log: { info: () => undefined, error: (event) => seen.logged.push(event) },
    clock,
    timeZone: () => 'Europe/Berlin',
    announce: (changes) => seen.announced.push(changes),
  };
  const stripe = somebodyElse(simulator);
  return { db, clock, simulator, gateway, stripe, parts, ...seen, ...running(parts, clock) };
}

function somebodyElse({ httpClient }: Simulator): Stripe {
  return new StripeSdk('sk_test_somebody0000', { httpClient, maxNetworkRetries: 0, telemetry: false });
}

type Running = Pick<SyncBench, 'poll' | 'backfill' | 'sync' | 'writes'>;

function running(parts: SyncParts, clock: VirtualClock): Running {
  let poller = createPoller(parts);
  return {
    poll: () => poller.poll(),
    async backfill(watermark = null) {
      const backfill = new Backfill(parts);
      const begun = await backfill.begin(watermark);
      if (begun.kind === 'failed') throw new Error(begun.failure.kind);
      const steps = await finish(backfill);
      poller = createPoller(parts);
      return steps;
    },
    sync: (heard = []) =>
      createSync({
        ...parts,
        clock,
        random: () => 0.5,
        pace: 'normal',
        onKeyRefused: () => heard.push('key-refused'),
        onReached: () => heard.push('reached'),
        onRested: () => undefined,
      }),
    writes: () => parts.db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0,
  };
}

/** The same Stripe over a slow network: seconds pass with every page. */
export function slowly({ parts, simulator }: Pick<SyncBench, 'parts' | 'simulator'>): SyncParts {
  const { gateway } = parts;
  const list: Gateway['list'] = async (resource, params) => {
    simulator.control.advance({ ms: 2_000 });
    return gateway.list(resource, params);
  };
  return { ...parts, gateway: { ...gateway, list } };
}

/** Steps until nothing is left. */
export async function finish(backfill: Backfill): Promise<number> {
  for (let steps = 0; ; steps += 1) {
    const step = await backfill.step();
    if (step.kind === 'failed') throw new Error(JSON.stringify(step.failure));
    if (step.kind === 'done') return steps;
  }
}
