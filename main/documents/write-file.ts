// Writes a file so that at every moment, a power cut included, either the old or the whole new one is there.
import { randomUUID } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces `path` with `bytes`: a temporary file beside it, flushed, then renamed. Rejects with the system's error, and leaves
 * nothing behind. `mode` is that of the new file (before the umask).
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 80)}.${randomUUID()}.tmp`);
  // "wx" refuses an existing file or link in this place.
  const file = await open(temporary, 'wx', mode);
  try {
    await writeAndFlush(file, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(dirname(path));
}

async function writeAndFlush(file: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the rename itself durable. Windows does not open folders, and journals renames by itself. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
