// A piece of the program in a process of its own that may write no file beyond a size: to it, the disk is full there.
import { spawnSync } from 'node:child_process';

/** Limits of this kind are the shell's; without one the tests that need them say that they were not run. */
export const canLimit = process.platform !== 'win32';

/** Runs `script` (a module, with `process.argv[1]` being `argument`); answers what it printed. Throws when it fails of itself. */
export function inLimitedChild(script: string, argument: string, limitKb: number | null): string {
  // Without the trap the first write beyond the limit would be a signal that ends the process.
  const limit = limitKb === null ? '' : `trap '' XFSZ; ulimit -f ${limitKb};`;
  const child = spawnSync(
    'bash',
    ['-c', `${limit} exec "$0" --input-type=module -e "$1" "$2"`, process.execPath, script, argument],
    { encoding: 'utf8' },
  );
  if (child.status !== 0) throw new Error(child.stderr);
  return child.stdout.trim();
}
