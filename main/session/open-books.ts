// One set of books while it is open: its database, its way to Stripe, its outbox and its synchronisation.
import type { BooksMode } from '../../shared/contract/session.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { type BackupKeeper, createBackupKeeper } from '../backups/keeper.ts';
import { createPlaces } from '../backups/place.ts';
import { type Bookkeeping, createBookkeeping } from '../books/bookkeeping.ts';
import { OutboxWorker } from '../outbox/worker.ts';
import type { Clock, Ports, StripeTransport } from '../ports.ts';
import type { AccountFacts } from '../store/account.ts';
import type { Db } from '../store/database.ts';
import { noteSettled } from '../store/restored.ts';
import { readSettings } from '../store/settings.ts';
import { createGateway } from '../stripe/gateway.ts';
import type { Gateway } from '../stripe/request.ts';
import { Changes } from '../sync/changes.ts';
import { quickDayOf } from '../sync/days.ts';
import { createSync, type Sync } from '../sync/scheduler.ts';
import type { RequestLog } from './request-log.ts';
import { PdfKeeper } from './stripe-pdf.ts';
import { createStripeTime, type StripeTime } from './stripe-time.ts';

export interface BooksParts {
  readonly id: string;
  readonly mode: BooksMode;
  readonly db: Db;
  readonly account: AccountFacts;
  readonly transport: StripeTransport;
  readonly requests: RequestLog;
  /** Damaged books, opened to be looked at. */
  readonly isReadOnly: boolean;
}

/** What needs a key: absent while the books are open without one. */
export interface Connection {
  readonly gateway: Gateway;
  readonly outbox: OutboxWorker;
  readonly sync: Sync;
  stop(): Promise<void>;
}

export interface OpenBooks extends BooksParts {
  /** The time in these books: in the sample books it can be ahead of this computer's. */
  readonly clock: Clock;
  readonly stripeTime: StripeTime;
  readonly bookkeeping: Bookkeeping;
  /** Null where none are made. */
  readonly backups: BackupKeeper | null;
  /** Cached; `forgetSettings` after a change. */
  settings(): Settings;
  forgetSettings(): void;
}

/** `announce` hears what the books do by themselves. */
export function openBooks(
  parts: BooksParts,
  ports: Pick<Ports, 'clock' | 'log' | 'directory' | 'backups'>,
  announce: (changes: Changes) => void,
): OpenBooks {
  const { clock, log } = ports;
  const { db } = parts;
  const tell = (topic: 'ledger' | 'backups'): void => {
    const changes = new Changes();
    changes.add(topic);
    announce(changes);
  };
  let settings: Settings | null = null;
  const readOnce = (): Settings => (settings ??= readSettings(db));
  const ownClock = clockOf(parts.transport, clock);
  const bookkeeping = createBookkeeping({
    db,
    clock: ownClock,
    log,
    dayOf: (at) => quickDayOf(at, readOnce().company.timeZone),
    onChange: () => tell('ledger'),
  });
  const backups = keeperOf(parts, ports, {
    timeZone: () => readOnce().company.timeZone,
    onChange: () => tell('backups'),
  });
  return {
    ...parts,
    clock: ownClock,
    stripeTime: createStripeTime(db),
    bookkeeping,
    backups,
    settings: readOnce,
    forgetSettings: () => {
      settings = null;
    },
  };
}

function keeperOf(
  { id, db, isReadOnly }: BooksParts,
  { clock, log, directory, backups }: Pick<Ports, 'clock' | 'log' | 'directory' | 'backups'>,
  rest: { readonly timeZone: () => string; readonly onChange: () => void },
): BackupKeeper | null {
  if (backups === undefined || isReadOnly) return null;
  const places = createPlaces(directory, backups.folder);
  return createBackupKeeper({
    ...rest,
    db,
    clock,
    log,
    place: () => places.current(id),
    check: backups.check,
  });
}

function clockOf({ practice }: StripeTransport, clock: Clock): Clock {
  if (practice === undefined) return clock;
  return { now: () => clock.now() + practice.aheadMs(), schedule: clock.schedule.bind(clock) };
}

export interface ConnectOptions {
  readonly ports: Ports;
  readonly books: OpenBooks;
  readonly key: string;
  readonly announce: (changes: Changes) => void;
  readonly onKeyRefused: () => void;
}

/** Starts outbox and synchronisation over one key. */
export function connect({ ports, books, key, announce, onKeyRefused }: ConnectOptions): Connection {
  const { log } = ports;
  const { db, clock } = books;
  const timeZone = (): string => books.settings().company.timeZone;
  const gateway = books.stripeTime.watch(
    createGateway({
      apiKey: key,
      transport: books.transport.options,
      now: () => clock.now(),
      observe: (record) => books.requests.add(record),
    }),
  );
  const now = (): number => Math.floor(clock.now() / 1000);
  const pdfs = new PdfKeeper({ db, gateway, transport: books.transport, now, log, announce });
  const common = { db, gateway, clock, log, random: () => chance(ports.randomId()), timeZone, onKeyRefused };
  const sync = createSync({
    ...common,
    announce: (changes) => {
      announce(changes);
      pdfs.look();
    },
    onReached: () => outbox.wake(true),
    onRested: (reached) => {
      if (!noteSettled(db, reached, now())) return;
      outbox.wake(true);
      sync.compare();
      prove(books, announce);
    },
    pace: books.mode === 'sample' ? 'sample' : 'normal',
  });
  const outbox = new OutboxWorker({
    ...common,
    announce,
    onAnswered: () => sync.soon(),
    // It says on screen how the connection stands, and tells when it is back.
    onUnreachable: () => sync.soon(),
  });
  sync.start();
  outbox.wake();
  return {
    gateway,
    outbox,
    sync,
    stop: async () => {
      await Promise.all([outbox.stop(), sync.stop()]);
      await pdfs.stop();
    },
  };
}

/** Restored books know all that happened since: what was waiting in the backup is looked up, and everything proved. */
function prove({ bookkeeping }: OpenBooks, announce: ConnectOptions['announce']): void {
  bookkeeping.verify();
  const changes = new Changes();
  changes.add('backups');
  announce(changes);
}

/** 0 to 1, from the first 32 bits of a random id: the ports have one source of chance. */
function chance(randomId: string): number {
  return Number.parseInt(randomId.slice(0, 8), 16) / 2 ** 32;
}
