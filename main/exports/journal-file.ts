// The whole journal in a format that other programs check.
import type { Db } from '../store/database.ts';
import { beancountJournal } from './beancount.ts';
import { hledgerJournal } from './hledger.ts';
import { plainItems } from './plain-entries.ts';

/** Text in portions. */
export function journalFile(db: Db, format: 'hledger' | 'beancount'): Generator<string> {
  const items = plainItems(db);
  return format === 'hledger' ? hledgerJournal(items) : beancountJournal(items);
}
