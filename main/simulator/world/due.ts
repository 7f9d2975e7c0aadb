// What will happen by itself: kept like everything else, run in the order of its moments.
import { Failure } from '../api/failure.ts';
import type { Due, Task } from './records.ts';
import type { World } from './world.ts';

/** What billing does follows the test clock of its customer; what banks do takes its own time. */
const billing: ReadonlySet<Task['kind']> = new Set([
  'collect-invoice',
  'customer-acts',
  'customer-changes-method',
  'finalize-invoice',
  'invoice-overdue',
  'wake-subscription',
]);

export function plan(world: World, delayMs: number, task: Task): void {
  const id = `due_${world.next('due')}`;
  const { testClock } = world;
  if (testClock === null || !billing.has(task.kind))
    world.put('due', { id, at: world.accountNowMs() + delayMs, task });
  else world.put('due', { id, at: world.nowMs() + delayMs, task, testClock });
}

function planned(world: World, matches: (task: Task) => boolean): readonly Due[] {
  return Array.from(world.due.oldestFirst()).filter((due) => matches(due.task));
}

/** Gives what is planned to a test clock: from now on it happens when the clock comes to that moment. */
export function moveToClock(world: World, testClock: string, matches: (task: Task) => boolean): void {
  for (const due of planned(world, (task) => billing.has(task.kind) && matches(task)))
    world.put('due', { ...due, testClock });
}

export function cancelPlanned(world: World, matches: (task: Task) => boolean): void {
  for (const due of planned(world, matches)) world.remove('due', due.id);
}

/** Drops all that waits for a test clock. */
export function cancelPlannedIn(world: World, testClock: string): void {
  for (const due of Array.from(world.due.oldestFirst()))
    if (due.testClock === testClock) world.remove('due', due.id);
}

export function isPlanned(world: World, matches: (task: Task) => boolean): boolean {
  return planned(world, matches).length > 0;
}

function runOne(world: World, { id, at, task }: Due, perform: (task: Task) => void): void {
  world.step(() => {
    world.remove('due', id);
    try {
      world.step(
        () => perform(task),
        at,
        (error) => error instanceof Failure && error.leavesEffects,
      );
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }, at);
}

/**
 * Runs each due task at its own moment, so that what it makes carries the right times. What Stripe refuses by then is over.
 * All of it is one step: however much has fallen due, a journal is written through once.
 */
export function runDue(world: World, perform: (task: Task) => void): void {
  runUntil(world, world.nowMs(), () => world.due.earliest(), perform);
}

/** As {@link runDue}, for what follows a test clock: up to `until`, in milliseconds of the clock, whose time the step must run in. */
export function runDueOf(
  world: World,
  testClock: string,
  until: number,
  perform: (task: Task) => void,
): void {
  runUntil(world, until, () => world.due.earliestOf(testClock), perform);
}

function runUntil(
  world: World,
  until: number,
  earliest: () => Due | null,
  perform: (task: Task) => void,
): void {
  const next = (): Due | null => {
    const due = earliest();
    return due !== null && due.at <= until ? due : null;
  };
  if (next() === null) return;
  world.step(() => {
    for (let due = next(); due !== null; due = next()) runOne(world, due, perform);
  });
}
