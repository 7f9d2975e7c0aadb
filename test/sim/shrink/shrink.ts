// Makes a plan under which something fails as small as it can be while that still fails.
import type { Plan } from '../plan/plan.ts';
import { smallerThan } from './smaller.ts';

/** Some minutes at most, however much there is to leave out. */
const MOST_TRIES = 400;

export async function shrink(plan: Plan, stillFails: (plan: Plan) => Promise<boolean>): Promise<Plan> {
  let smallest = plan;
  let tries = 0;
  for (let next: Plan | null = plan; next !== null;) {
    smallest = next;
    next = null;
    for (const candidate of smallerThan(smallest)) {
      tries += 1;
      if (tries > MOST_TRIES) return smallest;
      if (!(await stillFails(candidate))) continue;
      next = candidate;
      break;
    }
  }
  return smallest;
}

/** The invariant that a violation is of, or its first word. */
export function lawOf(violation: string): string {
  return /^I\d+/.exec(violation)?.[0] ?? violation.slice(0, violation.indexOf(' '));
}
