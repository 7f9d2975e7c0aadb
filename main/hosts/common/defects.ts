// A defect that nobody caught leaves the program in a state that nobody knows: it is logged, and the program ends.
import type { Log } from '../../ports.ts';

/** Everything accepted is on disk before it is acted on, so ending loses nothing, while going on might. */
export function endOnDefects(
  process: {
    on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
  },
  log: Log,
  end: () => void,
): void {
  const handle = (error: unknown) => {
    log.error('defect', { error });
    end();
  };
  process.on('uncaughtException', handle);
  process.on('unhandledRejection', handle);
}
