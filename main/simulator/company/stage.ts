// What the parts of the demo company's history share.
import type { World } from '../world/world.ts';
import type { Dice } from './dice.ts';
import type { Company } from './invoices.ts';
import type { Timeline } from './timeline.ts';

/** Milliseconds. */
export const DAY = 86_400_000;
export const HOUR = 3_600_000;

export interface Stage {
  readonly world: World;
  readonly company: Company;
  readonly dice: Dice;
  readonly timeline: Timeline;
  /** Milliseconds: the end of the history. */
  readonly end: number;
}
