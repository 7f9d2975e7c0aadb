// Where simulations keep their files, and what a process that runs them has to bear.
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { Died } from './machine/commits.ts';

const IN_MEMORY = '/dev/shm';

/** In memory where the system has such a folder: nothing of a simulation has to outlive it. */
export function scratchFolder(): string {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    return IN_MEMORY;
  } catch {
    return tmpdir();
  }
}

/** What is left of a program that has died may stumble over that; any other failure that nobody handles ends the process. */
export function forgiveTheDead(): void {
  process.on('unhandledRejection', (error) => {
    if (!(error instanceof Died)) throw error;
  });
}
