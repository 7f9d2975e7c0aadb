// The sample business, made once for many stories: each that only works in it takes a copy, which saves the making of its years.
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createDemoTransport } from '../../../main/hosts/common/demo-transport.ts';
import { systemClock } from '../../../main/hosts/common/system.ts';

const FILE = 'simulator.jsonl';

/** The same company that the program would make today, in a folder of its own. */
export function makeSampleCompany(folder: string): void {
  createDemoTransport(folder, systemClock).close();
}

/** Puts it where the program looks for it, in a data folder that is still empty. */
export async function placeSampleCompany(from: string, directory: string): Promise<void> {
  const folder = join(directory, 'books', 'sample');
  await mkdir(folder, { recursive: true });
  await copyFile(join(from, FILE), join(folder, FILE));
}
