// The id of an object that the simulator shows.
import { z } from 'zod';

const Identified = z.object({ id: z.string() });

/** Fails the test when there is no object. */
export function idOf(object: unknown): string {
  return Identified.parse(object).id;
}
