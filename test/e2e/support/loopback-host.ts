// Runs the built loopback host, with its page in the test's browser.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Launch } from './program.ts';
import { root, startNode } from './process.ts';

export const launchLoopback: Launch = async ({ context, directory, stripeApi, watch }) => {
  if (context === null) throw new Error('The loopback host needs a browser');
  const program = join(root, 'dist', 'main', 'loopback.js');
  const stripe = stripeApi === null ? [] : ['--stripe-api', stripeApi];
  const started = startNode([program, '--data', directory, '--no-open', ...stripe]);
  const [, address = ''] = await started.waitFor(/Quittance is open at (\S+)/);
  const page = await context.newPage();
  watch(page);
  await page.goto(address);
  const end = async (signal: NodeJS.Signals) => {
    await page.close();
    await started.end(signal);
  };
  return {
    page,
    async save(action) {
      const [download] = await Promise.all([page.waitForEvent('download'), action()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    opened: () =>
      Promise.resolve(
        [...started.output().matchAll(/Address to open: (\S+)/g)].map((match) => match[1] ?? ''),
      ),
    notified: () => Promise.resolve(null),
    asked: () => Promise.resolve(null),
    agree: () => Promise.reject(new Error('A browser has no message boxes of ours')),
    chooseMenu: () => Promise.reject(new Error('A browser has no menu of ours')),
    printed: () => started.output(),
    quit: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
};
