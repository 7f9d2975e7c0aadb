// Random simulations, and the wrong programs that they have to tell from the right one.
import { runAll } from './crew/crew.ts';
import { type Answer, type Counts, type Job, sumOf } from './crew/job.ts';
import type { Figures } from './figures.ts';
import { MUTANTS } from './mutants/mutants.ts';
import { cruelPlan, randomPlan } from './plan/random-plan.ts';
import { scenes, type Template } from './stage/template.ts';

export function* randomJobs(first: number, count: number): Generator<Job> {
  for (let seed = first; seed < first + count; seed += 1)
    yield { name: `npm run sim -- --seed ${seed} --trace`, plan: randomPlan(seed, scenes) };
}

export function* cruelJobs(first: number, count: number): Generator<Job> {
  for (let seed = first; seed < first + count; seed += 1)
    yield { name: `npm run sim -- --cruel --seed ${seed} --trace`, plan: cruelPlan(seed) };
}

export interface Ran {
  readonly simulations: number;
  readonly violations: number;
  readonly counts: Counts;
}

/** Says each violation as it is found, with how to see it again. */
export async function runJobs(
  template: Template,
  jobs: Iterable<Job>,
  goOn: () => boolean = () => true,
): Promise<Ran> {
  const all: Counts[] = [];
  let violations = 0;
  const onAnswer = (job: Job, answer: Answer): boolean => {
    all.push(answer.counts);
    violations += answer.violations.length;
    for (const words of answer.violations) console.log(`${words}\n  ${job.name}`);
    return goOn();
  };
  await runAll(jobs, { folder: template.folder, onAnswer });
  return { simulations: all.length, violations, counts: sumOf(all) };
}

/** The most simulations that a wrong program may live through. */
const MOST_FOR_A_MUTANT = 1_000;

/** The names of the wrong programs that were found out. */
export async function catchMutants(template: Template): Promise<readonly string[]> {
  const caught: string[] = [];
  for (const mutant of MUTANTS) {
    let simulations = 0;
    let found = false;
    const onAnswer = (_job: Job, { violations }: Answer): boolean => {
      simulations += 1;
      found ||= violations.some((words) => words.startsWith('I'));
      return !found;
    };
    await runAll(cruelJobs(1, MOST_FOR_A_MUTANT), {
      folder: template.folder,
      mutant: mutant.name,
      onAnswer,
    });
    if (found) caught.push(mutant.name);
    console.log(
      `${mutant.name}, which ${mutant.says}: ${found ? 'caught' : 'NOT CAUGHT'} after ${simulations}`,
    );
  }
  return caught;
}

export async function runSeeds(template: Template, first: number, count: number): Promise<Figures> {
  const { simulations, violations, counts } = await runJobs(template, randomJobs(first, count));
  const caught = await catchMutants(template);
  return {
    seeds: count,
    simulations,
    ...counts,
    violations,
    mutants: { caught: caught.length, of: MUTANTS.length },
  };
}
