// The loopback host's entry: the program in the system's browser, for tests, development and machines without Electron's runtime.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { z } from 'zod';
import { createApp } from '../../app.ts';
import { lockFolder } from '../../store/folder-lock.ts';
import { ArgumentError, readArguments, type HostArguments } from '../common/arguments.ts';
import { readBundle } from '../common/bundle.ts';
import { endOnDefects } from '../common/defects.ts';
import { openLogFile } from '../common/log-file.ts';
import { createLog } from '../common/log.ts';
import { redact } from '../../redact.ts';
import { dataFolder, defaultProfile, makePrivateFolder, systemClock } from '../common/system.ts';
import { keepYoungHeapSmall } from '../common/young-heap.ts';
import { createLoopbackPorts } from './ports.ts';
import { startServer } from './server.ts';
import { openInBrowser } from './system-browser.ts';
import { createTickets } from './tickets.ts';

/** How long a tidy close may take before the process ends without one. */
const closeWithinMs = 10_000;

/** A reason not to start that the person at the terminal can do something about. */
class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}

async function run(args: HostArguments): Promise<void> {
  keepYoungHeapSmall();
  const directory = args.data ?? dataFolder(defaultProfile(process.platform, process.env));
  makePrivateFolder(directory);
  const unlock = lockFolder(directory);
  if (unlock === null) {
    throw new StartRefusal(
      `Quittance is already open on ${directory}. Close it there, or choose another folder with --data.`,
    );
  }
  const log = createLog(openLogFile(join(directory, 'logs')));
  endOnDefects(process, log, () => process.exit(1));
  const tickets = createTickets(systemClock, join(directory, 'downloads'));
  const open = args.open ? openInBrowser : printAddress;
  const root = join(import.meta.dirname, '..', '..');
  const version = readVersion(join(root, 'package.json'));
  const app = await createApp(
    createLoopbackPorts({
      root,
      directory,
      backups: args.backups,
      stripeApi: args.stripeApi,
      tickets,
      log,
      version,
      open,
    }),
  );
  const token = randomBytes(32).toString('base64url');
  const bundle = readBundle(join(root, 'dist', 'renderer'));
  const server = await startServer({ app, log, bundle, tickets, token, port: args.port });
  const address = `${server.origin}/#${token}`;
  closeOnSignals(async () => {
    await server.close();
    await app.close();
    unlock();
  });
  print(`Quittance is open at ${address}`);
  if (args.open && !(await openInBrowser(address)))
    print('No browser was found here: open this address in one.');
}

function readVersion(manifest: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8'))).version;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printAddress(address: string): Promise<boolean> {
  print(`Address to open: ${address}`);
  return Promise.resolve(true);
}

/**
 * When all is closed nothing keeps the process, and it ends by itself. `process.exit` would wait for V8's threads, and one that is
 * compiling may be waiting for this one to collect garbage: neither ever goes on (nodejs/node#54918).
 */
function closeOnSignals(close: () => Promise<void>): void {
  const end = () => {
    setTimeout(() => process.exit(1), closeWithinMs).unref();
    close().then(
      () => (process.exitCode = 0),
      () => (process.exitCode = 1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
}

try {
  await run(readArguments(process.argv.slice(2)));
} catch (error) {
  const expected = error instanceof ArgumentError || error instanceof StartRefusal;
  process.stderr.write(`${expected ? error.message : redact(inspect(error))}\n`);
  process.exit(1);
}
