// `npm test`: everything that is checked, one line a part, and as the last line how many tests passed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stages, type Part } from './run-all/parts.ts';
import { canarySummary, readSearched } from './canaries/record.ts';
import { canariesOf, recordOf, runPart, type PartEnd } from './run-all/run-part.ts';
import { readRecord, summary } from './stripe-schema/record.ts';

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
const held = readRecord(recordOf(folder));
const searched = readSearched(canariesOf(folder));
rmSync(folder, { recursive: true });
const sum = (field: 'passed' | 'failed') => ends.reduce((total, end) => total + end[field], 0);
// A net in which nothing was caught because nothing came near it is a failure too.
const isHeld = held.violations.length === 0 && held.answers > 0;
console.log(`${isHeld ? 'ok' : 'FAIL'}    ${summary(held)}`);
const isClean = searched.found.length === 0 && searched.files > 0 && searched.texts > 0;
console.log(`${isClean ? 'ok' : 'FAIL'}    ${canarySummary(searched)}`);
for (const place of searched.found) console.log(`      ${place}`);
const failed = sum('failed') + [isHeld, isClean].filter((holds) => !holds).length;
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
