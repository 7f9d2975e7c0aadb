// What will happen by itself: kept like everything else, run in the order of its moments.
import { Failure } from '../api/failure.ts';
import type { Due, Task } from './records.ts';
import type { World } from './world.ts';

export function plan(world: World, delayMs: number, task: Task): void {
  world.put('due', { id: `due_${world.next('due')}`, at: world.nowMs() + delayMs, task });
}

function planned(world: World, matches: (task: Task) => boolean): readonly Due[] {
  return Array.from(world.due.oldestFirst()).filter((due) => matches(due.task));
}

export function cancelPlanned(world: World, matches: (task: Task) => boolean): void {
  for (const due of planned(world, matches)) world.remove('due', due.id);
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
  const until = world.nowMs();
  const next = (): Due | null => {
    const due = world.due.earliest();
    return due !== null && due.at <= until ? due : null;
  };
  if (next() === null) return;
  world.step(() => {
    for (let due = next(); due !== null; due = next()) runOne(world, due, perform);
  });
}
