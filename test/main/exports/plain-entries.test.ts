import { expect, test } from 'vitest';
import { postNext } from '../../../main/books/poster.ts';
import { plainItems } from '../../../main/exports/plain-entries.ts';
import { endOfJournal } from '../../../main/store/journal.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { makeBooks } from '../../bench/make-books.ts';

test('the journal is given as it was at the first entry, whatever is posted while it is read', () => {
  const db = makeBooks(':memory:', { invoices: 600, customers: 20 });
  const post = (): boolean =>
    postNext({ db, clock: { now: () => 0 }, dayOf: (at) => dayOf(at, 'Europe/Berlin') });
  while (endOfJournal(db).seq < 800) post();
  const { seq } = endOfJournal(db);
  let entries = 0;
  for (const item of plainItems(db)) {
    if (item.kind !== 'entry') continue;
    entries += 1;
    if (entries < 100) post();
  }
  expect(entries).toBe(seq);
  expect(endOfJournal(db).seq).toBeGreaterThan(seq);
  db.close();
});
