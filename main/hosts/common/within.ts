// Waits for something no longer than is sensible.
import type { Clock } from '../../ports.ts';

/** The promise's outcome, or a rejection after `milliseconds`; the promise itself goes on, and its later failure is not unhandled. */
export async function within<Value>(
  clock: Clock,
  milliseconds: number,
  promise: Promise<Value>,
): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const cancel = clock.schedule(milliseconds, () =>
    late.reject(new Error(`No answer within ${milliseconds} ms`)),
  );
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    cancel();
  }
}
