// Expects what is kept here to be what the simulator holds.
import { expect } from 'vitest';
import type { Simulator } from '../../main/simulator/simulator.ts';
import type { Db } from '../../main/store/database.ts';
import { type MIRRORED, mirrorDifferences } from './mirror-differences.ts';

/** The ids of a type at Stripe, oldest first, deleted ones left out. */
export function idsAtStripe(
  simulator: Simulator,
  type: (typeof MIRRORED)[number],
  status?: string,
): readonly string[] {
  return simulator.control
    .objects({ type })
    .filter((object) => object['deleted'] !== true && (status === undefined || object['status'] === status))
    .map(({ id }) => (typeof id === 'string' ? id : ''));
}

export function expectMirror(db: Db, simulator: Simulator): void {
  // Far faster than the assertion, which is only needed to show a difference.
  for (const { type, here, there } of mirrorDifferences(db, simulator)) expect(here, type).toEqual(there);
}
