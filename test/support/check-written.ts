// Has what a host would write to the disk checked there, as hosts do.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileCheck } from '../../main/documents/file-content.ts';

export async function checkWritten(folder: string, bytes: Uint8Array, check: FileCheck): Promise<void> {
  const path = join(folder, '.written.part');
  await writeFile(path, bytes);
  try {
    await check(path);
  } finally {
    await rm(path);
  }
}
