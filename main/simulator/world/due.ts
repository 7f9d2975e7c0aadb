// What will happen by itself: kept like everything else, run in the order of its moments.
import { Failure } from '../api/failure.ts';
import type { Due, Task } from './records.ts';
import type { World } from './world.ts';

/** The earliest task of each world, so that nobody looks through all of them at every request; forgotten when tasks go. */
const earliest = new WeakMap<World, Due>();

export function plan(world: World, delayMs: number, task: Task): void {
  const due = world.put('due', { id: `due_${world.next('due')}`, at: world.nowMs() + delayMs, task });
  const known = earliest.get(world);
  if (known !== undefined && due.at < known.at) earliest.set(world, due);
}

function planned(world: World, matches: (task: Task) => boolean): readonly Due[] {
  return Array.from(world.table('due').oldestFirst()).filter((due) => matches(due.task));
}

function drop(world: World, due: Due): void {
  earliest.delete(world);
  world.remove('due', due.id);
}

export function cancelPlanned(world: World, matches: (task: Task) => boolean): void {
  for (const due of planned(world, matches)) drop(world, due);
}

export function isPlanned(world: World, matches: (task: Task) => boolean): boolean {
  return planned(world, matches).length > 0;
}

export function earliestDue(world: World): Due | null {
  const known = earliest.get(world);
  // A step that was rolled back takes its tasks with it, and their ids are given again.
  if (known !== undefined && world.find('due', known.id) === known) return known;
  let found: Due | null = null;
  for (const due of world.table('due').oldestFirst()) if (found === null || due.at < found.at) found = due;
  if (found === null) earliest.delete(world);
  else earliest.set(world, found);
  return found;
}

/** Runs each due task at its own moment, so that what it makes carries the right times. What Stripe refuses by then is over. */
export function runDue(world: World, perform: (task: Task) => void): void {
  const until = world.nowMs();
  for (let due = earliestDue(world); due !== null && due.at <= until; due = earliestDue(world)) {
    const { at, task } = due;
    world.step(() => {
      drop(world, due);
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
}
