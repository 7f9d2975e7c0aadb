// The backups of the open books, or of those that could not be opened: which there are, how they stand, and books made of one.
import { join } from 'node:path';
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { NAMED_DRAFTS } from '../../shared/contract/backups.ts';
import { type BackupFile, listBackups } from '../backups/list.ts';
import { makeBackup } from '../backups/make.ts';
import { createPlaces, type Places } from '../backups/place.ts';
import { makeRestoredFile } from '../backups/restore.ts';
import type { BackupPorts, Ports } from '../ports.ts';
import { notFound, Refusal, wrongState } from '../refusal.ts';
import type { Db } from '../store/database.ts';
import { lossSince } from '../store/loss.ts';
import type { OpenOptions } from '../store/open.ts';
import { damagedBooks } from '../store/sqlite-error.ts';
import { readRestored } from '../store/restored.ts';
import { toEraseAgain } from './erase-again.ts';
import { type BooksFile, booksFile, booksFolder } from './library.ts';
import type { OpenBooks } from './open-books.ts';
import type { Session } from './session.ts';

type BooksPorts = Pick<Ports, 'directory' | 'backups' | 'clock' | 'timeZone'>;

/** A backup a day, and some days of being away. */
const OLD_SECONDS = 3 * 86_400;

/** Refuses with `wrong-state` where this host keeps none. */
export function backupPorts({ backups }: BooksPorts): BackupPorts {
  if (backups === undefined) throw wrongState('no-backups', 'Backups are not made here.');
  return backups;
}

export function placesOf(ports: BooksPorts): Places {
  return createPlaces(ports.directory, ports.backups?.folder ?? null);
}

/** The books that a person means: the open ones, or those that could not be opened. Refuses with `no-books`. */
export function meantBooks({ books, problemBooksId }: Session): string {
  const id = books?.id ?? problemBooksId;
  if (id === null) throw new Refusal({ kind: 'no-books' });
  return id;
}

export function backupsOf(ports: BooksPorts, booksId: string): Promise<readonly BackupFile[]> {
  const folder = booksFolder(ports.directory, booksId);
  return listBackups({
    backups: placesOf(ports).all(booksId),
    books: folder,
    current: booksFile(folder).name,
  });
}

async function findBackup(ports: BooksPorts, booksId: string, id: string): Promise<BackupFile> {
  const backup = (await backupsOf(ports, booksId)).find((known) => known.id === id);
  if (!backup) throw notFound('backup');
  return backup;
}

/** Makes a file of restored books beside the ones of now, which nothing happens to; answers its name. */
export async function fileFromBackup(ports: BooksPorts, session: Session, id: string): Promise<string> {
  const booksId = meantBooks(session);
  const backup = await findBackup(ports, booksId, id);
  return makeRestoredFile({
    backup,
    erase: toEraseAgain(session.books?.db ?? null, backup.at),
    folder: booksFolder(ports.directory, booksId),
    at: Math.floor(ports.clock.now() / 1000),
    check: backupPorts(ports).check,
  });
}

/** How the file of books is opened: nothing is made in the place of one that must be there, and nothing changed before it is copied. */
export function howToOpen(
  ports: BooksPorts,
  booksId: string,
  { mustExist }: BooksFile,
  readOnly: boolean,
): OpenOptions {
  const options = { readOnly, create: !mustExist };
  const { backups } = ports;
  return backups === undefined
    ? options
    : { ...options, beforeMigrating: copyBeforeMigrating(ports, backups, booksId) };
}

/** Copies books of an earlier program before this one changes them; into the data folder, which is there in any case. */
function copyBeforeMigrating(
  { clock, directory, timeZone }: BooksPorts,
  backups: BackupPorts,
  booksId: string,
): (db: Db) => Promise<void> {
  return async (db) => {
    const made = await makeBackup({
      db,
      place: { chosen: null, folder: join(directory, 'backups', booksId) },
      kind: 'before-update',
      at: Math.floor(clock.now() / 1000),
      timeZone,
      check: backups.check,
      goOn: () => true,
    });
    if (!made.ok) throw new Refusal(made.check.why === 'storage' ? made.check.problem : damagedBooks());
  };
}

export async function backupStatus(
  ports: BooksPorts,
  session: Session,
): Promise<CallOutput<'backups.status'>> {
  const id = meantBooks(session);
  const keeper = session.books?.backups ?? null;
  const place = placesOf(ports).current(id);
  const last = (await backupsOf(ports, id)).find(({ kind }) => kind !== 'replaced');
  const now = Math.floor(ports.clock.now() / 1000);
  return {
    isKept: keeper !== null,
    isRunning: keeper?.isRunning ?? false,
    place: { chosen: place.chosen, canChoose: (ports.backups?.chooseFolder ?? null) !== null },
    last: last ? { at: last.at, bytes: last.bytes } : null,
    isOld: keeper !== null && last !== undefined && now - last.at > OLD_SECONDS,
    failure: keeper?.failure ?? null,
    restored: session.books && restoredOf(session.books),
  };
}

function restoredOf({ db, isReadOnly }: OpenBooks): CallOutput<'backups.status'>['restored'] {
  const restored = isReadOnly ? null : readRestored(db);
  if (restored === null) return null;
  const { at, madeAt, settledAt, suspects } = restored;
  return { at, madeAt, settledAt, unsure: suspects.length };
}

export async function backupLoss(
  ports: BooksPorts,
  session: Session,
  { id }: ParsedInput<'backups.loss'>,
): Promise<CallOutput<'backups.loss'>> {
  const backup = await findBackup(ports, meantBooks(session), id);
  const { books } = session;
  if (!books || books.isReadOnly)
    return { isKnown: false, drafts: [], draftCount: 0, waiting: 0, closings: 0 };
  const loss = lossSince(books.db, backup.at, NAMED_DRAFTS);
  return { isKnown: true, ...loss, drafts: [...loss.drafts] };
}
