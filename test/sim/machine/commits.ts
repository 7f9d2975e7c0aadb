// Sees every commit of a machine's books, and can let the machine die or its disk refuse there: the store itself knows nothing of it.
import { basename, dirname } from 'node:path';
import { Db } from '../../../main/store/database.ts';

/** Thrown in the middle of a program that has died; nothing of it may touch its books any more. */
export class Died extends Error {
  override readonly name = 'Died';
}

export interface CommitWatch {
  /** Throws when nothing may be read or written any more. */
  touch(): void;
  /** Before the program's first look into books that it has opened. */
  opened(db: Db): void;
  /** Before anything of the transaction is written; throws to keep it from happening. */
  before(): void;
  /** After the commit. */
  after(db: Db): void;
}

interface Watched {
  readonly watch: CommitWatch;
  /** As the program has it open. */
  db: Db | null;
}

/** By the folder of the books: whose they are that are opened there from now on. */
const current = new Map<string, Watched>();
/** Books stay those of the program that opened them, though another one may have followed it. */
const watchOfDb = new WeakMap<Db, CommitWatch>();

export function watchCommits(folder: string, watch: CommitWatch): void {
  current.set(folder, { watch, db: null });
}

/** Ends the connection of a program that has died, as the operating system does. */
export function closeWatched(folder: string): void {
  watchedDb(folder)?.close();
  current.delete(folder);
}

/** As the program has it open; null when it has not. */
export function watchedDb(folder: string): Db | null {
  const db = current.get(folder)?.db ?? null;
  return db?.connection.open === true ? db : null;
}

function watchOf(db: Db): CommitWatch | undefined {
  const known = watchOfDb.get(db);
  const watched = known ? undefined : current.get(folderOf(db));
  // Whoever looks at the open books through another door is no program.
  if (!watched || watched.db?.connection === db.connection) return known;
  watched.db = db;
  watchOfDb.set(db, watched.watch);
  watched.watch.opened(db);
  return watched.watch;
}

const BOOKS = /^quittance(?:-restored-\w+)?\.db$/;

/** Empty for a file that is not the books of a machine, such as a copy that is being made. */
function folderOf({ connection: { name } }: Db): string {
  return BOOKS.test(basename(name)) ? dirname(name) : '';
}

let watching = false;

/** Once in a process; databases that nobody watches are as they were. */
export function watchAllCommits(): void {
  if (watching) return;
  watching = true;
  const read: Around = (db, go) => {
    watchOf(db)?.touch();
    return go();
  };
  const write: Around = (db, go) => (db.inTransaction ? go() : committed(db, go));
  around('all', read);
  around('get', read);
  around('run', write);
  around('transaction', write);
}

type Around = (db: Db, go: () => unknown) => unknown;

function around(method: 'all' | 'get' | 'run' | 'transaction', wrap: Around): void {
  const plain: unknown = Reflect.get(Db.prototype, method);
  if (typeof plain !== 'function') throw new Error(`The books have no ${method}`);
  Reflect.set(Db.prototype, method, function wrapped(this: Db, ...given: unknown[]): unknown {
    return wrap(this, () => Reflect.apply(plain, this, given));
  });
}

function committed<Value>(db: Db, write: () => Value): Value {
  const watch = watchOf(db);
  watch?.touch();
  watch?.before();
  const value = write();
  watch?.after(db);
  return value;
}
