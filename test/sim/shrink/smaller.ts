// Plans with less in them than a given one.
import type { Plan } from '../plan/plan.ts';

/** The boldest first: a whole machine, everything of a kind, then one thing at a time. */
export function* smallerThan(plan: Plan): Generator<Plan> {
  if (plan.machines > 1) yield withoutMachine(plan, plan.machines - 1);
  for (const list of ['upsets', 'deaths', 'faults'] as const)
    if (plan[list].length > 1) yield { ...plan, [list]: [] };
  for (const list of ['work', 'upsets', 'deaths', 'faults'] as const)
    for (const [index] of plan[list].entries()) yield { ...plan, [list]: plan[list].toSpliced(index, 1) };
  for (const [index, work] of plan.work.entries()) {
    if (work.againMs !== null) yield { ...plan, work: plan.work.with(index, { ...work, againMs: null }) };
    if (work.anewMs !== null) yield { ...plan, work: plan.work.with(index, { ...work, anewMs: null }) };
  }
}

function withoutMachine(plan: Plan, number: number): Plan {
  const stays = ({ machine }: { readonly machine: number }): boolean => machine !== number;
  return {
    ...plan,
    machines: plan.machines - 1,
    work: plan.work.filter(stays),
    faults: plan.faults.filter(stays),
    deaths: plan.deaths.filter(stays),
    upsets: plan.upsets.filter(stays),
  };
}
