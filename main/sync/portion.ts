// How much a back-fill takes in at once. Pure.

/** A transaction of a back-fill holds everything else for about so long; it may be twice as long where objects differ much. */
const AIMED_MS = 16;
/** Objects between two commits: a page at least, and however fast the machine not many, because a crash loses what was asked for. */
const LEAST = 100;
const MOST = 2_000;

/** Before anything is known of the machine, or of objects of this kind: of some, a few pages are too much already. */
export const FIRST_PORTION = LEAST;

/** Objects to take in next, after `objects` took `tookMs` milliseconds with their commit; grows by steps, shrinks at once. */
export function nextPortion(portion: number, objects: number, tookMs: number): number {
  const fitting = tookMs > 0 ? Math.floor((objects * AIMED_MS) / tookMs) : MOST;
  // Few objects say nothing of what many would have taken.
  if (objects < LEAST && fitting < portion) return portion;
  return Math.max(LEAST, Math.min(fitting, portion * 2, MOST));
}
