// Where backups go: the folder that the person chose, else one of our own in the data folder. The choice is kept outside the books, which may be damaged.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../documents/write-file.ts';

const Chosen = z.object({ folder: z.string().min(1) });

/** Made below the chosen folder, so that it may hold other things as well. */
const OWN_NAME = 'Quittance backups';

export interface BackupPlace {
  /** As the person knows it; null while nothing was chosen and they lie in the data folder. */
  readonly chosen: string | null;
  /** The folder for one set of books. */
  readonly folder: string;
}

export interface Places {
  /** Where the next backup goes. */
  current(booksId: string): BackupPlace;
  /** Every folder that may hold backups of these books. */
  all(booksId: string): readonly string[];
  /** Null goes back to the data folder. */
  choose(folder: string | null): Promise<void>;
}

/** A chosen folder that is not there: on a disk that is not connected, say. */
export class PlaceGone extends Error {
  override readonly name = 'PlaceGone';
}

/** `given` is the folder that the program was started with, before which no choice counts. */
export function createPlaces(directory: string, given: string | null): Places {
  const file = join(directory, 'backups.json');
  const chosen = (): string | null => given ?? readChoice(file);
  const own = (booksId: string): string => join(directory, 'backups', booksId);
  const below = (folder: string, booksId: string): string => join(folder, OWN_NAME, booksId);
  return {
    current(booksId) {
      const folder = chosen();
      return { chosen: folder, folder: folder === null ? own(booksId) : below(folder, booksId) };
    },
    all(booksId) {
      const folder = chosen();
      return folder === null ? [own(booksId)] : [below(folder, booksId), own(booksId)];
    },
    async choose(folder) {
      const text = folder === null ? '{}' : JSON.stringify({ folder });
      await writeFileAtomically(file, Buffer.from(text), 0o600);
    },
  };
}

/** Makes the folder below a chosen one, but never the chosen one itself. Throws `PlaceGone`, or the system's error. */
export async function makePlace({ chosen, folder }: BackupPlace): Promise<void> {
  if (chosen !== null && !existsSync(chosen)) throw new PlaceGone();
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

function readChoice(file: string): string | null {
  if (!existsSync(file)) return null;
  try {
    return Chosen.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data?.folder ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
