// The checker of backups as the build lays it out.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Checker } from '../../backups/check.ts';
import { createChecker } from '../../backups/checker.ts';

/** `root` is the program's own folder, above `dist`. */
export function createBackupChecker(root: string): Checker {
  return createChecker(pathToFileURL(join(root, 'dist', 'main', 'backup-worker.js')));
}
