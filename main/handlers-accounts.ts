// Handlers of the calls about the names, numbers and codes of accounts.
import type { accountCalls } from '../shared/contract/accounts.ts';
import { listAccounts, saveAccount } from './books/chart.ts';
import { itemAccount, openAccount, setItemAccount } from './books/revenue-accounts.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, contextOf, type HandlerDependencies } from './handlers-context.ts';
import type { Db } from './store/database.ts';
import { Changes } from './sync/changes.ts';

type AccountHandlers = Pick<Handlers, keyof typeof accountCalls>;

export function accountHandlers(dependencies: HandlerDependencies): AccountHandlers {
  const announced = <Output>(run: (context: { db: Db; now: () => number }) => Output): Output => {
    const changes = new Changes();
    const context = contextOf(dependencies, changes);
    const output = run({ db: context.db, now: () => context.now() });
    changes.add('ledger');
    dependencies.announce(changes);
    return output;
  };
  return {
    'books.accounts': () => listAccounts(booksOf(dependencies.session).db),
    'books.saveAccount': (input) => announced((context) => saveAccount(context, input)),
    'books.openAccount': (input) => announced((context) => openAccount(context, input)),
    'books.itemAccount': (input) => itemAccount(booksOf(dependencies.session).db, input),
    'books.setItemAccount': (input) => announced((context) => setItemAccount(context, input)),
  };
}
