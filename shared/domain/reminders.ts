// When a customer is reminded: steps counted in days from the due date, each taken once.
import { addDays } from './dates.ts';

/** A step of the schedule that an invoice due on that day or before has reached. */
export interface ReachedStep {
  /** Days from the due date; negative before it. */
  readonly step: number;
  /** `YYYY-MM-DD`. */
  readonly dueOnOrBefore: string;
}

/** The steps with the due dates that have reached them today, the furthest first. */
export function reachedSteps(steps: readonly number[], today: string): readonly ReachedStep[] {
  return [...new Set(steps)]
    .toSorted((a, b) => b - a)
    .map((step) => ({ step, dueOnOrBefore: addDays(today, -step) }));
}

/**
 * The step that is due for an invoice, null when there is none. Only the furthest counts: who was not reminded for a month
 * gets one reminder, not three. `taken` is the furthest step that was taken or passed over, null before the first.
 */
export function dueStep(
  steps: readonly number[],
  dueDay: string,
  taken: number | null,
  today: string,
): number | null {
  const reached = reachedSteps(steps, today).find(({ dueOnOrBefore }) => dueDay <= dueOnOrBefore);
  if (!reached || (taken !== null && reached.step <= taken)) return null;
  return reached.step;
}
