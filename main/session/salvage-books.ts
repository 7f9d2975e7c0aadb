// Everything that can be read of damaged books as files of JSON lines, one per table, with a note of what is missing.
import type { ZipEntry } from '../documents/zip.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from '../store/database.ts';
import { openDatabase } from '../store/open.ts';
import { salvage } from '../store/salvage.ts';
import { booksFile, booksFolder } from './library.ts';

export interface Salvaged {
  /** Reads the books while the entries are taken; once. */
  entries(): Iterable<ZipEntry>;
  /** What was read by then. */
  found(): { readonly rows: number; readonly isWhole: boolean };
}

/** Refuses with `storage` when not even the file's first page can be read. The file is only read. */
export async function salvageBooks(
  { directory, clock }: Pick<Ports, 'directory' | 'clock'>,
  id: string,
): Promise<Salvaged> {
  const { path } = booksFile(booksFolder(directory, id));
  const found = { rows: 0, isWhole: true };
  const modifiedAt = new Date(clock.now()).toISOString();
  const entry = (name: string, text: string): ZipEntry => ({ name, bytes: Buffer.from(text), modifiedAt });
  const opened = await openDatabase(path, { readOnly: true, create: false });
  if (!opened.ok) throw new Refusal(opened.problem);
  function* read(db: Db): Generator<ZipEntry> {
    const notes: string[] = [];
    for (const { table, rows, isWhole } of salvage(db)) {
      found.rows += rows.length;
      found.isWhole &&= isWhole;
      notes.push(`${table}: ${rows.length} rows${isWhole ? '' : ', and some that cannot be read'}`);
      if (rows.length > 0)
        yield entry(`${table}.jsonl`, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
    }
    yield entry('what-was-read.txt', `${notes.join('\n')}\n`);
  }
  return {
    *entries() {
      try {
        yield* read(opened.db);
      } finally {
        opened.db.close();
      }
    },
    found: () => found,
  };
}
