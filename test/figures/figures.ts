// What a run of the tests did, in figures: written down by the tests that know them, and put into the README.
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable } from './markdown-table.ts';

/** The environment's name for the folder in which the processes of a run write. */
export const FIGURES = 'QUITTANCE_FIGURES_RECORD';

/** What is counted, in the order and the words of the README. */
const NAMES = {
  seeds: 'Random seeds simulated',
  simulations: 'Simulations, with those of each crash point and fault',
  operations: 'Operations accepted in them',
  faults: 'Faults in them',
  crashes: 'Crashes in them',
  violations: 'Violations of what must always hold',
  mutants: 'Wrong programs found out by simulation',
  kills: 'Running programs killed in the middle of work',
  'torn-logs': 'Torn and truncated logs opened',
  'flipped-bits': 'Files with a flipped bit opened',
  'file-sizes': 'Sizes of a disk that is too small',
  'fuzzed-calls': 'Calls of the contract fuzzed',
  'fuzz-inputs': 'Made-up inputs of calls',
  payloads: 'Scripts as names and memos, on screens and in documents',
  exchanges: 'Requests and answers held to Stripe’s types',
  misfits: 'Of them, what does not fit',
  searched: 'Files, replies, log lines and exports searched for a Stripe key',
  canaries: 'Keys found',
} as const;

export type Figure = keyof typeof NAMES;
export type Figures = ReadonlyMap<Figure, number>;

/** Adds to a figure of this run. Nothing where no run asks for it. */
export function keepFigure(figure: Figure, count: number): void {
  const folder = process.env[FIGURES];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${process.pid}.txt`), `${figure} ${count}\n`);
}

export function readFigures(folder: string): Figures {
  const sums = new Map<Figure, number>();
  if (!existsSync(folder)) return sums;
  const lines = globSync(join(folder, '*.txt')).flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  for (const line of lines) {
    const [figure = '', count = ''] = line.split(' ');
    if (isFigure(figure)) sums.set(figure, (sums.get(figure) ?? 0) + Number(count));
  }
  return sums;
}

/** In Markdown. What no test of the run has counted is left out. */
export function tableOfRun(figures: Figures): string {
  // `Object.entries` forgets which keys it lists.
  const names = Object.entries(NAMES) as [Figure, string][];
  const rows = names.flatMap(([figure, name]) => {
    const count = figures.get(figure);
    return count === undefined ? [] : [[name, count] as const];
  });
  return markdownTable('In one run of `npm test`', rows);
}

function isFigure(text: string): text is Figure {
  return Object.hasOwn(NAMES, text);
}
