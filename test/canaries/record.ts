// What was searched for keys, written down as programs end: many processes share one run.
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addSearched, nothingSearched, type Searched } from './search.ts';

/** The environment's name for the folder in which the processes of a run write. */
export const CANARIES = 'QUITTANCE_CANARIES_RECORD';

/** Nothing where no run asks for it. */
export function keepSearched(searched: Searched): void {
  const folder = process.env[CANARIES];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(searched)}\n`);
}

export function readSearched(folder: string): Searched {
  if (!existsSync(folder)) return nothingSearched;
  const lines = globSync(join(folder, '*.jsonl')).flatMap((file) =>
    readFileSync(file, 'utf8').split('\n').slice(0, -1),
  );
  // Written by `keepSearched`, and nobody else writes there.
  return lines.map((line) => JSON.parse(line) as Searched).reduce(addSearched, nothingSearched);
}

export function canarySummary({ files, texts, found }: Searched): string {
  const count = new Intl.NumberFormat('en');
  const searched = `${count.format(files)} files and ${count.format(texts)} replies, log lines and exports`;
  return `${searched} searched for Stripe keys: ${count.format(found.length)} found`;
}
