// What must hold when everything has come to rest: of Stripe, of the books, and of both together.
import type { Simulator } from '../../../main/simulator/simulator.ts';
import type { Site } from '../site.ts';
import { repeated } from './effects.ts';
import { wrongBooks } from './ledger.ts';
import { wrongMoney } from './money.ts';
import { untrueSteps } from './steps.ts';
import { spilledWords } from './words.ts';
import { lookAtStripe } from './world.ts';

export interface EndOptions {
  readonly simulator: Simulator;
  readonly sites: readonly Site[];
  /** When the simulation began, unix seconds. */
  readonly since: number;
}

/** In words; none when all is well. */
export async function brokenInTheEnd({ simulator, sites, since }: EndOptions): Promise<readonly string[]> {
  const world = lookAtStripe(simulator, since);
  const found = [...repeated(world.effects), ...wrongMoney(world)];
  for (const { machine, person, earlierWork } of sites) {
    found.push(...person.unexpected, ...spilledWords(machine.logLines));
    if (machine.db)
      found.push(
        ...untrueSteps(machine.db, world, earlierWork),
        ...(await wrongBooks(machine.db, simulator)),
      );
    else found.push('I5: the books do not open');
  }
  return found;
}
