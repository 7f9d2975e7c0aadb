// For how long work that goes on beside everything else holds the program's only thread.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { atMost, type Line } from './report.ts';

export interface Held {
  /** Milliseconds of the longest stretch of work between two breaks, by the clock. */
  readonly stretch: number;
  /** The longest by the processor's time of this thread: without the disk, and on a busy machine without the turns of other programs. */
  readonly own: number;
  /** How late an event was that came meanwhile, by the clock: the latest of all. */
  readonly late: number;
}

export interface HeldMeter {
  /** Ends a stretch and begins the next one after everything else has had its turn; `between` belongs to neither. */
  pause(between?: () => void): Promise<void>;
  end(): Held;
}

/** Of the timer that is looked at; its own delay is no lateness. */
const RESOLUTION_MS = 1;
const NANOSECONDS = 1_000_000;
const MOST_MS = 50;

export function meterHeld(): HeldMeter {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let [stretch, own] = [0, 0];
  let began = performance.now();
  let used = process.threadCpuUsage();
  const note = (): void => {
    const { user, system } = process.threadCpuUsage(used);
    stretch = Math.max(stretch, performance.now() - began);
    own = Math.max(own, (user + system) / 1000);
  };
  delays.enable();
  return {
    async pause(between) {
      note();
      if (between) {
        delays.disable();
        between();
        delays.enable();
      }
      await new Promise<void>((resolve) => void setImmediate(resolve));
      began = performance.now();
      used = process.threadCpuUsage();
    },
    end() {
      note();
      delays.disable();
      return { stretch, own, late: Math.max(0, delays.max / NANOSECONDS - RESOLUTION_MS) };
    },
  };
}

export function heldLines(work: string, { stretch, own, late }: Held): readonly Line[] {
  return [
    atMost(`longest portion of ${work}`, stretch, MOST_MS, 'ms'),
    atMost(`longest portion of ${work}, of the processor`, own, MOST_MS, 'ms'),
    lateLine(work, late),
  ];
}

export function lateLine(work: string, late: number): Line {
  return atMost(`events late during ${work}`, late, MOST_MS, 'ms');
}
