// Handlers of the calls about the names, numbers and codes of accounts.
import type { accountCalls } from '../shared/contract/accounts.ts';
import { listAccounts, saveAccount } from './books/chart.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, contextOf, type HandlerDependencies } from './handlers-context.ts';
import { Changes } from './sync/changes.ts';

type AccountHandlers = Pick<Handlers, keyof typeof accountCalls>;

export function accountHandlers(dependencies: HandlerDependencies): AccountHandlers {
  return {
    'books.accounts': () => listAccounts(booksOf(dependencies.session).db),
    'books.saveAccount': (input) => {
      const changes = new Changes();
      const context = contextOf(dependencies, changes);
      const output = saveAccount({ db: context.db, now: () => context.now() }, input);
      changes.add('ledger');
      dependencies.announce(changes);
      return output;
    },
  };
}
