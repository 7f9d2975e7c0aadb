// What handlers share: the session, the ports, and a context for use cases on the open books.
import type { CommandContext } from './invoicing/command-context.ts';
import type { IdleLock } from './locking/idle-lock.ts';
import type { Ports } from './ports.ts';
import { Refusal } from './refusal.ts';
import type { OpenBooks } from './session/open-books.ts';
import type { Session } from './session/session.ts';
import { Changes } from './sync/changes.ts';

export interface HandlerDependencies {
  readonly ports: Ports;
  readonly session: Session;
  readonly lock: IdleLock;
  readonly announce: (changes: Changes) => void;
}

/** Refuses with `no-books` while none are open. */
export function booksOf(session: Session): OpenBooks {
  if (!session.books) throw new Refusal(session.problem ?? { kind: 'no-books' });
  return session.books;
}

export function contextOf({ ports, session }: HandlerDependencies, changes: Changes): CommandContext {
  const books = booksOf(session);
  const now = (): number => Math.floor(books.clock.now() / 1000);
  return {
    db: books.db,
    now,
    timeZone: books.settings().company.timeZone,
    locale: ports.locale,
    mode: books.mode,
    hasKey: () => session.connection !== null,
    randomId: ports.randomId,
    changes,
    documents: ports.documents,
    stripeFloor: () => books.stripeTime.floor(now()),
  };
}

/** Lets others have their turn within long work; rejects when other books are opened meanwhile. */
export function pauseOf({ session }: Pick<HandlerDependencies, 'session'>): () => Promise<void> {
  const books = booksOf(session);
  return async () => {
    await new Promise<void>((resolve) => void books.clock.schedule(0, resolve));
    if (session.books !== books) throw new Refusal({ kind: 'no-books' });
  };
}

type UseCase<Input, Output> = (context: CommandContext, input: Input) => Output;

/** Makes a handler of a use case: gives it the open books, and announces what it changed once it is committed. */
export function handlerOf(
  dependencies: HandlerDependencies,
): <Input, Output>(useCase: UseCase<Input, Output>) => (input: Input) => Output {
  return (useCase) => (input) => {
    const changes = new Changes();
    const output = useCase(contextOf(dependencies, changes), input);
    if (!changes.empty) dependencies.announce(changes);
    return output;
  };
}

type LongUseCase<Input, Output> = (
  context: CommandContext,
  input: Input,
  pause: () => Promise<void>,
) => Promise<Output>;

/** The same of a use case that takes turns with others. */
export function longHandlerOf(
  dependencies: HandlerDependencies,
): <Input, Output>(useCase: LongUseCase<Input, Output>) => (input: Input) => Promise<Output> {
  return (useCase) => async (input) => {
    const changes = new Changes();
    const output = await useCase(contextOf(dependencies, changes), input, pauseOf(dependencies));
    if (!changes.empty) dependencies.announce(changes);
    return output;
  };
}
