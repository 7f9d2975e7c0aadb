// `npm run sim -- --seeds N --seed S`: simulations from seed S on, N of them. `--trace` tells all that happens in them, in this process.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCheck } from './check-all.ts';
import { writeReadme } from '../figures/markdown-table.ts';
import { type Figures, keepFigures, lineOf, tableOf } from './figures.ts';
import { keepMutants } from './mutants/catch-mutants.ts';
import { Plan } from './plan/plan.ts';
import { cruelPlan, randomPlan } from './plan/random-plan.ts';
import { forgiveTheDead, scratchFolder } from './scratch.ts';
import { runSeeds } from './seeds.ts';
import { simulate } from './simulate.ts';
import { makeTemplate, scenes, type Template } from './stage/template.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
    /** One delicate operation and little but trouble, as the mutants have it. */
    cruel: { type: 'boolean', default: false },
    /** A plan as JSON instead of one from a seed. */
    plan: { type: 'string' },
    /** What every `npm test` runs. */
    check: { type: 'boolean', default: false },
    /** Finds a small plan that catches each mutant, and keeps it among the fixtures. */
    fixtures: { type: 'boolean', default: false },
    /** Copies the figures into the README. */
    readme: { type: 'boolean', default: false },
  },
});

function plansOf(first: number, count: number): readonly Plan[] {
  if (values.plan !== undefined) return [Plan.parse(JSON.parse(values.plan))];
  const seeds = Array.from({ length: count }, (_, index) => first + index);
  return seeds.map((seed) => (values.cruel ? cruelPlan(seed) : randomPlan(seed, scenes)));
}

async function trace(template: Template, plans: readonly Plan[]): Promise<boolean> {
  let isClean = true;
  for (const plan of plans) {
    console.log(JSON.stringify(plan));
    const run = join(template.folder, '..', 'run');
    const outcome = await simulate(template, plan, run, console.log);
    console.log([JSON.stringify(outcome.counts), outcome.hash, ...outcome.violations].join('\n'));
    isClean &&= outcome.violations.length === 0;
  }
  return isClean;
}

function report(figures: Figures): boolean {
  console.log(lineOf(figures));
  keepFigures(figures);
  if (values.readme) writeReadme('npm run sim -- --readme', tableOf(figures));
  return figures.violations === 0 && figures.mutants.caught === figures.mutants.of;
}

async function carryOut(template: Template): Promise<boolean> {
  const [seed, seeds] = [Number(values.seed), Number(values.seeds)];
  if (values.trace) return trace(template, plansOf(seed, seeds));
  if (values.fixtures) {
    await keepMutants(template);
    return true;
  }
  return report(values.check ? await runCheck(template) : await runSeeds(template, seed, seeds));
}

forgiveTheDead();
const folder = mkdtempSync(join(scratchFolder(), 'quittance-sim-'));
try {
  process.exitCode = (await carryOut(await makeTemplate(join(folder, 'template')))) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
