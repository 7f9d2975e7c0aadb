// Which books this computer has: one folder each below the data folder, and a small file that remembers the last one.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BooksMode } from '../../shared/contract/session.ts';
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

export function databasePath(folder: string): string {
  return join(folder, 'quittance.db');
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

/** Remembers that these books were opened; `last` null forgets which were open. */
export async function rememberBooks(directory: string, entry: LibraryEntry | null): Promise<void> {
  const { books } = readLibrary(directory);
  const next: Library = {
    last: entry?.id ?? null,
    books: entry === null ? books : [entry, ...books.filter(({ id }) => id !== entry.id)],
  };
  await writeFileAtomically(join(directory, 'library.json'), Buffer.from(JSON.stringify(next, null, 2)));
}
