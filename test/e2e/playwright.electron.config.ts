// The same stories on real Electron, wherever its runtime is installed.
import { defineConfig } from '@playwright/test';
import { electronRuntime } from './support/electron-host.ts';
import type { StoryOptions } from './support/fixtures.ts';

if (electronRuntime() === null) {
  throw new Error(
    "Electron's runtime is not installed here, so nothing was tested: run `npx install-electron` first.",
  );
}

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
  projects: [{ name: 'electron', use: { host: 'electron' } }],
});
