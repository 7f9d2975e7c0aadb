// A plan from a seed: some work, trouble of every kind, and at times a second machine that wants the same.
import type { SceneName } from '../stage/scene.ts';
import { type Chance, createChance, seedOf } from '../machine/chance.ts';
import { type FaultName, feedFaults, readFaults, writeFaults } from './faults.ts';
import type { Plan, Upset } from './plan.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How often a request meets trouble, from none to absurd. */
const RATES = [0, 0.1, 0.3] as const;
/** Trouble comes to an end. */
const WRITES = 12;
const READS = 30;
const FEEDS = 6;

export function randomPlan(seed: number, kinds: readonly SceneName[]): Plan {
  const chance = createChance(seedOf(seed, 0));
  const machines = chance.happens(0.25) ? 2 : 1;
  const wanted = Array.from({ length: 1 + chance.int(3) }, () => chance.pick(kinds));
  return {
    seed,
    machines,
    work: workOf(chance, machines, wanted),
    faults: eachMachine(machines, (machine) => faultsOf(chance, machine)),
    deaths: eachMachine(machines, (machine) => deathsOf(chance, machine)),
    upsets: eachMachine(machines, (machine) => upsetsOf(chance, machine)),
  };
}

/** The writes that would do harm when they are done twice. */
const DELICATE: readonly SceneName[] = [
  'invoice.send',
  'invoice.send-again',
  'refund.create',
  'credit-note.create',
  'recurring.create',
  'price.create',
  'tax-rate.create',
  'customer.save',
];
const CRUEL: readonly FaultName[] = [
  'time-out after',
  'reset after',
  'delayed by 20 minutes',
  '500 with effect',
  '500 with effect in an hour',
  '500 with effect in 19 hours',
  'malformed',
];

/** One delicate operation and little but trouble: what a wrong program does not live through for long. */
export function cruelPlan(seed: number): Plan {
  const chance = createChance(seedOf(seed, 1));
  const faults: Plan['faults'] = Array.from({ length: 8 }, (_, index) => index + 1)
    .filter(() => chance.happens(0.5))
    .map((nth) => ({ machine: 0, nth, fault: chance.pick(CRUEL) }));
  const jumps: readonly Upset[] = [
    { what: 'clock', ms: -chance.int(60 * HOUR) },
    { what: 'sleep', ms: 20 * HOUR + chance.int(20 * HOUR) },
  ];
  return {
    seed,
    machines: 1,
    work: [{ machine: 0, kind: chance.pick(DELICATE), atMs: 2 * SECOND, againMs: null, anewMs: null }],
    faults,
    deaths: deathsOf(chance, 0),
    upsets: chance.happens(0.5)
      ? jumps.map((upset) => ({ machine: 0, atMs: 2 * SECOND + chance.int(4 * SECOND), upset }))
      : [],
  };
}

function eachMachine<Value>(machines: number, of: (machine: number) => readonly Value[]): Value[] {
  return Array.from({ length: machines }, (_, machine) => of(machine)).flat();
}

/** With two machines both people want the same at about the same time. */
function workOf(chance: Chance, machines: number, wanted: readonly SceneName[]): Plan['work'] {
  return wanted.flatMap((kind) => {
    const atMs = 2 * SECOND + chance.int(30 * SECOND);
    return eachMachine(machines, (machine) => [
      {
        machine,
        kind,
        atMs: atMs + chance.int(machine === 0 ? 1 : 2 * SECOND),
        againMs: chance.happens(0.25) ? chance.int(4 * SECOND) : null,
        anewMs: chance.happens(0.15) ? chance.int(20 * SECOND) : null,
      },
    ]);
  });
}

function faultsOf(chance: Chance, machine: number): Plan['faults'] {
  const rate = chance.pick(RATES);
  const some = (count: number, names: readonly FaultName[], share: number): Plan['faults'] =>
    Array.from({ length: count }, (_, index) => index + 1)
      .filter(() => chance.happens(share))
      .map((nth) => ({ machine, nth, fault: chance.pick(names) }));
  return [
    ...some(WRITES, writeFaults, rate),
    ...some(READS, readFaults, rate / 2),
    ...some(FEEDS, feedFaults, rate),
  ];
}

function deathsOf(chance: Chance, machine: number): Plan['deaths'] {
  if (chance.happens(0.4)) return [];
  return Array.from({ length: 1 + chance.int(3) }, () => ({
    machine,
    at: chance.pick(['commit', 'request'] as const),
    nth: 1 + chance.int(30),
    when: chance.pick(['before', 'after'] as const),
  }));
}

const DECISIONS = ['cancel', 'retry', 'accept', 'discard'] as const;

/** Soon, or when whatever became of the work has long been known. */
function decision(chance: Chance): Upset {
  const ms = chance.happens(0.5) ? chance.int(MINUTE) : 48 * HOUR + chance.int(24 * HOUR);
  return { what: 'decide', action: chance.pick(DECISIONS), ms };
}

const UPSETS: readonly ((chance: Chance) => readonly Upset[])[] = [
  (chance) => [{ what: 'clock', ms: chance.int(5 * 24 * HOUR) - 60 * HOUR }],
  (chance) => [{ what: 'sleep', ms: chance.int(40 * HOUR) }],
  (chance) => [{ what: 'restart', ms: chance.int(2 * HOUR) }],
  () => [{ what: 'die' }],
  (chance) => [{ what: 'disk-full', ms: chance.int(2 * MINUTE) }],
  () => [{ what: 'backup' }, { what: 'restore' }],
  () => [{ what: 'second-instance' }],
  (chance) => [decision(chance), decision(chance)],
];

/** What is two things has the second one a while after the first. */
function upsetsOf(chance: Chance, machine: number): Plan['upsets'] {
  if (chance.happens(0.5)) return [];
  return Array.from({ length: 1 + chance.int(2) }, () => chance.pick(UPSETS)(chance)).flatMap((parts) => {
    let atMs = chance.int(40 * SECOND);
    return parts.map((upset) => {
      const at = atMs;
      atMs += 1 + chance.int(MINUTE);
      return { machine, atMs: at, upset };
    });
  });
}
