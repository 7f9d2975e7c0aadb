// The program over the benchmark's books, without a key: nothing is sent or fetched meanwhile.
import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from '../../main/app.ts';
import { systemClock } from '../../main/hosts/common/system.ts';
import type { Clock, FileSaver, Ports } from '../../main/ports.ts';
import { bindAccount } from '../../main/store/account.ts';
import { Db } from '../../main/store/database.ts';
import { openDatabase } from '../../main/store/open.ts';
import { type Posted, postAll } from './books.ts';
import { say } from './report.ts';
import { type BooksSize, LAST_DAY, makeBooks } from './make-books.ts';

const ID = 'acct_bench-test';

/** Lays out a data folder with one set of books in it, posted to their end as durably as the program does it; answers how long that took. */
export async function makeFolder(directory: string, size: BooksSize): Promise<Posted> {
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
  db.close();
  const opened = await openDatabase(made);
  if (!opened.ok) throw new Error(opened.problem.message);
  const posted = await postAll(opened.db);
  opened.db.close();
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

/** Takes a file part by part, as a host does, and keeps nothing of it. */
const nowhere: FileSaver = {
  async save(_name, _type, produce) {
    const content = await produce();
    if (content instanceof Uint8Array) return { kind: 'canceled' };
    for await (const _part of content) await new Promise<void>((resolve) => void setImmediate(resolve));
    return { kind: 'canceled' };
  },
};

function portsFor(directory: string): Ports {
  const silent = (): void => undefined;
  // Breaks are taken; what waits for a time of day never comes.
  const schedule: Clock['schedule'] = (delayMs, task) =>
    delayMs > 0 ? silent : systemClock.schedule(delayMs, task);
  return {
    clock: { now: () => Date.parse(`${LAST_DAY}T12:00:00Z`), schedule },
    randomId: randomUUID,
    directory,
    keys: {
      keeps: 'session',
      load: async () => null,
      save: async () => 'session',
      forget: async () => undefined,
    },
    files: nowhere,
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
