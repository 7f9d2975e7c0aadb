// Moves a test clock forward: it answers at once that it is advancing, and a moment later all has happened up to the new time.
import { refuseWhileAdvancing } from '../../api/clock-of-request.ts';
import { plan, runDueOf } from '../../world/due.ts';
import { emit } from '../../world/events.ts';
import type { Task, TestClock } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { refuseMove } from './limits.ts';

/** As long as those waited who measured it; Stripe promises nothing. */
const TAKES_MS = 6000;

/** `target` in unix seconds. */
export function startAdvancing(world: World, id: string, target: number): TestClock {
  const clock = world.get('test_clock', id);
  refuseWhileAdvancing(clock, 'POST');
  refuseMove(world, clock, target);
  const advancing = world.put('test_clock', {
    ...clock,
    status: 'advancing',
    status_details: { advancing: { target_frozen_time: target } },
  });
  emit(world, 'test_helpers.test_clock.advancing', 'test_clock', advancing);
  plan(world, TAKES_MS, { kind: 'arrive-at-time', testClock: id, target });
  return advancing;
}

/** Everything that falls due on the way happens at its own moment of the clock. */
export function arriveAtTime(world: World, id: string, target: number, perform: (task: Task) => void): void {
  const clock = world.get('test_clock', id);
  world.within(clock, () => runDueOf(world, id, target * 1000, perform));
  const ready = world.put('test_clock', {
    ...clock,
    frozen_time: target,
    status: 'ready',
    status_details: {},
  });
  emit(world, 'test_helpers.test_clock.ready', 'test_clock', ready);
}
