// `npm test`: everything that is checked, one line a part, and as the last line how many tests passed. `--readme` keeps the figures.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stages, type Part } from './run-all/parts.ts';
import { tableOfRun } from './figures/figures.ts';
import { writeReadme } from './figures/markdown-table.ts';
import { readNets } from './run-all/records.ts';
import { runPart, type PartEnd } from './run-all/run-part.ts';

const root = join(import.meta.dirname, '..');

function line({ part, passed, failed, skipped, durationMs }: PartEnd): string {
  const mark = failed > 0 ? 'FAIL' : 'ok';
  const counts = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])];
  const tests = part.counts === 'none' ? '' : counts.join(', ');
  return `${mark.padEnd(5)} ${part.title.padEnd(12)} ${tests.padEnd(32)} ${(durationMs / 1000).toFixed(1).padStart(6)} s`;
}

async function runStage(folder: string, parts: readonly Part[]): Promise<readonly PartEnd[]> {
  const waiting = [...parts];
  const ends: PartEnd[] = [];
  const work = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const end = await runPart(root, folder, part);
      console.log(line(end));
      if (end.failed > 0) console.log(end.output.trimEnd());
      ends.push(end);
    }
  };
  await Promise.all([work(), work()]);
  return ends;
}

const folder = mkdtempSync(join(tmpdir(), 'quittance-test-'));
const ends: PartEnd[] = [];
for (const parts of stages) ends.push(...(await runStage(folder, parts)));
const { nets, figures } = readNets(folder);
rmSync(folder, { recursive: true });
for (const { holds, lines } of nets) console.log(`${holds ? 'ok' : 'FAIL'}    ${lines.join('\n      ')}`);
const sum = (field: 'passed' | 'failed') => ends.reduce((total, end) => total + end[field], 0);
const failed = sum('failed') + nets.filter(({ holds }) => !holds).length;
// Only a run in which all is well has figures to be proud of.
if (process.argv.includes('--readme') && failed === 0)
  writeReadme('npm test -- --readme', tableOfRun(figures));
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
