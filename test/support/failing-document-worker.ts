// Stands in for the typesetting thread: a document's title tells it how to fail; else it answers with its own number.
import { parentPort, threadId } from 'node:worker_threads';
import type { WorkerRequest } from '../../main/documents/worker-protocol.ts';

parentPort?.on('message', ({ document }: WorkerRequest) => {
  if (document.title === 'exit') process.exit(3);
  if (document.title === 'throw') throw new Error('as told');
  if (document.title === 'refuse') parentPort?.postMessage({ kind: 'refused', message: 'as told' }, []);
  else if (document.title !== 'silence')
    parentPort?.postMessage({ kind: 'svg', pages: [String(threadId)] }, []);
});
