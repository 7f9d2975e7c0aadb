// Handlers of the calls about the accountant pack, of which one is made at a time.
import type { accountantFileCalls } from '../shared/contract/accountant-files.ts';
import type { CallOutput } from '../shared/contract/calls.ts';
import { refuseUnproved } from './books/proved.ts';
import { safeFileName } from './documents/file-name.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, contextOf, type HandlerDependencies } from './handlers-context.ts';
import { reportContext } from './handlers-reports.ts';
import { accountantPack } from './invoicing/accountant-pack/accountant-pack.ts';
import { invalidInput, wrongState } from './refusal.ts';
import { Changes } from './sync/changes.ts';

type PackHandlers = Pick<Handlers, Extract<keyof typeof accountantFileCalls, `books.pack${string}`>>;

/** How many files are done before the page is told again. */
const TOLD_EVERY = 10;

export function packHandlers(dependencies: HandlerDependencies): PackHandlers {
  const { session, ports, announce } = dependencies;
  let isUnderWay = false;
  let files: CallOutput<'books.packProgress'>['files'] = null;
  const tell = (next: typeof files): void => {
    files = next;
    const changes = new Changes();
    changes.add('documents');
    announce(changes);
  };
  return {
    'books.packProgress': () => ({ files }),
    'books.pack': async ({ from, to }) => {
      if (to < from) throw invalidInput('to', 'the last day is before the first');
      if (isUnderWay) throw wrongState('under-way', 'A pack is being made already.');
      const books = booksOf(session);
      // Before a place is chosen for it, and again when it is begun.
      refuseUnproved(books.bookkeeping.proof());
      const pack = accountantPack(
        {
          use: contextOf(dependencies, new Changes()),
          report: reportContext(dependencies),
          proof: () => books.bookkeeping.proof(),
          company: books.settings().company.name,
          onProgress: (done, all) => {
            if (done % TOLD_EVERY === 0) tell({ done, all });
          },
        },
        { from, to },
      );
      isUnderWay = true;
      try {
        const name = safeFileName(['Accountant pack', from, to], 'zip');
        return await ports.files.save(name, 'application/zip', pack.produce, pack.check);
      } finally {
        isUnderWay = false;
        tell(null);
      }
    },
  };
}
