// What the processes that simulate are asked, and what they answer.
import { z } from 'zod';
import { Plan } from '../plan/plan.ts';

export const Job = z.object({
  /** In words, for a person. */
  name: z.string(),
  plan: Plan,
  /** Whether the answer is to tell what happened when. */
  wantsCourse: z.boolean().optional(),
});
export type Job = z.infer<typeof Job>;

const Counts = z.object({
  operations: z.int(),
  requests: z.int(),
  commits: z.int(),
  faults: z.int(),
  crashes: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** A commit or a request of the first machine, as it was about to happen. */
export const Happened = z.object({
  at: z.enum(['commit', 'request']),
  nth: z.int(),
  isWrite: z.boolean(),
  /** Milliseconds after the start. */
  ms: z.int(),
});
export type Happened = Readonly<z.infer<typeof Happened>>;

export const Answer = z.object({
  violations: z.array(z.string()),
  counts: Counts,
  happened: z.array(Happened).optional(),
});
export type Answer = z.infer<typeof Answer>;

/** Adds up what was counted. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = (name: keyof Counts): number => all.reduce((total, counts) => total + counts[name], 0);
  return {
    operations: sum('operations'),
    requests: sum('requests'),
    commits: sum('commits'),
    faults: sum('faults'),
    crashes: sum('crashes'),
  };
}
