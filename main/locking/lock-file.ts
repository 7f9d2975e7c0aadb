// After how long the program locks itself: of this computer, not of any books, so that it holds before books are open.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LockMinutes } from '../../shared/contract/session-lock.ts';
import { writeFileAtomically } from '../documents/write-file.ts';

const LockFile = z.object({ afterMinutes: LockMinutes.nullable() });
export type LockFile = z.infer<typeof LockFile>;

/** Nothing was ever chosen: never. A file that cannot be read locks after the shortest time: it must not be a way around. */
export function readLockFile(directory: string): LockFile {
  const path = fileIn(directory);
  if (!existsSync(path)) return { afterMinutes: null };
  try {
    return LockFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return { afterMinutes: 5 };
    throw error;
  }
}

export async function writeLockFile(directory: string, file: LockFile): Promise<void> {
  await writeFileAtomically(fileIn(directory), Buffer.from(JSON.stringify(file)));
}

function fileIn(directory: string): string {
  return join(directory, 'lock.json');
}
