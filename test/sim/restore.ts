// Backups of a machine's books and books made of one, by the program's own hand: verified copies, marked, and never over the old file.
import { type BackupFile, backupsIn } from '../../main/backups/list.ts';
import { checkCopy } from '../../main/backups/check-copy.ts';
import { makeBackup } from '../../main/backups/make.ts';
import { makeRestoredFile } from '../../main/backups/restore.ts';
import { toEraseAgain } from '../../main/session/erase-again.ts';
import { pointTo } from '../../main/session/library.ts';
import type { AcceptedWork } from './check/books.ts';
import type { Machine } from './machine/machine.ts';
import type { Person } from './person.ts';
import type { Site } from './site.ts';

export interface Kept {
  readonly file: BackupFile;
  /** What had been promised when it was made. */
  readonly accepted: readonly AcceptedWork[];
}

const TIME_ZONE = 'Europe/Berlin';

/** Null when there are no open books to be copied. Nothing else happens meanwhile: time stands still. */
export async function makeKept({ machine, person }: Site): Promise<Kept | null> {
  const { db } = machine;
  if (!machine.isReady || !db) return null;
  const { accepted } = person;
  const at = secondsOf(machine);
  const place = { chosen: null, folder: machine.backupsFolder };
  const made = await makeBackup({
    db,
    place,
    kind: 'regular',
    at,
    timeZone: TIME_ZONE,
    check: checkCopy,
    goOn: () => true,
  });
  if (!made.ok) throw new Error(`The backup does not pass its check: ${JSON.stringify(made.check)}`);
  const file = (await backupsIn(place.folder, '')).find((backup) => backup.at === at);
  return file ? { file, accepted } : null;
}

/** Makes the file of restored books beside the ones of now; what it answers puts it in their place once the program is closed. */
export async function restoredFrom({ machine, person }: Site, kept: Kept): Promise<() => Promise<void>> {
  const name = await makeRestoredFile({
    backup: kept.file,
    folder: machine.booksFolder,
    at: secondsOf(machine),
    check: checkCopy,
    erase: toEraseAgain(machine.db, kept.file.at),
  });
  return () => takeOver(machine, person, kept, name);
}

async function takeOver(machine: Machine, person: Person, { accepted }: Kept, name: string): Promise<void> {
  await pointTo(machine.booksFolder, name);
  person.accepted = accepted;
}

function secondsOf({ now }: Machine): number {
  return Math.floor(now / 1000);
}
