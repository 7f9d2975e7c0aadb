// Compares the books with everything at Stripe, on demand: lists it all anew, notes what differs, and takes it in.
import { modeOf } from '../store/account.ts';
import { clearDifferences } from '../store/differences.ts';
import {
  type BackfillPosition,
  type ComparisonPosition,
  comparisonPosition,
} from '../store/sync-position.ts';
import type { StripeObject } from '../stripe/request.ts';
import { applyObjects } from './apply.ts';
import type { StepResult } from './backfill.ts';
import { type NextPage, nextPage, planComparison } from './backfill-plan.ts';
import { Changes } from './changes.ts';
import { noteDifferences } from './find-differences.ts';
import { readPage } from './read-page.ts';
import { reportProblems, type SyncParts } from './sync-parts.ts';

/** Owns the position of a comparison; each step is a page and a transaction, so that it goes on where it stopped. */
export class Comparison {
  readonly #parts: SyncParts;
  #position: ComparisonPosition | null;
  /** The last object of the page before, where it is still at hand. */
  #previous: StripeObject | undefined;
  /** Stripe's clock at the last answer, unix seconds. */
  #stripeTime: number | null = null;

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.#position = comparisonPosition.read(parts.db);
  }

  get isUnderWay(): boolean {
    return this.#position !== null && this.#position.finishedAt === null;
  }

  /** Asks for a comparison; while one is under way nothing changes. */
  begin(): void {
    if (!this.isUnderWay) this.#write({ list: null, finishedAt: null }, () => undefined);
  }

  async step(): Promise<StepResult> {
    const position = this.#position;
    if (!position || position.finishedAt !== null) return { kind: 'done' };
    return position.list === null ? this.#start() : this.#goOn(position.list);
  }

  async #start(): Promise<StepResult> {
    const { db, gateway } = this.#parts;
    const probe = await gateway.list('events', { limit: 1 });
    if (!probe.ok) return { kind: 'failed', failure: probe.failure };
    const startedAt = probe.stripeTime ?? Number(probe.value.data[0]?.['created'] ?? 0);
    this.#previous = undefined;
    this.#write({ list: planComparison(startedAt, modeOf(db)), finishedAt: null }, () =>
      clearDifferences(db),
    );
    return { kind: 'advanced' };
  }

  async #goOn(list: BackfillPosition): Promise<StepResult> {
    const next = nextPage(list);
    if (next) return this.#takePage(list, next);
    const done = { list: { ...list, done: true }, finishedAt: this.#stripeTime ?? list.startedAt };
    this.#write(done, () => undefined);
    return { kind: 'advanced' };
  }

  async #takePage(list: BackfillPosition, next: NextPage): Promise<StepResult> {
    const previous = 'starting_after' in next.params ? this.#previous : undefined;
    const page = await readPage(this.#parts, list, next, previous);
    if (!page.ok) return { kind: 'failed', failure: page.failure };
    const { db, timeZone } = this.#parts;
    const problems = this.#write({ list: page.position, finishedAt: null }, (changes) => {
      noteDifferences(db, next.resource, page.objects);
      return applyObjects(db, page.objects, { timeZone: timeZone(), changes, indexing: 'later' });
    });
    this.#previous = page.objects.at(-1);
    this.#stripeTime = page.stripeTime;
    reportProblems(this.#parts, problems);
    return { kind: 'advanced' };
  }

  /** What was found and the position behind it are one transaction; only then is it so. */
  #write<Value>(position: ComparisonPosition, work: (changes: Changes) => Value): Value {
    const { db, announce } = this.#parts;
    const changes = new Changes();
    const value = db.transaction(() => {
      comparisonPosition.write(db, position);
      return work(changes);
    });
    this.#position = position;
    changes.add('sync');
    announce(changes);
    return value;
  }
}
