// What must hold when everything has come to rest: of Stripe, of the books, and of both together.
import type { Simulator } from '../../../main/simulator/simulator.ts';
import type { Site } from '../site.ts';
import { effectsAt, repeated } from './effects.ts';

export interface EndOptions {
  readonly simulator: Simulator;
  readonly sites: readonly Site[];
  /** When the simulation began, unix seconds. */
  readonly since: number;
}

/** In words; none when all is well. */
export async function brokenInTheEnd({ simulator, sites, since }: EndOptions): Promise<readonly string[]> {
  const effects = effectsAt(simulator, since);
  return [
    ...repeated(effects).map((words) => `I1: ${words}`),
    ...sites.flatMap(({ person }) => person.unexpected),
  ];
}
