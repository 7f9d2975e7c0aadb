// Random simulations, and what comes of one that finds something.
import { type Crew, createCrew } from './crew/crew.ts';
import { type Answer, type Counts, type Job, sumOf } from './crew/job.ts';
import type { Figures } from './figures.ts';
import { keepFixture, replayOf } from './fixtures/fixtures.ts';
import { catchMutants } from './mutants/catch-mutants.ts';
import { MUTANTS } from './mutants/mutants.ts';
import { cruelPlan, randomPlan } from './plan/random-plan.ts';
import { lawOf, shrink } from './shrink/shrink.ts';
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

/** So many that found something are made small; there is most often one cause for all. */
const MOST_KEPT = 3;

/** Says each violation as it is found, with how to see it again, and keeps a small plan of what was found. */
export async function runJobs(
  crew: Crew,
  jobs: Iterable<Job>,
  goOn: () => boolean = () => true,
): Promise<Ran> {
  const all: Counts[] = [];
  const failed: { readonly job: Job; readonly says: string }[] = [];
  let violations = 0;
  await crew.run(jobs, (job: Job, answer: Answer): boolean => {
    all.push(answer.counts);
    violations += answer.violations.length;
    for (const words of answer.violations) console.log(`${words}\n  ${job.name}`);
    const [says] = answer.violations;
    if (says !== undefined) failed.push({ job, says });
    return goOn();
  });
  for (const { job, says } of failed.slice(0, MOST_KEPT)) await keepSmall(crew, job, says);
  return { simulations: all.length, violations, counts: sumOf(all) };
}

async function keepSmall(crew: Crew, { plan }: Job, says: string): Promise<void> {
  const law = lawOf(says);
  const small = await shrink(plan, async (smaller) => {
    const { violations } = await crew.ask({ name: 'a smaller plan', plan: smaller });
    return violations.some((words) => lawOf(words) === law);
  });
  const path = keepFixture({ says, catches: null, plan: small });
  console.log(`${law}, made small and kept as ${path}\n  ${replayOf(small)}`);
}

export async function runSeeds(template: Template, first: number, count: number): Promise<Figures> {
  const crew = createCrew({ folder: template.folder });
  try {
    const { simulations, violations, counts } = await runJobs(crew, randomJobs(first, count));
    const caught = await catchMutants(template);
    return {
      seeds: count,
      simulations,
      ...counts,
      violations,
      mutants: { caught: caught.length, of: MUTANTS.length },
    };
  } finally {
    crew.close();
  }
}
