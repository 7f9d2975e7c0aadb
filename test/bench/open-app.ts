// The program over the benchmark's books, without a key: nothing is sent or fetched meanwhile.
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from '../../main/app.ts';
import type { Ports } from '../../main/ports.ts';
import { bindAccount } from '../../main/store/account.ts';
import { say } from './report.ts';
import { type BooksSize, LAST_DAY, makeBooks } from './make-books.ts';

const ID = 'acct_bench-test';

/** Lays out a data folder with one set of books in it, closed. */
export function makeFolder(directory: string, size: BooksSize): void {
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
  copyFileSync(made, join(folder, 'quittance.db'));
  const entry = { id: ID, mode: 'test', name: 'Bench', lastOpenedAt: null };
  writeFileSync(join(directory, 'library.json'), JSON.stringify({ last: ID, books: [entry] }));
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
