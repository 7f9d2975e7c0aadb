// `npm run dev`: the program from its sources. A change of the page shows at once; a change of the rest restarts the host.
import { randomBytes } from 'node:crypto';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { BuildError, buildStale } from './build.ts';
import { DevHost } from './dev-host.ts';
import { serveDevPage } from './dev-page.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Books of their own, so that trying things out never touches real ones. */
const books = join(root, 'node_modules', '.cache', 'quittance', 'books');

/** Editors write a file in several steps. */
const settleMs = 150;

const hostParts = ['loopback', 'document-worker', 'backup-worker'];

const given = process.argv.slice(2).filter((argument) => argument !== '--no-open');
const open = process.env['CI'] === undefined && !process.argv.includes('--no-open');
const token = randomBytes(32).toString('base64url');

await buildStale(root, hostParts);
const host = new DevHost(join(root, 'dist', 'main', 'loopback.js'), [
  ...(given.includes('--data') ? [] : ['--data', books]),
  ...given,
]);
await host.start();
const page = await serveDevPage({ root, token, host: () => host.address, open });
console.log(`Quittance is open at ${page.resolvedUrls?.local[0] ?? ''}#${token}`);

async function rebuild(): Promise<void> {
  try {
    const built = await buildStale(root, hostParts);
    if (built.length === 0) return;
    await host.start();
    page.ws.send({ type: 'full-reload' });
    console.log(`Built ${built.join(', ')} and started again.`);
  } catch (error) {
    console.error(error instanceof BuildError ? error.message : error);
  }
}

let waiting: NodeJS.Timeout | undefined;
let building = Promise.resolve();
for (const folder of ['main', 'shared']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      building = building.then(rebuild);
    }, settleMs);
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    // The page's server has nothing to save; waiting for browsers to let go of it would only take time.
    void host.stop().finally(() => process.exit(0));
  });
}
