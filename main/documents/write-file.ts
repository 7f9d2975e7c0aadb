// Writes a file whole or not at all: whoever looks finds the old content or the new, and never a half.
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileCheck, FileContent } from './file-content.ts';

/**
 * Replaces what is at `path`. When writing fails, the parts stop with an error, or `check` finds one, the old file is still there
 * and nothing else is left. Rejects with the system's error (full disk, read-only folder) or with that of the parts or the check.
 */
export async function writeFileAtomically(
  path: string,
  content: FileContent,
  mode = 0o644,
  check: FileCheck | null = null,
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.quittance-${randomUUID()}.part`);
  // Fails if the name exists, even as a link that someone laid there.
  const file = await open(temporary, 'wx', mode);
  try {
    try {
      await writeParts(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await check?.(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function writeParts(file: FileHandle, content: FileContent): Promise<void> {
  if (content instanceof Uint8Array) {
    await file.writeFile(content);
    return;
  }
  for await (const part of content) await file.writeFile(part);
}

/** Makes the new name itself survive a power cut. Windows cannot open a folder for this, and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
