// How the tests below the browser are run: one project per kind, so that each can be run alone.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './support/longest-first.ts';
import { scratchFolder } from './support/scratch-folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Electron's own package downloads its runtime when it is imported, so tests get a typed stand-in. */
const alias = [
  { find: /^electron$/, replacement: fileURLToPath(new URL('support/electron/fake.ts', import.meta.url)) },
];

/** Whatever a simulator is asked and answers is held to Stripe's own types. */
const watchesStripe = {
  setupFiles: ['test/stripe-schema/watch-tests.ts'],
  globalSetup: ['test/stripe-schema/watch-run.ts'],
};

/**
 * The many files of a kind share two processes and the modules in them, which are loaded once and not for each file.
 * So no test replaces a module, and what a file changes in its process it puts back. Their files are in memory: what a
 * disk does to books that are cut off is told by kills and crashes.
 */
const shared = { isolate: false, env: { TMPDIR: scratchFolder() } };

const project = (name: string, include: readonly string[], more: object = {}) => ({
  root,
  resolve: { alias },
  test: { name, root, include: [...include], testTimeout: 300_000, hookTimeout: 120_000, ...more },
});

export default defineConfig({
  root,
  test: {
    root,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', ['test/**/*.test.ts'], {
        exclude: ['test/{renderer,contract,journeys,kills,crashes,packaging,e2e}/**'],
        ...watchesStripe,
        ...shared,
      }),
      project('page', ['test/renderer/**/*.test.{ts,tsx}'], {
        environment: 'jsdom',
        setupFiles: ['test/support/page-setup.ts'],
        ...shared,
      }),
      project('contract', ['test/contract/**/*.test.ts'], watchesStripe),
      project('journeys', ['test/journeys/**/*.test.ts'], { ...watchesStripe, ...shared }),
      project('kills', ['test/kills/**/*.test.ts'], watchesStripe),
      project('crashes', ['test/crashes/**/*.test.ts']),
      project('stripe', ['test/main/simulator/conformance/rules/**/*.test.ts'], {
        env: { QUITTANCE_CONFORMANCE: 'stripe' },
        exclude: ['**/clean-up.test.ts'],
        fileParallelism: false,
        testTimeout: 300_000,
      }),
      project('packaging', ['test/packaging/**/*.test.ts'], {
        globalSetup: ['test/packaging/build-first.ts'],
      }),
    ],
  },
});
