// Looks a copy of the books through: the file, its references, the journal's chain and sums, and the trial balance.
import { checkJournal } from '../books/check-journal.ts';
import { countHeld, hasJournal, writeCopyFacts } from '../store/copy-facts.ts';
import type { Db } from '../store/database.ts';
import { unbalancedCurrency } from '../store/journal-check.ts';
import { hasNewestSchema, openCopy, stateOfCopy } from '../store/open-copy.ts';
import { storageProblemOf } from '../store/sqlite-error.ts';
import type { CopyCheck } from './check.ts';

/** A `Checker` that does all its work at once: meant for a thread of its own. */
export async function checkCopy(path: string, madeAt: number): Promise<CopyCheck> {
  try {
    return await look(path, madeAt);
  } catch (error) {
    const problem = storageProblemOf(error);
    if (problem === null) throw error;
    if (problem.reason === 'corrupt' || problem.reason === 'foreign') return { ok: false, why: 'damaged' };
    return { ok: false, why: 'storage', problem };
  }
}

async function look(path: string, madeAt: number): Promise<CopyCheck> {
  const db = openCopy(path);
  try {
    const state = stateOfCopy(db);
    if (state !== 'sound') return { ok: false, why: state };
    if (!(await addsUp(db))) return { ok: false, why: 'unbalanced' };
    const held = countHeld(db);
    writeCopyFacts(db, { madeAt, held });
    return { ok: true, held };
  } finally {
    db.close();
  }
}

/** The journal of an earlier schema is not known in every part: of one, the trial balance is taken. */
async function addsUp(db: Db): Promise<boolean> {
  if (hasNewestSchema(db)) {
    const journal = await checkJournal(db, async () => true);
    if (journal === null || (journal.finding ?? journal.last) !== null) return false;
  }
  return !hasJournal(db) || unbalancedCurrency(db) === undefined;
}
