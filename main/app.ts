// The application, whole: joins the parts behind one door. Hosts put it in front of a page.
import type { ChangeEvent } from '../shared/contract/events.ts';
import type { Result } from '../shared/contract/errors.ts';
import { createDispatch } from './dispatch.ts';
import { createHandlers } from './handlers.ts';
import type { Ports } from './ports.ts';
import type { OpenBooks } from './session/open-books.ts';
import { createNews, type News } from './session/notify.ts';
import { Session } from './session/session.ts';
import type { Changes } from './sync/changes.ts';

export interface App {
  /** Runs one call of the table; unknown names and input that does not fit are refused as data. Never rejects. */
  dispatch(name: string, input: unknown): Promise<Result<unknown>>;
  /** Hears what changed, until the returned function is called. */
  subscribe(listener: (event: ChangeEvent) => void): () => void;
  /** Finishes the write under way, stops timers and closes the database. */
  close(): Promise<void>;
}

/** Opens the books that were open last and starts their work. A problem with them is part of `app.state`, not an error. */
export async function createApp(ports: Ports): Promise<App> {
  const listeners = new Set<(event: ChangeEvent) => void>();
  const startedAt = Math.floor(ports.clock.now() / 1000);
  const news = new WeakMap<OpenBooks, News>();

  const emit = (event: ChangeEvent): void => {
    for (const listener of listeners) listener(event);
  };

  const announce = (changes: Changes | null): void => {
    const { books } = session;
    if (changes === null) {
      emit({ kind: 'changed', topic: 'books', ids: [] });
      return;
    }
    const events = changes.events();
    if (books && events.some((event) => event.kind === 'changed' && event.topic === 'settings'))
      books.forgetSettings();
    for (const event of events) emit(event);
    if (books) newsOf(books).tell();
  };

  const newsOf = (books: OpenBooks): News => {
    const known = news.get(books);
    if (known) return known;
    const fresh = createNews(books.db, ports.notifier, ports.locale, startedAt);
    news.set(books, fresh);
    return fresh;
  };

  const session = new Session(ports, announce);
  await session.start();
  const handlers = createHandlers({
    ports,
    session,
    announce: (changes) => {
      announce(changes);
      session.connection?.outbox.wake();
    },
  });
  const dispatch = createDispatch({
    handlers,
    log: ports.log,
    reference: () => ports.randomId().slice(0, 8),
  });
  let work: Promise<unknown> = Promise.resolve();

  return {
    dispatch: (name, input) => {
      const reply = dispatch(name, input);
      work = Promise.allSettled([work, reply]);
      return reply;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await work;
      await session.stop();
      await ports.documents.close();
    },
  };
}
