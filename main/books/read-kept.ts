// Reads what the books need of a kept object.
import type { z } from 'zod';
import type { Db } from '../store/database.ts';
import { keptText } from '../store/kept-objects.ts';

/** Undefined when the object is not here, is deleted at Stripe, or lacks what the books need of it. */
export function readKept<Snapshot>(db: Db, id: string, schema: z.ZodType<Snapshot>): Snapshot | undefined {
  const text = keptText(db, id);
  return text === null ? undefined : schema.safeParse(JSON.parse(text)).data;
}
