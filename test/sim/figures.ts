// What was simulated, in figures: one line for programs, one table for people.
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
  const cell = (value: number | string): string =>
    typeof value === 'number' ? value.toLocaleString('en-GB') : value;
  const rows = [['Simulated', ''], ...NAMES.map(([name, of]) => [name, cell(of(figures))])] as const;
  const widths = [0, 1].map((column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  // As the formatter writes it, so that it finds nothing to change.
  const line = ([name = '', value = '']: readonly string[]): string =>
    `| ${name.padEnd(widths[0] ?? 0)} | ${value.padStart(widths[1] ?? 0)} |`;
  const rule = `| ${'-'.repeat(widths[0] ?? 0)} | ${'-'.repeat((widths[1] ?? 0) - 1)}: |`;
  const [head, ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}
