// Handlers of the calls about the journal as a file for the accountant's program.
import type { accountantFileCalls } from '../shared/contract/accountant-files.ts';
import { dayOf } from '../shared/domain/dates.ts';
import { refuseUnproved } from './books/proved.ts';
import { safeFileName } from './documents/file-name.ts';
import { accountantFile } from './exports/accountant-file.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, type HandlerDependencies } from './handlers-context.ts';
import { readDatevNumbers, writeDatevNumbers } from './store/datev-numbers.ts';
import { firstDay } from './store/journal-list.ts';
import { sumsBefore } from './store/ledger-sums.ts';

type FileHandlers = Pick<Handlers, Exclude<keyof typeof accountantFileCalls, `books.pack${string}`>>;

export function accountantFileHandlers({ session, ports }: HandlerDependencies): FileHandlers {
  return {
    'books.exportChoices': () => {
      const books = booksOf(session);
      const { db, clock } = books;
      const currencies = [...new Set(sumsBefore(db, null).map(({ currency }) => currency))].toSorted();
      return {
        currencies,
        first: firstDay(db),
        today: dayOf(Math.floor(clock.now() / 1000), books.settings().company.timeZone),
        datev: readDatevNumbers(db),
      };
    },
    'books.exportTo': async (wanted) => {
      const books = booksOf(session);
      const { db, clock } = books;
      refuseUnproved(books.bookkeeping.proof());
      const now = Math.floor(clock.now() / 1000);
      const { country } = books.settings().company.address;
      const file = accountantFile({ db, now, country }, wanted);
      if (wanted.datev !== null) writeDatevNumbers(db, wanted.datev);
      return ports.files.save(safeFileName(file.name, 'csv'), 'text/csv', async () => file.parts);
    },
  };
}
