// As many processes as there are cores, each with one simulation at a time.
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Answer, type Job } from './job.ts';

export interface CrewOptions {
  /** Of the template. */
  readonly folder: string;
  /** Begins the processes with a changed program. */
  readonly mutant?: string;
  /** Told of each simulation; false ends the work early. */
  readonly onAnswer: (job: Job, answer: Answer) => boolean;
}

const WORK = join(import.meta.dirname, 'work.ts');
const MUTATE = join(import.meta.dirname, '../mutants/mutate.ts');

/** The SDK writes down a stack at each of its calls, which nobody reads here. */
const LEAN = ['--stack-trace-limit=0'];

/** Resolves when all jobs are done, or somebody had enough. */
export async function runAll(jobs: Iterable<Job>, options: CrewOptions): Promise<void> {
  const queue = jobs[Symbol.iterator]();
  const end = { early: false };
  const lane = async (): Promise<void> => {
    const worker = hire(options);
    try {
      for (let next = queue.next(); !next.done && !end.early; next = queue.next())
        end.early ||= !options.onAnswer(next.value, await ask(worker, next.value));
    } finally {
      worker.kill();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}

function hire({ folder, mutant }: CrewOptions): ChildProcess {
  const changed = mutant === undefined ? {} : { QUITTANCE_MUTANT: mutant };
  return fork(WORK, [folder], {
    execArgv: [
      ...LEAN,
      ...(mutant === undefined ? [] : ['--disable-warning=ExperimentalWarning', '--import', MUTATE]),
    ],
    env: { ...process.env, ...changed },
  });
}

function ask(worker: ChildProcess, job: Job): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new Error(`The process that simulated ${job.name} has ended`));
    worker.once('exit', end);
    worker.once('message', (message) => {
      worker.off('exit', end);
      resolve(Answer.parse(message));
    });
    worker.send(job);
  });
}
