// Asks Stripe what has happened since the last time, fetches what changed, and takes it in batch by batch.
import type { Db } from '../store/database.ts';
import { insertEvent, isEventKnown, linkEvent, type SeenEvent } from '../store/events.ts';
import { eventPosition } from '../store/sync-position.ts';
import { readEvent } from '../stripe/event-snapshot.ts';
import type { ReadFailure, StripeObject } from '../stripe/request.ts';
import { applyObjects } from './apply.ts';
import { Changes } from './changes.ts';
import { distinct, type FetchedBatch, fetchBatch } from './fetch-batch.ts';
import { Patience } from './patience.ts';
import { readAll } from './read-all.ts';
import { seenEvent } from './seen-event.ts';
import { reportPassedOver, reportProblems, type SyncParts } from './sync-parts.ts';
import { type Target, targetsOf } from './targets.ts';
import { goneWithClock } from './test-clocks.ts';

export type PollResult =
  | { readonly kind: 'idle' }
  | { readonly kind: 'news'; readonly events: number }
  /** Events may be gone before they were seen: everything must be listed again. `watermark` is where the poller stood, null on a first run. */
  | { readonly kind: 'gap'; readonly watermark: number | null }
  | { readonly kind: 'failed'; readonly failure: ReadFailure };

export interface Poller {
  poll(): Promise<PollResult>;
  /** Saves how far it has come while nothing happened, so that a long quiet time is no gap after a restart. */
  rest(): void;
  /** Up to where everything that Stripe told has been taken in: Stripe's clock, unix seconds. */
  reached(): number;
}

/** Events of one second may become visible late and between others: so far back every poll looks again. */
const OVERLAP_SECONDS = 600;
/** The newest events may not be visible yet. */
const SETTLING_SECONDS = 60;
/** Stripe keeps events 30 days; one day is left for clocks and long lists. */
const HORIZON_SECONDS = 29 * 86_400;
const EVENTS_PER_BATCH = 50;

interface News {
  readonly seen: SeenEvent;
  readonly targets: readonly Target[];
}

export function createPoller(parts: SyncParts): Poller {
  const { db, gateway } = parts;
  const patience = new Patience();
  let watermark = eventPosition.read(db)?.watermark ?? null;
  return {
    async poll() {
      // A back-fill moves the position on when it begins.
      const position = eventPosition.read(db)?.watermark ?? null;
      if (position === null) return { kind: 'gap', watermark: null };
      const from = Math.max(position, watermark ?? 0);
      const list = await readAll(gateway, 'events', {
        created: { gte: Math.max(0, from - OVERLAP_SECONDS) },
      });
      if (!list.ok) return { kind: 'failed', failure: list.failure };
      const settled = (list.stripeTime ?? newestOf(list.data) ?? from) - SETTLING_SECONDS;
      if (settled - from > HORIZON_SECONDS) return { kind: 'gap', watermark: from };
      const news = newsOf(db, list.data);
      const failure = await takeIn(parts, patience, news, Math.max(from, settled));
      if (failure) return { kind: 'failed', failure };
      watermark = Math.max(from, settled);
      return news.length === 0 ? { kind: 'idle' } : { kind: 'news', events: news.length };
    },
    reached: () => Math.max(eventPosition.read(db)?.watermark ?? 0, watermark ?? 0),
    rest() {
      const position = eventPosition.read(db);
      if (position && watermark !== null && watermark > position.watermark)
        eventPosition.write(db, { watermark });
    },
  };
}

function newestOf(events: readonly StripeObject[]): number | undefined {
  const [newest] = events;
  return newest && readEvent(newest)?.created;
}

/** What was not seen before, oldest first: Stripe lists the newest first, and within a second in that order, too. */
function newsOf(db: Db, events: readonly StripeObject[]): readonly News[] {
  const fresh = new Map<string, News>();
  for (const event of events.toReversed()) {
    const snapshot = isEventKnown(db, event.id) ? null : readEvent(event);
    if (!snapshot) continue;
    const targets = [...targetsOf(snapshot), ...goneWithClock(db, snapshot)];
    fresh.set(snapshot.id, { seen: seenEvent(snapshot), targets });
  }
  return [...fresh.values()].toSorted((a, b) => a.seen.created - b.seen.created);
}

/** Each batch is fetched, then written in one transaction with its events; the last one moves the position. */
async function takeIn(
  parts: SyncParts,
  patience: Patience,
  news: readonly News[],
  watermark: number,
): Promise<ReadFailure | null> {
  const fetched = new Set<string>();
  for (let from = 0; from < news.length; from += EVENTS_PER_BATCH) {
    const batch = news.slice(from, from + EVENTS_PER_BATCH);
    // What was fetched for an earlier batch is newer than every event of this list.
    const targets = distinct(batch.flatMap((event) => event.targets)).filter(({ id }) => !fetched.has(id));
    const last = from + EVENTS_PER_BATCH >= news.length;
    const failure = await takeInBatch(parts, patience, {
      batch,
      targets,
      watermark: last ? watermark : null,
    });
    if (failure) return failure;
    for (const { id } of targets) fetched.add(id);
  }
  return null;
}

interface Portion {
  readonly batch: readonly News[];
  readonly targets: readonly Target[];
  readonly watermark: number | null;
}

async function takeInBatch(
  parts: SyncParts,
  patience: Patience,
  portion: Portion,
): Promise<ReadFailure | null> {
  let targets: readonly Target[] = portion.targets.filter((target) => !patience.isLost(target));
  /** Which answer is the latest of an object, by its id. */
  const latest = new Map<string, FetchedBatch>();
  const isLatest = (answer: FetchedBatch, id: string): boolean => (latest.get(id) ?? answer) === answer;
  do {
    const outcome = await fetchBatch(parts.gateway, parts.db, targets);
    if (!outcome.ok) {
      patience.fail(outcome.target, outcome.failure);
      return outcome.failure;
    }
    reportPassedOver(parts, outcome.batch.passedOver);
    for (const { id } of targets) latest.set(id, outcome.batch);
    // While some were asked for anew, others may have been written.
    targets = answers(latest).flatMap((answer) =>
      answer.overtaken().filter(({ id }) => isLatest(answer, id)),
    );
  } while (targets.length > 0);
  const objects = answers(latest).flatMap((answer) =>
    answer.objects.filter(({ id }) => isLatest(answer, id)),
  );
  write(parts, portion, objects);
  return null;
}

function answers(latest: ReadonlyMap<string, FetchedBatch>): readonly FetchedBatch[] {
  return [...new Set(latest.values())];
}

function write(parts: SyncParts, { batch, watermark }: Portion, objects: FetchedBatch['objects']): void {
  const { db } = parts;
  const changes = new Changes();
  const problems = db.transaction(() => {
    for (const { seen } of batch) insertEvent(db, seen);
    const found = applyObjects(db, objects, { timeZone: parts.timeZone(), changes });
    for (const { seen } of batch) linkEvent(db, seen);
    if (watermark !== null) eventPosition.write(db, { watermark });
    return found;
  });
  reportProblems(parts, problems);
  parts.announce(changes);
}
