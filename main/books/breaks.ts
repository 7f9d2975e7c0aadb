// Breaks between two portions of work, in which everything else has its turn; the end of the work ends the break, too.
import type { Clock } from '../ports.ts';

export interface Breaks {
  /** Resolves with whether to go on. */
  take(): Promise<boolean>;
  readonly ended: boolean;
  end(): void;
}

export function createBreaks(clock: Clock): Breaks {
  const waiting = new Set<() => void>();
  let ended = false;
  return {
    take: () =>
      new Promise((resolve) => {
        if (ended) {
          resolve(false);
          return;
        }
        const wake = (): void => {
          waiting.delete(wake);
          cancel();
          resolve(!ended);
        };
        const cancel = clock.schedule(0, wake);
        waiting.add(wake);
      }),
    get ended() {
      return ended;
    },
    end() {
      ended = true;
      for (const wake of waiting) wake();
    },
  };
}
