// The program over the benchmark's books, without a key: nothing is sent or fetched meanwhile.
import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from '../../main/app.ts';
import type { Ports } from '../../main/ports.ts';
import { bindAccount } from '../../main/store/account.ts';
import { Db } from '../../main/store/database.ts';
import { postAll } from './books.ts';
import { say } from './report.ts';
import { type BooksSize, LAST_DAY, makeBooks } from './make-books.ts';

const ID = 'acct_bench-test';

/** Lays out a data folder with one set of books in it, closed and posted to their end; answers how long that took. */
export function makeFolder(directory: string, size: BooksSize): ReturnType<typeof postAll> {
  const made = join(directory, 'made.db');
  const folder = join(directory, 'books', ID);
  mkdirSync(folder, { recursive: true });
  const db = makeBooks(made, size);
  bindAccount(db, {
    id: 'acct_bench',
    mode: 'test',
    name: 'Bench',
    email: '',
    country: 'DE',
    currency: 'eur',
    timeZone: 'Europe/Berlin',
  });
  const posted = postAll(db);
  db.close();
  copyFileSync(made, join(folder, 'quittance.db'));
  const entry = { id: ID, mode: 'test', name: 'Bench', lastOpenedAt: null };
  writeFileSync(join(directory, 'library.json'), JSON.stringify({ last: ID, books: [entry] }));
  return posted;
}

/** The books of such a folder, without the program. */
export function openMade(directory: string): Db {
  return new Db(new Database(join(directory, 'books', ID, 'quittance.db')));
}

export function openApp(directory: string): Promise<App> {
  return createApp(portsFor(directory));
}

function portsFor(directory: string): Ports {
  const silent = (): void => undefined;
  return {
    clock: { now: () => Date.parse(`${LAST_DAY}T12:00:00Z`), schedule: () => silent },
    randomId: randomUUID,
    directory,
    keys: {
      keeps: 'session',
      load: async () => null,
      save: async () => 'session',
      forget: async () => undefined,
    },
    files: { save: async () => ({ kind: 'canceled' }) },
    notifier: { notify: silent },
    opener: { open: async () => false },
    clipboard: { write: async () => false },
    confirmer: { confirm: async () => true },
    owner: null,
    log: { info: silent, error: (event, fields) => say(`${event} ${JSON.stringify(fields)}`) },
    documents: { pdf: async () => new Uint8Array(), svg: async () => [], close: async () => undefined },
    stripe: () => ({ options: {}, download: async () => null, close: silent }),
    isOnline: () => false,
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    version: '0.0.0',
    packaged: false,
  };
}
