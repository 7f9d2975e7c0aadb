// Runs once before the tests of what was built, so that they look at the sources as they are.
import { join } from 'node:path';
import { buildStale } from '../../main/hosts/start/build.ts';

export async function setup(): Promise<void> {
  await buildStale(join(import.meta.dirname, '..', '..'));
}
