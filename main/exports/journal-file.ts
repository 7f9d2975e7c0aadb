// The journal in a format that other programs check.
import type { Proof } from '../../shared/contract/ledger.ts';
import { readChart } from '../books/chart.ts';
import type { Db } from '../store/database.ts';
import { beancountJournal } from './beancount.ts';
import { hledgerJournal } from './hledger.ts';
import { plainItems, type PlainPeriod } from './plain-entries.ts';
import { beancountNames, hledgerNames } from './plain-names.ts';
import { proofStatement } from './proof-statement.ts';

/**
 * Text in portions, of the journal as it is now, or of a period of it. `proof` is of now, too: what it says of Stripe's figures is
 * asserted at the end of the whole.
 */
export function journalFile(
  db: Db,
  format: 'hledger' | 'beancount',
  proof: Proof,
  period: PlainPeriod | null = null,
): Generator<string> {
  const items = plainItems(db, period);
  const chart = readChart(db);
  const { words, stated } = proofStatement(proof);
  const statement = { words, stated: period === null ? stated : [] };
  return format === 'hledger'
    ? hledgerJournal(items, hledgerNames(chart), statement)
    : beancountJournal(items, beancountNames(chart), statement);
}
