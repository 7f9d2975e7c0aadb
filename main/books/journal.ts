// The journal as it is shown: entries with their postings, and what each is about.
import { accountOf } from '../../shared/domain/books/accounts.ts';
import type { JournalRow } from '../../shared/contract/ledger.ts';
import type { Db } from '../store/database.ts';
import { postingsOf } from '../store/journal.ts';
import { entrySubject, journalPage } from '../store/journal-list.ts';

export function journalRows(db: Db, input: Parameters<typeof journalPage>[1]): readonly JournalRow[] {
  return journalPage(db, input).map(({ seq, case_id: caseId, cause, version, day, cursor }) => {
    const [kind = '', stripeId = ''] = cause.split(':');
    return {
      seq,
      day,
      kind,
      stripeId,
      isCorrection: version > 1,
      subject: entrySubject(db, caseId),
      postings: postingsOf(db, seq).map(({ account, currency, amount }) => ({
        account,
        name: accountOf(account)?.name ?? String(account),
        currency,
        amount,
      })),
      cursor,
    };
  });
}
