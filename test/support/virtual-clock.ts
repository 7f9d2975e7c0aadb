// A clock that moves only when a test says so, and runs what was scheduled on the way, each task at its own moment.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../main/ports.ts';

/** A Monday at noon in Berlin. */
export const NOON = Date.UTC(2026, 5, 15, 10, 0, 0);

interface Task {
  readonly at: number;
  readonly run: () => void;
}

export interface VirtualClock extends Clock {
  /** Moves on by `ms`, letting what a task began go on before the next one runs. */
  advance(ms: number): Promise<void>;
}

/** Turns of the event loop that work over a simulator in this process needs to come to rest. */
const TURNS = 12;

export function createVirtualClock(start: number): VirtualClock {
  let now = start;
  let tasks: Task[] = [];
  const rest = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
  };
  return {
    now: () => now,
    schedule(delayMs, run) {
      const task = { at: now + Math.max(0, delayMs), run };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },
    async advance(ms) {
      const until = now + ms;
      await rest();
      for (;;) {
        const next = tasks.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        tasks = tasks.filter((task) => task !== next);
        now = Math.max(now, next.at);
        next.run();
        await rest();
      }
      now = until;
      await rest();
    },
  };
}
