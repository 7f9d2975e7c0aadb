// Everything that a simulation is told: written down it can be run again, made smaller, and kept.
import { z } from 'zod';
import type { SceneName } from '../stage/scene.ts';
import type { FaultName } from './faults.ts';

const Named = <Name extends string>(): z.ZodType<Name> => z.string() as unknown as z.ZodType<Name>;
const Machine = z.int().nonnegative();

export const Upset = z.discriminatedUnion('what', [
  /** The computer's clock is set forward or back. */
  z.object({ what: z.literal('clock'), ms: z.int() }),
  /** The lid is closed: nothing happens on this machine's account for so long, and all that was due comes after it. */
  z.object({ what: z.literal('sleep'), ms: z.int() }),
  /** The program is closed and started again so much later. */
  z.object({ what: z.literal('restart'), ms: z.int() }),
  z.object({ what: z.literal('die') }),
  /** For so long the books can have no page more than they have. */
  z.object({ what: z.literal('disk-full'), ms: z.int() }),
  /** A backup is made. */
  z.object({ what: z.literal('backup') }),
  /** The backup that was made last is restored. */
  z.object({ what: z.literal('restore') }),
  /** So much later the person looks at what has not been done, and takes a way out of it that is offered and does no harm. */
  z.object({
    what: z.literal('decide'),
    action: z.enum(['cancel', 'retry', 'accept', 'discard']),
    ms: z.int(),
  }),
  /** The program is started a second time on the same books. */
  z.object({ what: z.literal('second-instance') }),
]);
export type Upset = z.infer<typeof Upset>;

export const Plan = z.object({
  seed: z.int(),
  machines: z.int().min(1).max(2),
  work: z.array(
    z.object({
      machine: Machine,
      kind: Named<SceneName>(),
      atMs: z.int(),
      /** The same command once more after so long, as from a nervous finger or a page that repeats itself; null is not. */
      againMs: z.int().nullable(),
      /** The same wish as another command after so long. */
      anewMs: z.int().nullable(),
    }),
  ),
  /** The nth write or read of a machine meets it. */
  faults: z.array(z.object({ machine: Machine, nth: z.int(), fault: Named<FaultName>() })),
  deaths: z.array(
    z.object({
      machine: Machine,
      at: z.enum(['commit', 'request']),
      nth: z.int(),
      when: z.enum(['before', 'after']),
    }),
  ),
  upsets: z.array(z.object({ machine: Machine, atMs: z.int(), upset: Upset })),
});
export type Plan = z.infer<typeof Plan>;
export type Work = Plan['work'][number];
