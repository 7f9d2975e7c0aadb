// Handlers of the calls about the books: what they prove, their accounts, their journal and its export.
import type { ledgerCalls } from '../shared/contract/ledger.ts';
import { journalRows } from './books/journal.ts';
import { trialBalance } from './books/trial-balance.ts';
import { safeFileName } from './documents/file-name.ts';
import { journalFile } from './exports/journal-file.ts';
import { textParts } from './exports/text-parts.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, type HandlerDependencies } from './handlers-context.ts';

type LedgerHandlers = Pick<Handlers, keyof typeof ledgerCalls>;

export function ledgerHandlers({ session, ports }: HandlerDependencies): LedgerHandlers {
  return {
    'books.proof': () => booksOf(session).bookkeeping.proof(),
    'books.trialBalance': (period) => ({ rows: [...trialBalance(booksOf(session).db, period)] }),
    'books.journal': (input) => journalRows(booksOf(session).db, input),
    'books.verify': () => {
      booksOf(session).bookkeeping.verify();
      return {};
    },
    'books.export': ({ format }) => {
      const { db, bookkeeping } = booksOf(session);
      const extension = format === 'hledger' ? 'journal' : 'beancount';
      return ports.files.save(safeFileName(['Journal'], extension), 'text/plain', async () =>
        textParts(journalFile(db, format, bookkeeping.proof())),
      );
    },
  };
}
