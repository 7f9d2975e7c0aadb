// When to ask Stripe again. Pure.

export type Pace = 'normal' | 'sample';

const EVERY_MS = {
  normal: { front: 60_000, behind: 300_000 },
  // The demo's Stripe is in this process: asking costs nothing, and its customers pay within seconds.
  sample: { front: 5_000, behind: 15_000 },
} as const;

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 300_000;

/** Milliseconds from one poll to the next while all goes well. */
export function pollInterval(pace: Pace, focused: boolean): number {
  return focused ? EVERY_MS[pace].front : EVERY_MS[pace].behind;
}

/** Milliseconds until the next attempt after `failures` in a row; `jitter` is 0 to 1. */
export function retryDelay(failures: number, jitter: number): number {
  const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(Math.max(0, failures - 1), 20));
  return Math.round(longest * (0.5 + jitter / 2));
}
