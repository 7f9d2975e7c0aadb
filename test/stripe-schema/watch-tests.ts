// Set up for every test that may run a simulator, here or in a process: one whose exchanges do not fit Stripe's types fails.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach } from 'vitest';
import { watchExchanges } from '../../main/simulator/api/exchange.ts';
import type { createWatch, Watch } from './watch.ts';

// A folder for this file of tests and for the processes that it starts; the next file in this process has another.
const run = process.env['QUITTANCE_STRIPE_RECORD'];
const folder = `${run}/${randomUUID()}`;
process.env['QUITTANCE_STRIPE_RECORD'] = folder;

/** Most files of tests never meet Stripe: the first exchange loads the rest, and by Node itself, which is faster than through Vite. */
function openWatch(): Watch {
  const module = createRequire(import.meta.url)('./watch.ts') as {
    readonly createWatch: typeof createWatch;
  };
  return module.createWatch(folder);
}

let watch: Watch | null = null;

const endWatching = watchExchanges((exchange) => {
  watch ??= openWatch();
  watch.take(exchange);
});

function refuseViolations(): void {
  if (existsSync(folder)) watch ??= openWatch();
  const violations = watch?.violations() ?? [];
  if (violations.length > 0) throw new Error(`Not as at Stripe:\n${violations.join('\n')}`);
}

afterEach(refuseViolations);

afterAll(() => {
  endWatching();
  process.env['QUITTANCE_STRIPE_RECORD'] = run;
  try {
    refuseViolations();
  } finally {
    watch?.keep();
  }
});
