// What the parts of a run write down while they run, and what it comes to at the end.
import { join } from 'node:path';
import { CANARIES, canarySummary, readSearched } from '../canaries/record.ts';
import { type Figures, FIGURES, readFigures } from '../figures/figures.ts';
import { readRecord, RECORD, summary } from '../stripe-schema/record.ts';

/** Where each kind is written, as the environment of the parts. */
export function recordsIn(folder: string): Readonly<Record<string, string>> {
  return {
    [RECORD]: join(folder, 'stripe'),
    [CANARIES]: join(folder, 'canaries'),
    [FIGURES]: join(folder, 'figures'),
  };
}

export interface Net {
  readonly holds: boolean;
  /** One line, and one more for each thing that was caught and that no test has told. */
  readonly lines: readonly string[];
}

/** What was spread under the whole run. A net in which nothing was caught because nothing came near it does not hold. */
export function readNets(folder: string): { readonly nets: readonly Net[]; readonly figures: Figures } {
  const places = recordsIn(folder);
  const held = readRecord(places[RECORD] ?? '');
  const searched = readSearched(places[CANARIES] ?? '');
  const nets = [
    { holds: held.violations.length === 0 && held.answers > 0, lines: [summary(held)] },
    {
      holds: searched.found.length === 0 && searched.files > 0 && searched.texts > 0,
      lines: [canarySummary(searched), ...searched.found],
    },
  ];
  const figures: Figures = new Map([
    ...readFigures(places[FIGURES] ?? ''),
    ['exchanges', held.requests + held.answers],
    ['misfits', held.violations.length],
    ['searched', searched.files + searched.texts],
    ['canaries', searched.found.length],
  ]);
  return { nets, figures };
}
