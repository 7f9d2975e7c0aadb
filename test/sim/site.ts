// A machine with its person, and what is to be done with it between two happenings.
import type { Effects } from './check/effects.ts';
import type { Machine } from './machine/machine.ts';
import type { Person } from './person.ts';

export interface Site {
  readonly number: number;
  readonly machine: Machine;
  readonly person: Person;
  /** The last operation of before the simulation. */
  readonly earlierWork: number;
  /** What has come about at Stripe since the simulation began. */
  readonly effects: () => Effects;
  /** Writes into the trace. */
  readonly note: (line: string) => void;
  /** How often the person has decided on work that was not done. */
  decisions: number;
  /** Done one after the other, while time stands still but for what they wait for. */
  readonly chores: (() => Promise<void>)[];
  /** The program is closed, or the computer, and somebody will open it again. */
  isAway: boolean;
  /** While it is away: when somebody opens it again, milliseconds of the true time; it may be at any moment when this is past. */
  backAt: number;
}
