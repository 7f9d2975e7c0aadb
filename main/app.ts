// The application, whole: joins the parts behind one door. Hosts put it in front of a page.
import type { ChangeEvent } from '../shared/contract/events.ts';
import type { Result } from '../shared/contract/errors.ts';
import { createDispatch } from './dispatch.ts';
import { createHandlers } from './handlers.ts';
import { IdleLock } from './locking/idle-lock.ts';
import type { Ports } from './ports.ts';
import { createAnnouncer } from './session/announcer.ts';
import { Session } from './session/session.ts';

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
  const announcer = createAnnouncer(ports);
  const session = new Session(ports, (changes) => {
    announcer.announce(session.books, changes);
    session.books?.bookkeeping.wake();
  });
  const lock = new IdleLock(ports, () => announcer.announce(session.books, null));
  await session.start();
  const handlers = createHandlers({
    ports,
    session,
    lock,
    announce: (changes) => {
      announcer.announce(session.books, changes);
      session.connection?.outbox.wake();
    },
  });
  const dispatch = createDispatch({
    handlers,
    refuse: (name) => lock.refusal(name),
    log: ports.log,
    reference: () => ports.randomId().slice(0, 8),
  });
  const unanswered = new Set<Promise<unknown>>();
  return {
    dispatch: (name, input) => {
      const reply = dispatch(name, input);
      unanswered.add(reply);
      void reply.finally(() => unanswered.delete(reply));
      return reply;
    },
    subscribe: announcer.subscribe,
    close: async () => {
      await Promise.all(unanswered);
      lock.stop();
      await session.stop();
      await ports.documents.close();
    },
  };
}
