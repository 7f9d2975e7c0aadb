// The checking thread: looks copies of the books through, which takes seconds where the books are large. Built as dist/main/backup-worker.js.
import { parentPort, workerData } from 'node:worker_threads';
import { checkCopy } from './check-copy.ts';
import type { CheckRequest } from './checker.ts';

if (parentPort !== null) {
  const port = parentPort;
  // Only the checker starts this thread, with a `CheckRequest`; Node types what it is given as anything.
  const { path, madeAt } = workerData as CheckRequest;
  port.postMessage(await checkCopy(path, madeAt));
}
