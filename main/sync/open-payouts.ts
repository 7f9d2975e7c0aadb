// Lists what payouts hold, newest first, once each: a balance transaction itself does not say which payout it went with.
import { unopenedPayouts } from '../store/mirror-payouts.ts';
import type { ReadFailure, StripeObject } from '../stripe/request.ts';
import { applyObjects } from './apply.ts';
import { applyPayoutContents } from './apply-payout.ts';
import { Changes } from './changes.ts';
import { Patience } from './patience.ts';
import { inPool } from './pool.ts';
import { readAll } from './read-all.ts';
import { reportPassedOver, reportProblems, type SyncParts } from './sync-parts.ts';
import type { Target } from './targets.ts';

/** How many are listed between two commits. */
const PORTION = 4;

export type Opened =
  | { readonly kind: 'opened' | 'nothing-left' }
  | { readonly kind: 'failed'; readonly failure: ReadFailure };

interface Contents {
  readonly target: Target;
  readonly list:
    | { readonly ok: true; readonly data: readonly StripeObject[] }
    | { readonly ok: false; readonly failure: ReadFailure };
}

type Listed = Contents & { readonly list: { readonly ok: true } };

/** Remembers, while the program runs, which payouts cannot be opened. */
export class PayoutOpener {
  readonly #parts: SyncParts;
  readonly #patience = new Patience();
  readonly #refused = new Set<string>();
  /** The key may not list balance transactions: asking for each payout would change nothing. */
  #forbidden = false;

  constructor(parts: SyncParts) {
    this.#parts = parts;
  }

  /** At most a few requests and one transaction. */
  async openNext(): Promise<Opened> {
    const targets = this.#next();
    if (targets.length === 0) return { kind: 'nothing-left' };
    const { gateway } = this.#parts;
    const answers = await inPool(
      targets,
      async (target): Promise<Contents> => ({
        target,
        list: await readAll(gateway, 'payoutTransactions', { payout: target.id }),
      }),
      ({ list }) => list.ok,
    );
    this.#write(answers.filter((answer): answer is Listed => answer.list.ok));
    for (const { target, list } of answers) {
      if (!list.ok && !this.#passOver(target, list.failure)) return { kind: 'failed', failure: list.failure };
    }
    return { kind: 'opened' };
  }

  #next(): readonly Target[] {
    if (this.#forbidden) return [];
    return unopenedPayouts(this.#parts.db, PORTION + this.#refused.size)
      .map((id) => ({ object: 'payout', id }))
      .filter((target) => !this.#refused.has(target.id))
      .slice(0, PORTION);
  }

  /** Whether the failure is the payout's own or the key's, so that others can go on. */
  #passOver(target: Target, failure: ReadFailure): boolean {
    this.#patience.fail(target, failure);
    this.#forbidden ||= failure.kind === 'key-refused' && failure.status === 403;
    const own = failure.kind === 'refused' || this.#forbidden || this.#patience.isLost(target);
    if (own) {
      this.#refused.add(target.id);
      reportPassedOver(this.#parts, [{ target, failure }]);
    }
    return own;
  }

  #write(opened: readonly Listed[]): void {
    const { db, announce, timeZone } = this.#parts;
    const changes = new Changes();
    const context = { timeZone: timeZone(), changes };
    const problems = db.transaction(() => {
      const found = applyObjects(
        db,
        opened.flatMap(({ list }) => list.data),
        context,
      );
      for (const { target, list } of opened) applyPayoutContents(db, target.id, list.data, context);
      return found;
    });
    reportProblems(this.#parts, problems);
    if (!changes.empty) announce(changes);
  }
}
