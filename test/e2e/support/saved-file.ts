// Waits for the file that a save dialog was answered with.
import { expect } from '@playwright/test';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SavedFile } from './program.ts';

/** The files of a folder, but for those that are still being written under a temporary name. */
async function finished(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith('.'));
}

/** The file that appears in `folder` through `action`. Files are renamed into place, so one that is there is whole. */
export async function savedBy(folder: string, action: () => Promise<void>): Promise<SavedFile> {
  await mkdir(folder, { recursive: true });
  const before = await finished(folder);
  await action();
  const added = async () => (await finished(folder)).filter((name) => !before.includes(name));
  await expect.poll(added, 'a saved file').toHaveLength(1);
  const [name = ''] = await added();
  return { name, bytes: await readFile(join(folder, name)) };
}
