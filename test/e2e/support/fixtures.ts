// The stories' fixtures: the program with a data folder of its own in the host under test, and Stripe's simulator where one is asked for.
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchElectron } from './electron-host.ts';
import { launchElectronFake } from './electron-fake-host.ts';
import { launchLoopback } from './loopback-host.ts';
import { heldToStripe } from './held-to-stripe.ts';
import type { HostName, Launch, Run } from './program.ts';
import { makeSampleBooks, placeSampleBooks } from './sample-books.ts';
import { searchStory } from './search-story.ts';
import { startSimulator, type SeparateSimulator } from './simulator.ts';
import { writeVisaWorld } from './visa-world.ts';

export interface StoryOptions {
  /** Set by the project. */
  readonly host: HostName;
  /** `separate` puts the simulator in a process of its own, and any `sk_test_` key connects to it. */
  readonly stripe: 'none' | 'separate';
  /** What has happened at the separate simulator before the story: `visa` is a year of payments with one card, the last one disputed. */
  readonly history: 'none' | 'visa';
  /** `made` lets the program make its sample business itself and bring its history in, as on its first day. */
  readonly sample: 'kept' | 'made';
}

/** The program over several runs on the same data folder. */
export interface Program extends Omit<Run, 'quit' | 'kill'> {
  /** The page of the present run. */
  readonly page: Page;
  /** The data folder. */
  readonly directory: string;
  readonly host: HostName;
  /** Starts again after `quit` or `kill`. */
  start(): Promise<Page>;
  quit(): Promise<void>;
  kill(): Promise<void>;
  /** Errors of the page's console and uncaught ones, since they were last taken. A story that leaves any fails. */
  takeProblems(): readonly string[];
}

interface StoryFixtures {
  readonly program: Program;
  /** Only with `test.use({ stripe: 'separate' })`. */
  readonly simulator: SeparateSimulator;
  readonly separate: SeparateSimulator | null;
  readonly browserContext: BrowserContext | null;
  /** Every story's simulators are held to Stripe's types. */
  readonly held: void;
}

interface WorkerFixtures {
  /** A data folder with the sample books, in which all of their history is. */
  readonly sampleBooks: string;
}

const launchers: Readonly<Record<HostName, Launch>> = {
  loopback: launchLoopback,
  'electron-fake': launchElectronFake,
  electron: launchElectron,
};

/** Real Electron is its own browser: asking Playwright for a context would start another. */
const realElectron = process.env['QUITTANCE_TEST_HOST'] === 'electron';

/**
 * For stories that look at nothing but the page, which is the same build in every host: `npm test` tells them on the loopback host
 * only, and `npm run test:electron` tells all.
 */
export const PAGE_ONLY = { tag: '@page-only' } as const;

export const test = base.extend<StoryFixtures & StoryOptions, WorkerFixtures>({
  sample: ['kept', { option: true }],
  sampleBooks: [
    // Playwright asks for a pattern here, though nothing of it is needed.
    async ({ playwright: _playwright }, provide, worker) => {
      const folder = await mkdtemp(join(tmpdir(), `quittance-sample-${worker.workerIndex}-`));
      try {
        await makeSampleBooks(folder);
        await provide(folder);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker' },
  ],
  host: ['loopback', { option: true }],
  stripe: ['none', { option: true }],
  history: ['none', { option: true }],
  held: [async ({ host }, provide, testInfo) => heldToStripe(host, testInfo, provide), { auto: true }],
  separate: async ({ stripe, history }, provide, testInfo) => {
    if (stripe === 'none') return provide(null);
    const folder = testInfo.outputPath('simulator');
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'world.jsonl');
    if (history === 'visa') await writeVisaWorld(file);
    const simulator = await startSimulator(file);
    await provide(simulator);
    await simulator.close();
  },
  simulator: async ({ separate }, provide) => {
    if (separate === null) throw new Error("This story needs test.use({ stripe: 'separate' })");
    await provide(separate);
  },
  browserContext: realElectron
    ? async ({ host }, provide) => {
        if (host !== 'electron') throw new Error(`${host} needs a browser`);
        await provide(null);
      }
    : async ({ context }, provide) => provide(context),
  program: async ({ browserContext: context, host, separate, sample, sampleBooks }, provide, testInfo) => {
    const problems: string[] = [];
    const directory = testInfo.outputPath('data');
    const scratch = testInfo.outputPath('scratch');
    await Promise.all([directory, scratch].map((folder) => mkdir(folder, { recursive: true })));
    if (sample === 'kept' && separate === null) await placeSampleBooks(sampleBooks, directory);
    const watch = (page: Page) => watchProblems(page, problems);
    const stripeApi = separate?.address ?? null;
    const launch = () => launchers[host]({ context, directory, scratch, stripeApi, watch });
    const sessions = createSessions(launch);
    await sessions.start();
    await provide({
      directory,
      host,
      ...sessions,
      get page() {
        return sessions.current().page;
      },
      takeProblems: () => problems.splice(0),
    });
    await sessions.end();
    searchStory([directory, scratch], sessions.ended);
    expect(problems, 'errors in the page').toEqual([]);
  },
});

/** The runs of one program, one after the other. */
function createSessions(launch: () => Promise<Run>) {
  let run: Run | null = null;
  const ended: string[] = [];
  const current = (): Run => {
    if (run === null) throw new Error('The program is not running');
    return run;
  };
  const end = async (how: 'quit' | 'kill') => {
    const ending = current();
    run = null;
    await ending[how]();
    ended.push(ending.printed());
  };
  return {
    current,
    /** What each run has printed that has come to its end. */
    ended,
    async start() {
      run = await launch();
      return run.page;
    },
    save: (action: () => Promise<void>) => current().save(action),
    opened: () => current().opened(),
    notified: () => current().notified(),
    asked: () => current().asked(),
    agree: (agrees: boolean) => current().agree(agrees),
    chooseMenu: (command: string) => current().chooseMenu(command),
    printed: () => current().printed(),
    quit: () => end('quit'),
    kill: () => end('kill'),
    end: () => (run === null ? Promise.resolve() : end('quit')),
  };
}

function watchProblems(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
}

export { expect };
