// The typesetting thread: sets one document at a time, so that the program's own thread never waits for ink. Built as dist/main/document-worker.js.
import { parentPort, workerData } from 'node:worker_threads';
import { DocumentError } from './document-error.ts';
import { createRenderer } from './typst-renderer.ts';
import type { DocumentRenderer } from './typst-renderer.ts';
import type { WorkerReply, WorkerRequest, WorkerStart } from './worker-protocol.ts';

function answer(renderer: DocumentRenderer, request: WorkerRequest): WorkerReply {
  try {
    return request.want === 'pdf'
      ? { kind: 'pdf', bytes: renderer.pdf(request.document) }
      : { kind: 'svg', pages: renderer.svg(request.document) };
  } catch (error) {
    if (error instanceof DocumentError) return { kind: 'refused', message: error.message };
    throw error;
  }
}

if (parentPort !== null) {
  const port = parentPort;
  // Only the engine starts this thread, with a `WorkerStart`; Node types what it is given as anything.
  const { fonts } = workerData as WorkerStart;
  const renderer = createRenderer(fonts);
  port.on('message', (request: WorkerRequest) => {
    const reply = answer(renderer, request);
    port.postMessage(reply, reply.kind === 'pdf' ? [reply.bytes.buffer] : []);
  });
}
