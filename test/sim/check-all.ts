// What every `npm test` simulates: what found something once, each operation × crash point × fault, what fits into a minute of pairs of faults, random and cruel seeds, the mutants.
import { type Crew, createCrew } from './crew/crew.ts';
import { type Happened, type Job, sumOf } from './crew/job.ts';
import type { Figures } from './figures.ts';
import { jobOf, readFixtures } from './fixtures/fixtures.ts';
import { catchMutants } from './mutants/catch-mutants.ts';
import { MUTANTS } from './mutants/mutants.ts';
import { alone, crashesAndFaults, faultPairs, inTurns } from './plan/matrix.ts';
import { cruelJobs, randomJobs, type Ran, runJobs } from './seeds.ts';
import type { SceneName } from './stage/scene.ts';
import { scenes, type Template } from './stage/template.ts';

const SEEDS = 2_000;
const CRUEL_SEEDS = 100;
const PAIRS_MS = 60_000;

export async function runCheck(template: Template): Promise<Figures> {
  const crew = createCrew({ folder: template.folder });
  try {
    const runs = await runAll(crew);
    const caught = await catchMutants(template);
    return {
      seeds: SEEDS,
      simulations: runs.reduce((sum, { simulations }) => sum + simulations, 0),
      ...sumOf(runs.map(({ counts }) => counts)),
      violations: runs.reduce((sum, { violations }) => sum + violations, 0),
      mutants: { caught: caught.length, of: MUTANTS.length },
    };
  } finally {
    crew.close();
  }
}

async function runAll(crew: Crew): Promise<readonly Ran[]> {
  const found = await told('what found something once', () => runJobs(crew, readFixtures().map(jobOf)));
  const courses = [...(await withoutTrouble(crew))];
  const matrix = courses.map(([kind, happened]) => crashesAndFaults(kind, happened));
  const single = await told('crash points × faults', () => runJobs(crew, inTurns(matrix)));
  const pairs = courses.map(([kind, happened]) => faultPairs(kind, happened));
  const until = performance.now() + PAIRS_MS;
  const double = await told('pairs of faults', () =>
    runJobs(crew, inTurns(pairs), () => performance.now() < until),
  );
  const cruel = await told('cruel seeds', () => runJobs(crew, cruelJobs(1, CRUEL_SEEDS)));
  const random = await told('random seeds', () => runJobs(crew, randomJobs(1, SEEDS)));
  return [found, single, double, cruel, random];
}

async function told(what: string, run: () => Promise<Ran>): Promise<Ran> {
  const began = performance.now();
  const ran = await run();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${ran.simulations} of ${what}, ${ran.violations} violations, ${seconds} s`);
  return ran;
}

/** How each operation goes when nothing is wrong. */
async function withoutTrouble(crew: Crew): Promise<ReadonlyMap<SceneName, readonly Happened[]>> {
  const courses = new Map<SceneName, readonly Happened[]>();
  const jobs = scenes.map((kind): Job => ({ name: kind, plan: alone(kind), wantsCourse: true }));
  await crew.run(jobs, ({ plan }, { happened = [] }) => {
    const [work] = plan.work;
    if (work) courses.set(work.kind, happened);
    return true;
  });
  // In the order of the scenes, whichever answered first.
  return new Map(scenes.map((kind) => [kind, courses.get(kind) ?? []]));
}
