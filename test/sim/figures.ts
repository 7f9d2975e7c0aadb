// What was simulated, in figures: one line for programs, one table for people.
import { keepFigure } from '../figures/figures.ts';
import { markdownTable } from '../figures/markdown-table.ts';
import type { Counts } from './crew/job.ts';

export interface Figures extends Counts {
  readonly seeds: number;
  /** Random ones and those of every crash point and fault. */
  readonly simulations: number;
  readonly violations: number;
  readonly mutants: { readonly caught: number; readonly of: number };
}

/** For programs: `sim {"seeds":…}`. */
export function lineOf(figures: Figures): string {
  return `sim ${JSON.stringify(figures)}`;
}

const NAMES: readonly (readonly [string, (figures: Figures) => number | string])[] = [
  ['Seeds', ({ seeds }) => seeds],
  ['Simulations', ({ simulations }) => simulations],
  ['Operations accepted', ({ operations }) => operations],
  ['Requests to Stripe', ({ requests }) => requests],
  ['Faults', ({ faults }) => faults],
  ['Crashes', ({ crashes }) => crashes],
  ['Commits, each checked', ({ commits }) => commits],
  ['Violations', ({ violations }) => violations],
  ['Mutants caught', ({ mutants }) => `${mutants.caught} of ${mutants.of}`],
];

/** In Markdown. */
export function tableOf(figures: Figures): string {
  return markdownTable(
    'Simulated',
    NAMES.map(([name, of]) => [name, of(figures)]),
  );
}

/** For the figures of the run of tests that this is a part of. */
export function keepFigures(figures: Figures): void {
  const { seeds, simulations, operations, faults, crashes, violations, mutants } = figures;
  const kept = {
    seeds,
    simulations,
    operations,
    faults,
    crashes,
    violations,
    mutants: mutants.caught,
  } as const;
  // `Object.entries` forgets which keys it lists.
  for (const [figure, count] of Object.entries(kept) as [keyof typeof kept, number][])
    keepFigure(figure, count);
}
