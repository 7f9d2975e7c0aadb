// The end-to-end suite in a real Chromium: the same stories over the loopback host and over Electron's built bundles.
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { findBrowser } from '../support/find-browser.ts';
import type { StoryOptions } from './support/fixtures.ts';

// Workers read this file again: they are told what was found.
process.env['QUITTANCE_TEST_BROWSER'] ??= findBrowser();

type UseOptions = NonNullable<PlaywrightTestConfig['use']>;

const headless = {
  launchOptions: {
    executablePath: process.env['QUITTANCE_TEST_BROWSER'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Without a graphics card there is nothing to keep apart, and a process less to talk to.
      '--in-process-gpu',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
    ],
  },
  viewport: { width: 1280, height: 800 },
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  // Filming every frame takes a third of the time, keeping the page of every step a tenth; what was on screen at the end says enough.
  trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
  screenshot: 'only-on-failure',
} satisfies UseOptions;

export default defineConfig<StoryOptions>({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  // On two cores: each story waits a part of its time.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // One point a story, so that what failed is not lost among what did not.
  reporter: 'dot',
  projects: [
    { name: 'loopback', testIgnore: 'electron.spec.ts', use: { ...headless, host: 'loopback' } },
    {
      name: 'electron-fake',
      /*
       * The page is the same build in both hosts: what axe finds in it, it finds once, and stories that ask nothing of a host but to
       * pass on calls and events are told once. Here are all with files, keys, native questions, printing, notifications, the
       * policy of contents, ends and starts of the program. `npm run test:electron` leaves none out.
       */
      testIgnore: [
        'loopback.spec.ts',
        'accessibility.spec.ts',
        'catalogue.spec.ts',
        'going-live.spec.ts',
        'practice.spec.ts',
        'reconcile.spec.ts',
        'recurring.spec.ts',
        'reminders.spec.ts',
      ],
      grepInvert: /@page-only/,
      use: { ...headless, host: 'electron-fake' },
    },
  ],
});
