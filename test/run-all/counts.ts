// Reads how many tests passed out of the reports that the test runners write.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Counts } from './parts.ts';

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const Vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const Playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** A test that passed only when it was repeated counts as failed. Throws when the file is not such a report. */
export function readCounts(counts: Counts, file: string): Count {
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  switch (counts) {
    case 'vitest': {
      const found = Vitest.parse(report);
      const skipped = found.numPendingTests + found.numTodoTests;
      return { passed: found.numPassedTests, failed: found.numFailedTests, skipped };
    }
    case 'playwright': {
      const { stats } = Playwright.parse(report);
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
    }
    case 'none':
      return { passed: 0, failed: 0, skipped: 0 };
  }
}
