// The document engine of the program: hands documents one by one to a typesetting thread, and starts a new one when it has died or has set enough.
import { Worker } from 'node:worker_threads';
import type { DocumentData } from '../../shared/domain/document-data.ts';
import { DocumentError } from './document-error.ts';
import type { DocumentEngine } from './engine.ts';
import type { FontSource } from './fonts.ts';
import type { WorkerReply, WorkerRequest, WorkerStart } from './worker-protocol.ts';

export interface DocumentEngineOptions {
  /** The thread's module: `worker.ts` beside this file in source, `document-worker.js` in a build. */
  readonly worker: URL;
  readonly fonts: FontSource;
  /** The thread is replaced after this many documents, which gives back what the typesetter keeps in memory. */
  readonly documentsPerWorker?: number;
}

interface Job {
  readonly request: WorkerRequest;
  readonly done: (reply: WorkerReply) => void;
  readonly failed: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  documents: number;
}

/** The thread starts with the first document, not before. `close` refuses what still waits, and ends the thread. */
export function createDocumentEngine(options: DocumentEngineOptions): DocumentEngine {
  const queue = new JobQueue(options);
  const ask = (want: WorkerRequest['want'], document: DocumentData): Promise<WorkerReply> =>
    queue.run({ want, document });
  return {
    async pdf(document) {
      const reply = await ask('pdf', document);
      if (reply.kind === 'pdf') return reply.bytes;
      throw refusal(reply);
    },
    async svg(document) {
      const reply = await ask('svg', document);
      if (reply.kind === 'svg') return reply.pages;
      throw refusal(reply);
    },
    close: () => queue.close(),
  };
}

function refusal(reply: WorkerReply): Error {
  return new DocumentError(
    reply.kind === 'refused' ? reply.message : 'the typesetting thread gave another answer',
  );
}

/** Owns the thread. Only one document is with it at a time: when it dies, only that one is lost. */
class JobQueue {
  readonly #options: DocumentEngineOptions;
  readonly #waiting: Job[] = [];
  #current: Job | null = null;
  #thread: Thread | null = null;
  #closed = false;

  constructor(options: DocumentEngineOptions) {
    this.#options = options;
  }

  run(request: WorkerRequest): Promise<WorkerReply> {
    if (this.#closed) return Promise.reject(new DocumentError('the document engine is closed'));
    return new Promise((done, failed) => {
      this.#waiting.push({ request, done, failed });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const refused = this.#waiting.splice(0);
    if (this.#current !== null) refused.push(this.#current);
    this.#current = null;
    for (const job of refused) job.failed(new DocumentError('the document engine was closed'));
    await this.#endThread();
  }

  #next(): void {
    if (this.#current !== null || this.#closed) return;
    const job = this.#waiting.shift();
    if (job === undefined) {
      // An idle thread must not keep a process alive that has nothing else to do.
      this.#thread?.worker.unref();
      return;
    }
    this.#current = job;
    const thread = this.#thread ?? this.#startThread();
    thread.documents += 1;
    thread.worker.ref();
    thread.worker.postMessage(job.request, []);
  }

  #startThread(): Thread {
    const workerData: WorkerStart = { fonts: this.#options.fonts };
    const worker = new Worker(this.#options.worker, { workerData });
    const thread: Thread = { worker, documents: 0 };
    this.#thread = thread;
    worker.on('message', (reply: WorkerReply) => this.#finish(thread, (job) => job.done(reply)));
    worker.on('error', (cause) =>
      this.#lose(thread, new DocumentError('the typesetting thread failed', { cause })),
    );
    worker.on('exit', () => this.#lose(thread, new DocumentError('the typesetting thread ended')));
    return thread;
  }

  /** The thread is gone: its document fails, and the next one gets a new thread. */
  #lose(thread: Thread, error: DocumentError): void {
    if (this.#thread !== thread) return;
    this.#thread = null;
    this.#settle((job) => job.failed(error));
  }

  #finish(thread: Thread, settle: (job: Job) => void): void {
    if (this.#thread !== thread) return;
    if (thread.documents >= (this.#options.documentsPerWorker ?? 500)) void this.#endThread();
    this.#settle(settle);
  }

  #settle(settle: (job: Job) => void): void {
    const job = this.#current;
    this.#current = null;
    if (job !== null) settle(job);
    this.#next();
  }

  async #endThread(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.worker.terminate();
  }
}
