// Tells listeners what changed, after the commit: the page by change events, the bookkeeper by notifications.
import type { ChangeEvent, Topic } from '../../shared/contract/events.ts';
import type { Ports } from '../ports.ts';
import type { Changes } from '../sync/changes.ts';
import { createNews, type News } from './notify.ts';
import type { OpenBooks } from './open-books.ts';

export type Listener = (event: ChangeEvent) => void;

/** Told often, and never because an event has arrived. */
const WITHOUT_NEWS: ReadonlySet<Topic> = new Set(['requests', 'outbox', 'ledger', 'backups', 'documents']);

export interface Announcer {
  /** `null` says that the books themselves, or their key, changed. */
  readonly announce: (books: OpenBooks | null, changes: Changes | null) => void;
  readonly subscribe: (listener: Listener) => () => void;
}

export function createAnnouncer({
  clock,
  notifier,
  locale,
}: Pick<Ports, 'clock' | 'notifier' | 'locale'>): Announcer {
  const listeners = new Set<Listener>();
  const startedAt = Math.floor(clock.now() / 1000);
  const newsOfBooks = new WeakMap<OpenBooks, News>();

  const newsOf = (books: OpenBooks): News => {
    const news = newsOfBooks.get(books) ?? createNews(books.db, notifier, locale, startedAt);
    newsOfBooks.set(books, news);
    return news;
  };

  return {
    announce(books, changes) {
      const events: readonly ChangeEvent[] = changes
        ? changes.events()
        : [{ kind: 'changed', topic: 'books', ids: [] }];
      if (events.some((event) => event.kind === 'changed' && event.topic === 'settings'))
        books?.forgetSettings();
      for (const event of events) for (const listener of listeners) listener(event);
      // Every waking of the synchronisation ends with word of itself, so that no event is overlooked.
      const isNews = events.some((event) => event.kind === 'changed' && !WITHOUT_NEWS.has(event.topic));
      if (books && changes && isNews) newsOf(books).tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
