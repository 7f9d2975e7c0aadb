// The whole journal in a format that other programs check.
import type { Proof } from '../../shared/contract/ledger.ts';
import { readChart } from '../books/chart.ts';
import type { Db } from '../store/database.ts';
import { beancountJournal } from './beancount.ts';
import { hledgerJournal } from './hledger.ts';
import { plainItems } from './plain-entries.ts';
import { beancountNames, hledgerNames } from './plain-names.ts';
import { proofStatement } from './proof-statement.ts';

/** Text in portions, of the journal as it is now. `proof` is of now, too: what it says of Stripe's figures is asserted at the end. */
export function journalFile(db: Db, format: 'hledger' | 'beancount', proof: Proof): Generator<string> {
  const items = plainItems(db);
  const chart = readChart(db);
  const statement = proofStatement(proof);
  return format === 'hledger'
    ? hledgerJournal(items, hledgerNames(chart), statement)
    : beancountJournal(items, beancountNames(chart), statement);
}
