// Where tests keep the files that nothing has to outlive.
import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const IN_MEMORY = '/dev/shm';
/** Containers often have 64 MB there, which the tests would fill. */
const ENOUGH_BYTES = 2 * 1024 ** 3;

/** In memory where the system has such a folder with room in it: a transaction then does not wait for a disk. */
export function scratchFolder(): string {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ENOUGH_BYTES ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
