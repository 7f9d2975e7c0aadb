// Handlers of the calls about the program itself.
import type { CallOutput } from '../shared/contract/calls.ts';
import type { sessionCalls } from '../shared/contract/session.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, type HandlerDependencies } from './handlers-context.ts';
import { readLibrary } from './session/library.ts';
import { openExternal, paymentLink } from './session/open-external.ts';
import type { Session } from './session/session.ts';

type SessionHandlers = Pick<Handlers, keyof typeof sessionCalls>;

export function sessionHandlers(dependencies: HandlerDependencies): SessionHandlers {
  const { session } = dependencies;
  const state = (): CallOutput<'app.state'> => stateOf(dependencies);
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
      return syncStatus(session);
    },
    'sync.now': () => {
      session.connection?.outbox.wake(true);
      session.connection?.sync.now();
      return {};
    },
    'external.copyLink': async (input) => {
      const address = await paymentLink(dependencies, input);
      return { address, copied: await dependencies.ports.clipboard.write(address) };
    },
    'external.open': async (input) => ({ opened: await openExternal(dependencies, input) }),
  };
}

export function stateOf(dependencies: HandlerDependencies): CallOutput<'app.state'> {
  const { ports, session, lock } = dependencies;
  const { books, key, problem } = session;
  const state = {
    key: { present: session.connection !== null, ...key, vault: ports.keys.keeps },
    lock: lock.state(),
    problem,
    problemBooksId: session.problemBooksId,
    version: ports.version,
  };
  if (state.lock.isLocked) return { ...state, books: null, known: [] };
  return {
    ...state,
    books: books && {
      id: books.id,
      mode: books.mode,
      accountId: books.account.id,
      name: books.account.name,
      country: books.account.country,
      homeCountry: books.settings().company.address.country ?? books.account.country,
      defaultCurrency: books.account.currency,
      timeZone: books.settings().company.timeZone,
      isReadOnly: books.isReadOnly,
      aheadSeconds: Math.floor((books.transport.practice?.aheadMs() ?? 0) / 1000),
    },
    known: readLibrary(ports.directory).books,
  };
}

function syncStatus({ connection, key }: Session): CallOutput<'sync.status'> {
  if (!connection) {
    return {
      phase: 'stopped',
      lastPolledAt: null,
      nextPollAt: null,
      error: key.problem,
      backfill: [],
      balance: [],
    };
  }
  const status = connection.sync.status();
  return { ...status, error: key.problem ?? status.error };
}
