// The wrong programs that the simulation has to tell from the right one: by a plan that has caught them before, else by chance.
import { type Crew, createCrew } from '../crew/crew.ts';
import type { Job } from '../crew/job.ts';
import { type Fixture, jobOf, keepFixture, readFixtures } from '../fixtures/fixtures.ts';
import { cruelPlan } from '../plan/random-plan.ts';
import { shrink } from '../shrink/shrink.ts';
import type { Template } from '../stage/template.ts';
import { type Mutant, MUTANTS } from './mutants.ts';

/** The most simulations that a wrong program may live through. */
const MOST_FOR_A_MUTANT = 1_000;

function* trials(fixtures: readonly Fixture[]): Generator<Job> {
  for (const fixture of fixtures) yield jobOf(fixture);
  for (let seed = 1; seed <= MOST_FOR_A_MUTANT; seed += 1)
    yield { name: `cruel seed ${seed}`, plan: cruelPlan(seed) };
}

interface Caught {
  readonly job: Job;
  readonly says: string;
  readonly simulations: number;
}

async function catchOne(crew: Crew, jobs: Iterable<Job>): Promise<Caught | null> {
  let simulations = 0;
  let caught: Caught | null = null;
  await crew.run(jobs, (job, { violations }) => {
    simulations += 1;
    const says = violations.find(isLaw);
    if (says !== undefined) caught ??= { job, says, simulations };
    return caught === null;
  });
  return caught;
}

/** Not that the simulation itself failed. */
function isLaw(violation: string): boolean {
  return violation.startsWith('I');
}

/** The names of the wrong programs that were found out. */
export async function catchMutants(template: Template): Promise<readonly string[]> {
  const fixtures = readFixtures();
  const names: string[] = [];
  await eachMutant(template, async (crew, mutant) => {
    const caught = await catchOne(crew, trials(fixtures.filter(({ catches }) => catches === mutant.name)));
    if (caught) names.push(mutant.name);
    console.log(
      `${mutant.name}, which ${mutant.says}: ${caught ? `caught after ${caught.simulations}` : 'NOT CAUGHT'}`,
    );
  });
  return names;
}

/** Finds a plan that catches each of them, makes it small and keeps it. */
export async function keepMutants(template: Template): Promise<void> {
  await eachMutant(template, async (crew, mutant) => {
    const caught = await catchOne(crew, trials([]));
    if (!caught) throw new Error(`${mutant.name} was not caught`);
    const plan = await shrink(caught.job.plan, async (smaller) => {
      const { violations } = await crew.ask({ name: 'a smaller plan', plan: smaller });
      return violations.some(isLaw);
    });
    const { violations } = await crew.ask({ name: 'the smallest plan', plan });
    const says = `The program ${mutant.says}. ${violations.find(isLaw) ?? caught.says}`;
    console.log(keepFixture({ says, catches: mutant.name, plan }));
  });
}

/** Two at a time, each in a process of its own. */
async function eachMutant(
  template: Template,
  work: (crew: Crew, mutant: Mutant) => Promise<void>,
): Promise<void> {
  const waiting = [...MUTANTS];
  const lane = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const crew = createCrew({ folder: template.folder, mutant: mutant.name, size: 1 });
      try {
        await work(crew, mutant);
      } finally {
        crew.close();
      }
    }
  };
  await Promise.all([lane(), lane()]);
}
