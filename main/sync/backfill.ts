// Lists everything at Stripe, newest first, a few pages and a transaction at a time; goes on where it stopped.
import { modeOf } from '../store/account.ts';
import { indexQueued } from '../store/search.ts';
import { type BackfillPosition, backfillPosition, eventPosition } from '../store/sync-position.ts';
import { unsettledObjects } from '../store/unsettled.ts';
import type { ListResource, ReadFailure, StripeObject } from '../stripe/request.ts';
import { applyObjects } from './apply.ts';
import { nextPage, planBackfill, withNewLists } from './backfill-plan.ts';
import { Changes } from './changes.ts';
import { fetchBatch } from './fetch-batch.ts';
import { PayoutOpener } from './open-payouts.ts';
import { Patience } from './patience.ts';
import { FIRST_PORTION, nextPortion } from './portion.ts';
import { readPage } from './read-page.ts';
import { reportPassedOver, reportProblems, type SyncParts } from './sync-parts.ts';
import type { Target } from './targets.ts';

export type StepResult =
  /** A few pages or one portion were taken in. */
  | { readonly kind: 'advanced' }
  /** Nothing is left to do. */
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: ReadFailure };

/** Stripe's clock may run ahead of the events that are still being written. */
const SETTLING_SECONDS = 60;
/** How many objects are fetched between two commits when they are looked at again. */
const LOOKED_AT_AGAIN = 25;
const INDEXED_AT_ONCE = 200;
/** Pages between two commits at most, however little is on them. */
const PAGES_AT_ONCE = 20;

/** Owns the position of a back-fill; each call is a few pages, with what Stripe tells of them only when it is asked, and one transaction. */
export class Backfill {
  readonly #parts: SyncParts;
  readonly #patience = new Patience();
  readonly #payouts: PayoutOpener;
  #position: BackfillPosition | null;
  /** Stripe's clock at the last page, unix seconds. */
  #stripeTime: number | null = null;
  /** What a repair still has to look at again; worked out anew after a restart. */
  #unsettled: readonly Target[] | null = null;
  /** Objects between two commits: a commit waits for the disk, and everything else waits for both. */
  #portion = FIRST_PORTION;
  /** What was last listed: of another kind of object nothing is known yet. */
  #resource: ListResource | null = null;

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.#payouts = new PayoutOpener(parts);
    const position = backfillPosition.read(parts.db);
    this.#position = position && withNewLists(position, modeOf(parts.db));
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
    const plan = planBackfill(watermark, startedAt, modeOf(db));
    db.transaction(() => {
      backfillPosition.write(db, plan);
      // What happens from here on comes as events, whatever page the lists have come to.
      eventPosition.write(db, { watermark: Math.max(0, startedAt - SETTLING_SECONDS) });
    });
    this.#position = plan;
    this.#unsettled = null;
    this.#stripeTime = startedAt;
    return { kind: 'advanced' };
  }

  async step(): Promise<StepResult> {
    const position = this.#position;
    if (!position || position.done) return this.#afterwards();
    if (nextPage(position)) return this.#takePages(position);
    return position.refetched ? this.#finish(position) : this.#lookAgain(position);
  }

  /**
   * A few pages are one transaction, written together with the position behind them. What a crash loses is asked for again, so a
   * commit follows whenever a second has passed at Stripe.
   */
  async #takePages(position: BackfillPosition): Promise<StepResult> {
    const objects: StripeObject[] = [];
    let reached = position;
    let failure: ReadFailure | null = null;
    for (let pages = 0; pages < PAGES_AT_ONCE && objects.length < this.#portion && !failure; pages += 1) {
      const next = nextPage(reached);
      if (!next || (objects.length > 0 && next.resource !== this.#resource)) break;
      if (next.resource !== this.#resource) this.#portion = FIRST_PORTION;
      this.#resource = next.resource;
      const previous = 'starting_after' in next.params ? objects.at(-1) : undefined;
      const page = await readPage(this.#parts, reached, next, previous);
      if (!page.ok) failure = page.failure;
      else {
        objects.push(...page.objects);
        reached = page.position;
        if (this.#secondHasPassed(page.stripeTime)) break;
      }
    }
    if (reached !== position) this.#write(objects, reached);
    return failure ? { kind: 'failed', failure } : { kind: 'advanced' };
  }

  #secondHasPassed(stripeTime: number | null): boolean {
    const before = this.#stripeTime ?? stripeTime;
    this.#stripeTime = stripeTime;
    return stripeTime !== before;
  }

  #write(objects: readonly StripeObject[], position: BackfillPosition): void {
    const { db, clock, timeZone, announce } = this.#parts;
    const changes = new Changes();
    const began = clock.now();
    const problems = db.transaction(() => {
      backfillPosition.write(db, position);
      return applyObjects(db, objects, { timeZone: timeZone(), changes, indexing: 'later' });
    });
    this.#portion = nextPortion(this.#portion, objects.length, clock.now() - began);
    this.#position = position;
    reportProblems(this.#parts, problems);
    changes.add('sync');
    announce(changes);
  }

  /** Words are indexed when all rows can be shown, and then payouts are opened, each of which is a request of its own. */
  async #afterwards(): Promise<StepResult> {
    if (indexQueued(this.#parts.db, INDEXED_AT_ONCE) > 0) return { kind: 'advanced' };
    const opened = await this.#payouts.openNext();
    if (opened.kind === 'failed') return opened;
    return { kind: opened.kind === 'opened' ? 'advanced' : 'done' };
  }

  #finish(position: BackfillPosition): StepResult {
    const done = { ...position, refetched: true, done: true };
    backfillPosition.write(this.#parts.db, done);
    this.#position = done;
    // The books have waited for this.
    const changes = new Changes();
    changes.add('sync');
    this.#parts.announce(changes);
    return { kind: 'advanced' };
  }

  /** A list filtered by creation does not show that an older object changed. */
  async #lookAgain(position: BackfillPosition): Promise<StepResult> {
    const { db, gateway } = this.#parts;
    const all = this.#unsettled ?? unsettledObjects(db, position.createdFrom ?? 0);
    this.#unsettled = all;
    if (all.length === 0) return this.#finish(position);
    const portion = all.slice(0, LOOKED_AT_AGAIN).filter((target) => !this.#patience.isLost(target));
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
    this.#unsettled = all.slice(LOOKED_AT_AGAIN);
    return { kind: 'advanced' };
  }
}
