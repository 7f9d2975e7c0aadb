// Handlers of the calls about the program itself.
import type { CallOutput } from '../shared/contract/calls.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, type HandlerDependencies } from './handlers-context.ts';
import { openExternal } from './session/open-external.ts';
import { readLibrary } from './session/library.ts';
import type { sessionCalls } from '../shared/contract/session.ts';

type SessionHandlers = Pick<Handlers, keyof typeof sessionCalls>;

export function sessionHandlers({ ports, session }: HandlerDependencies): SessionHandlers {
  const state = (): CallOutput<'app.state'> => {
    const { books, key } = session;
    const account = books?.account;
    return {
      books:
        books && account
          ? {
              id: books.id,
              mode: books.mode,
              accountId: account.id,
              name: account.name,
              country: account.country,
              defaultCurrency: account.currency,
              timeZone: books.settings().company.timeZone,
            }
          : null,
      key: { present: session.connection !== null, ...key },
      known: readLibrary(ports.directory).books,
      problem: session.problem,
      version: ports.version,
    };
  };
  const thenState = async (action: Promise<void>): Promise<CallOutput<'app.state'>> => {
    await action;
    return state();
  };
  return {
    'app.state': state,
    'app.presence': ({ focused }) => {
      session.setFocused(focused);
      return {};
    },
    'books.openSample': () => thenState(session.openSample()),
    'books.open': ({ id }) => thenState(session.open(id)),
    'books.close': () => thenState(session.closeBooks()),
    'stripe.connect': (input) => thenState(session.connectKey(input)),
    'stripe.forgetKey': () => thenState(session.forgetKey()),
    'sync.status': () => {
      booksOf(session);
      const { connection, key } = session;
      if (connection)
        return { ...connection.sync.status(), error: key.problem ?? connection.sync.status().error };
      return {
        phase: 'stopped',
        lastPolledAt: null,
        nextPollAt: null,
        error: key.problem,
        backfill: [],
        balance: [],
      };
    },
    'sync.now': () => {
      session.connection?.outbox.wake(true);
      session.connection?.sync.now();
      return {};
    },
    'external.open': async (input) => ({ opened: await openExternal({ ports, session }, input) }),
  };
}
