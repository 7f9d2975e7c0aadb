// What the page knows of the lock.
import { z } from 'zod';

/** After how many minutes without a key or a click. */
export const LockMinutes = z.literal([5, 15, 30, 60]);
export type LockMinutes = z.infer<typeof LockMinutes>;

export const Lock = z.object({
  /** Whether the operating system can tell whether its owner is there. */
  isOffered: z.boolean(),
  afterMinutes: LockMinutes.nullable(),
  /** While it is, every other call is refused, and nothing of any books is told. */
  isLocked: z.boolean(),
});
