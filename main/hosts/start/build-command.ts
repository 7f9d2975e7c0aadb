// `npm run build`: builds what is stale and says what that was.
import { join } from 'node:path';
import { BuildError, buildStale } from './build.ts';

try {
  const built = await buildStale(join(import.meta.dirname, '..', '..', '..'));
  console.log(built.length === 0 ? 'Everything is built already.' : `Built ${built.join(', ')}.`);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
