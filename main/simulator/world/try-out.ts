// Does something, looks at what came of it, and takes it back.
import type { World } from './world.ts';

/** Thrown to leave the step. */
class TakenBack extends Error {}

/** `at` in milliseconds: the moment at which it is tried. Nothing of it stays. */
export function tryOut<T>(world: World, at: number, run: () => T): T {
  const found: T[] = [];
  const { quiet } = world;
  world.quiet = true;
  try {
    world.step(() => {
      found.push(run());
      throw new TakenBack();
    }, at);
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  } finally {
    world.quiet = quiet;
  }
  const [first] = found;
  if (found.length === 0) throw new RangeError('What was tried came to no end');
  // A value of T was pushed; the check above is for the compiler.
  return first as T;
}
