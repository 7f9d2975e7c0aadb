// `npm start`: builds what is stale and opens the program in Electron, or in the system's browser where Electron cannot run.
import { join } from 'node:path';
import { BuildError, buildStale } from './start/build.ts';
import { chooseHost } from './start/choose-host.ts';
import { runChild } from './start/run-child.ts';

const root = join(import.meta.dirname, '..', '..');

async function start(argv: readonly string[]): Promise<number> {
  const built = await buildStale(root);
  if (built.length > 0) console.log(`Built ${built.join(', ')}.`);
  const given = argv.filter((argument) => argument !== '--browser');
  const host = await chooseHost({ root, browser: argv.includes('--browser') });
  if (host.kind === 'electron') {
    const end = await runChild(host.executable, [root, ...given]);
    if (!end.couldNotStart) return end.exitCode;
    console.log(
      'Electron’s runtime cannot start on this system, so Quittance opens in your browser instead.',
    );
  } else if (host.reason !== null) {
    console.log(host.reason);
  }
  // Nobody sits in front of a build machine, and a browser opened there would never be closed.
  const quiet = process.env['CI'] !== undefined && !given.includes('--no-open') ? ['--no-open'] : [];
  const end = await runChild(process.execPath, [
    join(root, 'dist', 'main', 'loopback.js'),
    ...given,
    ...quiet,
  ]);
  return end.exitCode;
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
