// One waking of synchronisation: a poll, and the back-fill or a comparison as far as it gets until the next poll is due.
import type { ReadFailure } from '../stripe/request.ts';
import { refreshAccountState } from './account-state.ts';
import { applyNextAgain } from './apply-again.ts';
import type { Backfill, StepResult } from './backfill.ts';
import type { BalanceKeeper } from './balance.ts';
import type { Comparison } from './comparison.ts';
import type { Poller } from './poller.ts';
import type { SyncParts } from './sync-parts.ts';

export interface CycleParts {
  readonly parts: SyncParts;
  readonly poller: Poller;
  readonly backfill: Backfill;
  /** Whether nothing has been asked since the books were opened. */
  readonly isFirst: boolean;
  readonly comparison: Comparison;
  readonly balance: BalanceKeeper;
  /** Told when a poll has been answered. */
  readonly onPolled: () => void;
  /** Asked between the steps of a back-fill; false ends the cycle. */
  readonly goOn: () => boolean;
  /** Whether the program is closing these books. */
  readonly stopped: () => boolean;
  /** Lets everything else in the program have its turn. */
  readonly breathe: () => Promise<void>;
}

export type CycleResult =
  | { readonly kind: 'rested' }
  /** Ended before the back-fill did: go on at once. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'failed'; readonly failure: ReadFailure };

export async function runCycle(cycle: CycleParts): Promise<CycleResult> {
  const { parts, poller, backfill } = cycle;
  while (applyNextAgain(parts)) {
    if (cycle.stopped()) return { kind: 'interrupted' };
    await cycle.breathe();
  }
  const polled = await poller.poll();
  if (polled.kind === 'failed') return polled;
  if (polled.kind === 'gap') {
    const begun = await backfill.begin(polled.watermark);
    if (begun.kind === 'failed') return begun;
  }
  cycle.onPolled();
  if (cycle.isFirst) await refreshAccountState(parts);
  await cycle.balance.keep(polled.kind !== 'idle');
  for (;;) {
    if (!cycle.goOn()) return { kind: 'interrupted' };
    const filled: StepResult = await backfill.step();
    const step = filled.kind === 'done' ? await cycle.comparison.step() : filled;
    if (step.kind === 'failed') return step;
    if (step.kind === 'done') return { kind: 'rested' };
    await cycle.breathe();
  }
}
