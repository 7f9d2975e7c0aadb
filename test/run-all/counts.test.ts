import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCounts } from './counts.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-counts-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function report(content: object): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('what Vitest reports', () => {
  const file = report({
    numPassedTests: 5,
    numFailedTests: 2,
    numPendingTests: 1,
    numTodoTests: 3,
    success: false,
  });
  expect(readCounts('vitest', file)).toEqual({ passed: 5, failed: 2, skipped: 4 });
});

test('what Playwright reports; passing at the second try is failing', () => {
  const file = report({ stats: { expected: 7, unexpected: 1, flaky: 2, skipped: 3 } });
  expect(readCounts('playwright', file)).toEqual({ passed: 7, failed: 3, skipped: 3 });
});

test('another file is refused', () => {
  expect(() => readCounts('vitest', report({ passed: 5 }))).toThrow('numPassedTests');
});
