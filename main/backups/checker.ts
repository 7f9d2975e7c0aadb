// Has a copy of the books looked through in a thread of its own, which ends with its answer.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Checker, CopyCheck } from './check.ts';

export interface CheckRequest {
  readonly path: string;
  /** Unix seconds. */
  readonly madeAt: number;
}

/** `worker` is the thread's module: `check-worker.ts` beside this file in source, `backup-worker.js` in a build. */
export function createChecker(worker: URL): Checker {
  return async (path, madeAt) => {
    const workerData: CheckRequest = { path, madeAt };
    const thread = new Worker(worker, { workerData });
    // A program that ends does not wait for the check of a backup: what is unfinished is made anew next time.
    thread.unref();
    try {
      // Rejects with what the thread failed of. The thread answers with nothing but a `CopyCheck`.
      const [answer] = (await once(thread, 'message')) as [CopyCheck];
      return answer;
    } finally {
      await thread.terminate();
    }
  };
}
