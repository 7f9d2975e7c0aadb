// What can go wrong with one request, by name.
import type { Fault } from '../../../main/simulator/api/faults.ts';
import type { SimulatorResponse } from '../../../main/simulator/api/message.ts';
import { duplicated, reordered, withheld } from './event-feed.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Of a request that writes. */
const WRITE_FAULTS = {
  'time-out before': { kind: 'timeout', effect: 'none' },
  'time-out after': { kind: 'timeout', effect: 'done' },
  'delayed by a minute': { kind: 'delayed', delayMs: MINUTE_MS },
  'delayed by 20 minutes': { kind: 'delayed', delayMs: 20 * MINUTE_MS },
  'reset before': { kind: 'reset', effect: 'none' },
  'reset after': { kind: 'reset', effect: 'done' },
  'asked to slow down': { kind: 'rate_limited' },
  conflict: { kind: 'conflict' },
  '500 without effect': { kind: 'server_error', effect: 'none' },
  '500 with effect': { kind: 'server_error', effect: 'done' },
  '500 with effect in an hour': { kind: 'server_error', effect: 'late', delayMs: HOUR_MS },
  '500 with effect in 19 hours': { kind: 'server_error', effect: 'late', delayMs: 19 * HOUR_MS },
  malformed: { kind: 'malformed' },
  truncated: { kind: 'truncated' },
  'bad gateway': { kind: 'bad_gateway' },
  declined: { kind: 'declined' },
  'key refused': { kind: 'unauthorized' },
  forbidden: { kind: 'forbidden' },
  'events ten minutes late': { kind: 'event_lag', delayMs: 9 * MINUTE_MS },
  slow: { kind: 'slow', delayMs: 15_000 },
} as const satisfies Record<string, Fault>;

/** Of a request that only reads. */
const READ_FAULTS = {
  'read times out': { kind: 'timeout', effect: 'none' },
  'read is reset': { kind: 'reset', effect: 'done' },
  'read meets 429': { kind: 'rate_limited' },
  'read meets 500': { kind: 'server_error', effect: 'none' },
  'read is malformed': { kind: 'malformed' },
  'read is truncated': { kind: 'truncated' },
  'read meets a bad gateway': { kind: 'bad_gateway' },
  'read meets 401': { kind: 'unauthorized' },
} as const satisfies Record<string, Fault>;

/** Of a list of events. */
const FEED_FAULTS = {
  'events duplicated': duplicated,
  'events of a second reordered': reordered,
  'events of the last minute withheld': withheld,
} as const satisfies Record<string, (response: SimulatorResponse) => SimulatorResponse>;

export type WriteFault = keyof typeof WRITE_FAULTS;
export type ReadFault = keyof typeof READ_FAULTS;
export type FeedFault = keyof typeof FEED_FAULTS;
export type FaultName = WriteFault | ReadFault | FeedFault;

// Object.keys forgets the names of what is written above.
export const writeFaults = Object.keys(WRITE_FAULTS) as readonly WriteFault[];
export const readFaults = Object.keys(READ_FAULTS) as readonly ReadFault[];
export const feedFaults = Object.keys(FEED_FAULTS) as readonly FeedFault[];

/** By what it befalls, so that a plan can name the nth of its kind. */
export function befalls(name: FaultName): 'write' | 'read' | 'feed' {
  if (name in FEED_FAULTS) return 'feed';
  return name in WRITE_FAULTS ? 'write' : 'read';
}

export function kindOf(method: string, path: string): readonly ReturnType<typeof befalls>[] {
  if (method !== 'GET') return ['write'];
  return path.startsWith('/v1/events?') ? ['read', 'feed'] : ['read'];
}

export interface Trouble {
  readonly fault: Fault | null;
  readonly distort?: (response: SimulatorResponse) => SimulatorResponse;
}

export function troubleOf(name: FaultName): Trouble {
  // `befalls` has looked up in which table the name is.
  switch (befalls(name)) {
    case 'feed':
      return { fault: null, distort: FEED_FAULTS[name as FeedFault] };
    case 'write':
      return { fault: WRITE_FAULTS[name as WriteFault] };
    case 'read':
      return { fault: READ_FAULTS[name as ReadFault] };
  }
}
