// What a machine is told when it is made.
import type { SimulatorRequest } from '../../../main/simulator/api/message.ts';
import type { Simulator } from '../../../main/simulator/simulator.ts';
import type { Db } from '../../../main/store/database.ts';
import type { Chance } from './chance.ts';
import type { Passage } from './network.ts';
import type { Timeline } from './timeline.ts';

/** Where a machine can die: before or after the nth commit or request of all that it makes. */
export interface Moment {
  readonly at: 'commit' | 'request';
  readonly when: 'before' | 'after';
}

export interface MachineOptions {
  readonly timeline: Timeline;
  readonly simulator: Simulator;
  readonly directory: string;
  /** Of the books it has open, below its folder. */
  readonly booksId: string;
  readonly chance: Chance;
  readonly passage: (request: SimulatorRequest, ordinal: number) => Passage;
  /** Whether the machine dies here; told of every commit and every request, with their running number. */
  readonly diesAt: (moment: Moment, ordinal: number) => boolean;
  readonly onCommit: (db: Db) => void;
}
