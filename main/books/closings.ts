// The closings of the books as a verification reads them: what was closed at each place of the journal, and whether they are as they were made.
import type { Month } from '../../shared/domain/months.ts';
import { closings, type ChainedClosing } from '../store/closings.ts';
import type { Db } from '../store/database.ts';
import { entriesAfter } from '../store/journal.ts';
import { closingChainOf } from './chain.ts';

export interface ReadClosings {
  /** What was closed when an entry was posted. */
  throughAt(seq: number): Month | null;
  /** The first closing that is not as it was made; null when all are. */
  readonly firstChanged: number | null;
}

export function readClosings(db: Db): ReadClosings {
  const all = closings(db);
  return {
    throughAt: (seq) => all.findLast(({ afterEntry }) => afterEntry < seq)?.through ?? null,
    firstChanged: firstChanged(db, all),
  };
}

function firstChanged(db: Db, all: readonly ChainedClosing[]): number | null {
  let [seq, chain] = [0, ''];
  for (const closing of all) {
    seq += 1;
    chain = closingChainOf(chain, chainAt(db, closing.afterEntry), closing);
    if (closing.seq !== seq || closing.chain !== chain) return seq;
  }
  return null;
}

/** Of the journal's entry; empty before the first. */
export function chainAt(db: Db, seq: number): string {
  const entry = seq === 0 ? undefined : entriesAfter(db, seq - 1, 1)[0];
  return entry?.seq === seq ? entry.chain : '';
}
