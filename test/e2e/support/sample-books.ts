// The sample business with its books, made once for many stories: each that only works in it takes a copy of both.
import { expect } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startLoopback } from '../../support/loopback-process.ts';

const BOOKS = join('books', 'sample');

/** Lets the program open its sample books in the data folder, bring in the whole history and post it, and end. */
export async function makeSampleBooks(directory: string): Promise<void> {
  const program = await startLoopback(directory, null);
  await program.call('books.openSample', { commandId: randomUUID() });
  const isReady = async () => {
    const { phase, lastPolledAt } = await program.call('sync.status', {});
    const { state } = await program.call('books.proof', {});
    return phase === 'idle' && lastPolledAt !== null && state === 'in-balance';
  };
  await expect.poll(isReady, { message: 'the sample books', timeout: 60_000 }).toBe(true);
  await program.quit();
}

/** Puts them into a data folder that is still empty. The program finds them when its person opens the sample books. */
export async function placeSampleBooks(from: string, directory: string): Promise<void> {
  await mkdir(join(directory, 'books'), { recursive: true });
  await cp(join(from, BOOKS), join(directory, BOOKS), { recursive: true });
}
