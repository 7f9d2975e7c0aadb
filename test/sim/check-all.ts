// What every `npm test` simulates: each operation × crash point × fault, what fits into a minute of pairs of faults, random and cruel seeds, the mutants.
import { join } from 'node:path';
import { type Job, sumOf } from './crew/job.ts';
import type { Figures } from './figures.ts';
import { MUTANTS } from './mutants/mutants.ts';
import { alone, crashesAndFaults, faultPairs, inTurns } from './plan/matrix.ts';
import { catchMutants, cruelJobs, randomJobs, type Ran, runJobs } from './seeds.ts';
import { type Happened, simulate } from './simulate.ts';
import { scenes, type Template } from './stage/template.ts';

const SEEDS = 2_000;
const CRUEL_SEEDS = 500;
const PAIRS_MS = 60_000;

export async function runCheck(template: Template): Promise<Figures> {
  const matrix: Iterator<Job>[] = [];
  const pairs: Iterator<Job>[] = [];
  for (const kind of scenes) {
    const happened = await withoutTrouble(template, alone(kind));
    matrix.push(crashesAndFaults(kind, happened));
    pairs.push(faultPairs(kind, happened));
  }
  const runs = [await told('crash points × faults', runJobs(template, inTurns(matrix)))];
  const until = performance.now() + PAIRS_MS;
  runs.push(
    await told(
      'pairs of faults',
      runJobs(template, inTurns(pairs), () => performance.now() < until),
    ),
  );
  runs.push(await told('cruel seeds', runJobs(template, cruelJobs(1, CRUEL_SEEDS))));
  runs.push(await told('random seeds', runJobs(template, randomJobs(1, SEEDS))));
  const caught = await catchMutants(template);
  return {
    seeds: SEEDS,
    simulations: runs.reduce((sum, { simulations }) => sum + simulations, 0),
    ...sumOf(runs.map(({ counts }) => counts)),
    violations: runs.reduce((sum, { violations }) => sum + violations, 0),
    mutants: { caught: caught.length, of: MUTANTS.length },
  };
}

async function told(what: string, running: Promise<Ran>): Promise<Ran> {
  const began = performance.now();
  const ran = await running;
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${ran.simulations} of ${what}, ${ran.violations} violations, ${seconds} s`);
  return ran;
}

async function withoutTrouble(template: Template, plan: Job['plan']): Promise<readonly Happened[]> {
  return (await simulate(template, plan, join(template.folder, '..', 'run'))).happened;
}
