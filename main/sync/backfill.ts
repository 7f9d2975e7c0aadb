// Lists everything at Stripe, newest first, a page and a transaction at a time; goes on where it stopped.
import { indexQueued } from '../store/search.ts';
import { type BackfillPosition, backfillPosition, eventPosition } from '../store/sync-position.ts';
import { unsettledObjects } from '../store/unsettled.ts';
import type { ReadFailure } from '../stripe/request.ts';
import { applyObjects } from './apply.ts';
import { nextPage, planBackfill } from './backfill-plan.ts';
import { Changes } from './changes.ts';
import { fetchBatch } from './fetch-batch.ts';
import { Patience } from './patience.ts';
import { reportPassedOver, reportProblems, type SyncParts } from './sync-parts.ts';
import { takePage } from './take-page.ts';
import type { Target } from './targets.ts';

export type StepResult =
  /** One page or portion was taken in. */
  | { readonly kind: 'advanced' }
  /** Nothing is left to do. */
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: ReadFailure };

/** Stripe's clock may run ahead of the events that are still being written. */
const SETTLING_SECONDS = 60;
/** How many objects are fetched between two commits when they are looked at again. */
const PORTION = 25;
const INDEXED_AT_ONCE = 200;

/** Owns the position of a back-fill; each call is at most a few requests and one transaction. */
export class Backfill {
  readonly #parts: SyncParts;
  readonly #patience = new Patience();
  #position: BackfillPosition | null;
  /** What a repair still has to look at again; worked out anew after a restart. */
  #unsettled: readonly Target[] | null = null;

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.#position = backfillPosition.read(parts.db);
  }

  /** What is under way or was done; null when there never was one. */
  get position(): BackfillPosition | null {
    return this.#position;
  }

  /** Begins anew. `watermark` is where the poller stood, null on a first run. */
  async begin(watermark: number | null): Promise<StepResult> {
    const { db, gateway } = this.#parts;
    const probe = await gateway.list('events', { limit: 1 });
    if (!probe.ok) return { kind: 'failed', failure: probe.failure };
    const startedAt = probe.stripeTime ?? Number(probe.value.data[0]?.['created'] ?? 0);
    const plan = planBackfill(watermark, startedAt);
    db.transaction(() => {
      backfillPosition.write(db, plan);
      // What happens from here on comes as events, whatever page the lists have come to.
      eventPosition.write(db, { watermark: Math.max(0, startedAt - SETTLING_SECONDS) });
    });
    this.#position = plan;
    this.#unsettled = null;
    return { kind: 'advanced' };
  }

  async step(): Promise<StepResult> {
    const position = this.#position;
    if (!position || position.done) return this.#index();
    const next = nextPage(position);
    if (!next) return position.refetched ? this.#finish(position) : this.#lookAgain(position);
    const taken = await takePage(this.#parts, position, next);
    if (!taken.ok) return { kind: 'failed', failure: taken.failure };
    this.#position = taken.position;
    return { kind: 'advanced' };
  }

  /** Words are indexed last, so that the rows can be shown as soon as possible. */
  #index(): StepResult {
    return indexQueued(this.#parts.db, INDEXED_AT_ONCE) === 0 ? { kind: 'done' } : { kind: 'advanced' };
  }

  #finish(position: BackfillPosition): StepResult {
    const done = { ...position, refetched: true, done: true };
    backfillPosition.write(this.#parts.db, done);
    this.#position = done;
    return { kind: 'advanced' };
  }

  /** A list filtered by creation does not show that an older object changed. */
  async #lookAgain(position: BackfillPosition): Promise<StepResult> {
    const { db, gateway } = this.#parts;
    const all = this.#unsettled ?? unsettledObjects(db, position.createdFrom ?? 0);
    this.#unsettled = all;
    if (all.length === 0) return this.#finish(position);
    const portion = all.slice(0, PORTION).filter((target) => !this.#patience.isLost(target));
    const outcome = await fetchBatch(gateway, db, portion);
    if (!outcome.ok) {
      this.#patience.fail(outcome.target, outcome.failure);
      return { kind: 'failed', failure: outcome.failure };
    }
    const changes = new Changes();
    const context = { timeZone: this.#parts.timeZone(), changes };
    reportPassedOver(this.#parts, outcome.batch.passedOver);
    reportProblems(
      this.#parts,
      db.transaction(() => applyObjects(db, outcome.batch.objects, context)),
    );
    this.#parts.announce(changes);
    this.#unsettled = all.slice(PORTION);
    return { kind: 'advanced' };
  }
}
