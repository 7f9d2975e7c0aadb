// The same stories on real Electron, wherever its runtime is installed; elsewhere the first one fails and says so.
import { defineConfig } from '@playwright/test';
import { electronRuntime } from './support/electron-host.ts';
import type { StoryOptions } from './support/fixtures.ts';

// Workers inherit it, and start no browser of their own.
process.env['QUITTANCE_TEST_HOST'] = 'electron';

export default defineConfig<StoryOptions>({
  testDir: '.',
  testIgnore: 'loopback.spec.ts',
  outputDir: '../../test-results/electron',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'line',
  // Without a runtime every story fails in the same way; once is enough to say it.
  ...(electronRuntime() === null ? { maxFailures: 1 } : {}),
  projects: [{ name: 'electron', use: { host: 'electron' } }],
});
