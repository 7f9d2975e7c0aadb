import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { FIGURES, keepFigure, readFigures, tableOfRun } from './figures.ts';

it('sums what the processes of a run have counted, and says it as the formatter writes tables', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-figures-'));
  vi.stubEnv(FIGURES, folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  keepFigure('kills', 60);
  keepFigure('fuzz-inputs', 1000);
  keepFigure('fuzz-inputs', 2500);
  const figures = readFigures(folder);
  expect([...figures]).toEqual([
    ['kills', 60],
    ['fuzz-inputs', 3500],
  ]);
  expect(tableOfRun(figures).split('\n')).toEqual([
    '| In one run of `npm test`                      |       |',
    '| --------------------------------------------- | ----: |',
    '| Running programs killed in the middle of work |    60 |',
    '| Made-up inputs of calls                       | 3,500 |',
  ]);
});

it('keeps nothing where no run asks for it', () => {
  vi.stubEnv(FIGURES, undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  keepFigure('kills', 1);
  expect(readFigures(join(tmpdir(), 'no such folder')).size).toBe(0);
});
