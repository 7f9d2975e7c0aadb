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
  /** How many processes; one for each core when it is left out: more of them only crowd each other's caches. */
  readonly size?: number;
}

export interface Crew {
  /** Resolves when all jobs are done, or somebody had enough: `onAnswer` is told of each, and ends the work early with false. */
  run(jobs: Iterable<Job>, onAnswer: (job: Job, answer: Answer) => boolean): Promise<void>;
  ask(job: Job): Promise<Answer>;
  close(): void;
}

const WORK = join(import.meta.dirname, 'work.ts');
const MUTATE = join(import.meta.dirname, '../mutants/mutate.ts');

/**
 * The SDK writes down a stack at each of its calls, which nobody reads here. Programs begin and end all the time: what they make is
 * thrown away young, and little of them runs often enough to be worth more than plain machine code.
 */
const LEAN = ['--stack-trace-limit=0', '--max-semi-space-size=64', '--always-sparkplug'];

export function createCrew(options: CrewOptions): Crew {
  const size = options.size ?? availableParallelism();
  const workers = Array.from({ length: size }, () => hire(options));
  return {
    async run(jobs, onAnswer) {
      const queue = jobs[Symbol.iterator]();
      const end = { early: false };
      const lane = async (worker: ChildProcess): Promise<void> => {
        for (let next = queue.next(); !next.done && !end.early; next = queue.next())
          end.early ||= !onAnswer(next.value, await ask(worker, next.value));
      };
      await Promise.all(workers.map(lane));
    },
    ask: (job) => {
      const [worker] = workers;
      if (!worker) throw new Error('There is nobody in the crew');
      return ask(worker, job);
    },
    close: () => {
      for (const worker of workers) worker.kill();
    },
  };
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
