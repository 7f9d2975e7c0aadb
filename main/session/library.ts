// Which books this computer has: one folder each below the data folder, and a small file that remembers the last one.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BooksMode } from '../../shared/contract/session.ts';
import { notFound, Refusal } from '../refusal.ts';
import { damagedBooks } from '../store/sqlite-error.ts';
import { writeFileAtomically } from '../documents/write-file.ts';

const Entry = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,120}$/),
  mode: BooksMode,
  name: z.string(),
  lastOpenedAt: z.int().nullable(),
});
export type LibraryEntry = z.infer<typeof Entry>;

const Library = z.object({ last: z.string().nullable(), books: z.array(Entry) });
type Library = z.infer<typeof Library>;

const EMPTY: Library = { last: null, books: [] };

export const SAMPLE_ID = 'sample';

/** The folder of books, made when it is missing; `id` names an account and mode, never a path. */
export function booksFolder(directory: string, id: string): string {
  const folder = join(directory, 'books', Entry.shape.id.parse(id));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** The file's name in the folder of books that were never restored. */
export const FIRST_FILE = 'quittance.db';

/** Names the file of the books when it is not the first one; a restore changes it, and that is all that makes a restore happen. */
const POINTER = 'current.json';

const Pointer = z.object({ file: z.string().regex(/^quittance-restored-\w+\.db$/) });

/** The file of the books in their folder. */
export interface BooksFile {
  readonly name: string;
  readonly path: string;
  /** Whether it must be there already: only a folder without any books gets new ones. */
  readonly mustExist: boolean;
}

/** Throws `Refusal` when the pointer cannot be read: the first file would be another state of the books. */
export function booksFile(folder: string): BooksFile {
  const pointer = join(folder, POINTER);
  if (!existsSync(pointer)) return { name: FIRST_FILE, path: join(folder, FIRST_FILE), mustExist: false };
  const { file } = readPointer(pointer);
  return { name: file, path: join(folder, file), mustExist: true };
}

/** From now on the books are in this file of the folder. */
export async function pointTo(folder: string, file: string): Promise<void> {
  await writeFileAtomically(join(folder, POINTER), Buffer.from(JSON.stringify(Pointer.parse({ file }))));
}

function readPointer(path: string): z.infer<typeof Pointer> {
  try {
    return Pointer.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw new Refusal(damagedBooks());
    throw error;
  }
}

/** Unreadable or missing: nothing is known; the books themselves are untouched. */
export function readLibrary(directory: string): Library {
  const path = join(directory, 'library.json');
  if (!existsSync(path)) return EMPTY;
  try {
    return Library.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return EMPTY;
    throw error;
  }
}

/** An id is a name among those that the program has given, and becomes no path by being asked for. Refuses any other. */
export function refuseUnknownBooks(directory: string, id: string): void {
  if (!readLibrary(directory).books.some((entry) => entry.id === id)) throw notFound('books');
}

/** Remembers that these books were opened; `last` null forgets which were open. */
export async function rememberBooks(directory: string, entry: LibraryEntry | null): Promise<void> {
  const { books } = readLibrary(directory);
  const next: Library = {
    last: entry?.id ?? null,
    books: entry === null ? books : [entry, ...books.filter(({ id }) => id !== entry.id)],
  };
  await writeFileAtomically(join(directory, 'library.json'), Buffer.from(JSON.stringify(next, null, 2)));
}
