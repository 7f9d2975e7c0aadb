// Every operation × crash point × fault, and pairs of faults: plans that leave nothing to chance.
import type { SceneName } from '../stage/scene.ts';
import type { Happened, Job } from '../crew/job.ts';
import { replayOf } from '../fixtures/fixtures.ts';
import { type WriteFault, writeFaults } from './faults.ts';
import type { Plan } from './plan.ts';

const CLICK_MS = 2_000;
/** By then the program has done what was ordered when nothing goes wrong. */
const DONE_MS = 12_000;

export function alone(kind: SceneName, more: Partial<Plan> = {}): Plan {
  const work = [{ machine: 0, kind, atMs: CLICK_MS, againMs: null, anewMs: null }];
  return { seed: 1, machines: 1, work, faults: [], deaths: [], upsets: [], ...more };
}

type Death = Omit<Plan['deaths'][number], 'machine'>;

/** Up to nine moments around one write of an operation, as it went when nothing was wrong; some of them can be the same. */
export function crashPoints(happened: readonly Happened[], write: number): readonly Death[] {
  const during = happened.filter(({ ms }) => ms >= CLICK_MS && ms < DONE_MS);
  const commits = during.filter(({ at }) => at === 'commit').map(({ nth }) => nth);
  const sent = during.findIndex(
    (one) => one.at === 'request' && one.isWrite && writesUpTo(during, one) === write,
  );
  const post = during[sent];
  const look = during.slice(0, sent).findLast((one) => one.at === 'request' && !one.isWrite);
  const before = during.slice(0, sent).findLast(({ at }) => at === 'commit');
  const next = during.slice(sent).find(({ at }) => at === 'commit');
  const [first, last] = [commits[0], commits.at(-1)];
  const points = [
    dying('commit', first, 'before'),
    dying('commit', first, 'after'),
    dying('request', look?.nth, 'after'),
    dying('commit', before?.nth, 'after'),
    dying('request', post?.nth, 'before'),
    dying('request', post?.nth, 'after'),
    dying('commit', next?.nth, 'before'),
    dying('commit', next?.nth, 'after'),
    dying('commit', last, 'before'),
  ].flat();
  return [...new Map(points.map((point) => [`${point.at} ${point.nth} ${point.when}`, point])).values()];
}

function dying(what: Death['at'], nth: number | undefined, when: Death['when']): readonly Death[] {
  return nth === undefined ? [] : [{ at: what, nth, when }];
}

function writesUpTo(during: readonly Happened[], one: Happened): number {
  return during.filter(({ at: what, isWrite, nth }) => what === 'request' && isWrite && nth <= one.nth)
    .length;
}

export function writesOf(happened: readonly Happened[]): number {
  return happened.filter(({ at: what, isWrite }) => what === 'request' && isWrite).length;
}

/** Each crash point of each operation with each fault; which write meets them goes round. */
export function* crashesAndFaults(kind: SceneName, happened: readonly Happened[]): Generator<Job> {
  const writes = Math.max(1, writesOf(happened));
  for (const [turn, fault] of writeFaults.entries()) {
    const write = 1 + (turn % writes);
    for (const [point, death] of crashPoints(happened, write).entries())
      yield job(
        `${kind}, crash point ${point + 1}, ${fault}`,
        alone(kind, {
          faults: [{ machine: 0, nth: write, fault }],
          deaths: [{ machine: 0, ...death }],
        }),
      );
  }
}

/** Two faults one after the other, on one write and on the next, which most often is the same once more. */
export function* faultPairs(kind: SceneName, happened: readonly Happened[]): Generator<Job> {
  const writes = Math.max(1, writesOf(happened));
  let turn = 0;
  for (const first of writeFaults) {
    for (const second of writeFaults) {
      const write = 1 + (turn % writes);
      turn += 1;
      yield pair(kind, write, first, second);
    }
  }
}

function pair(kind: SceneName, write: number, first: WriteFault, second: WriteFault): Job {
  const faults = [
    { machine: 0, nth: write, fault: first },
    { machine: 0, nth: write + 1, fault: second },
  ];
  return job(`${kind}, write ${write}, ${first}, ${second}`, alone(kind, { faults }));
}

function job(name: string, plan: Plan): Job {
  return { name: `${replayOf(plan)}  # ${name}`, plan };
}

/** Takes one of each in turn, so that an end at any moment has met all of them. */
export function* inTurns<Value>(sources: readonly Iterator<Value>[]): Generator<Value> {
  let left = sources;
  while (left.length > 0) {
    const still: Iterator<Value>[] = [];
    for (const source of left) {
      const next = source.next();
      if (next.done === true) continue;
      still.push(source);
      yield next.value;
    }
    left = still;
  }
}
