// `npm run sim -- --seeds N --seed S`: simulations from seed S on, N of them; `--trace` tells everything that happens in them.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { forgiveTheDead, scratchFolder } from './scratch.ts';
import { randomPlan } from './plan/random-plan.ts';
import { simulate } from './simulate.ts';
import { makeTemplate, scenes } from './stage/template.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
  },
});

forgiveTheDead();
const folder = mkdtempSync(join(scratchFolder(), 'quittance-sim-'));
const template = await makeTemplate(join(folder, 'template'));
const first = Number(values.seed);
let violations = 0;
for (let seed = first; seed < first + Number(values.seeds); seed += 1) {
  if (values.trace) console.log(`seed ${seed}`);
  const outcome = await simulate(
    template,
    randomPlan(seed, scenes),
    join(folder, 'run'),
    values.trace ? console.log : undefined,
  );
  rmSync(join(folder, 'run'), { recursive: true });
  if (values.trace) console.log(`${JSON.stringify(outcome.counts)} ${outcome.hash}`);
  for (const words of outcome.violations) console.log(`${words}\n  npm run sim -- --seed ${seed} --trace`);
  violations += outcome.violations.length;
}
rmSync(folder, { recursive: true });
console.log(`${values.seeds} seeds, ${violations} violations`);
process.exitCode = violations > 0 ? 1 : 0;
