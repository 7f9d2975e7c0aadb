// Puts many files into one ZIP, part by part: no more than one part, or one whole file, is in memory at a time.
import { Zip, ZipPassThrough } from 'fflate';
import type { FileContent } from './file-content.ts';
import { uniqueNames } from './file-name.ts';

export interface ZipEntry {
  /** A safe name; a repeated one gets a number. */
  readonly name: string;
  /** Whole, or in parts. */
  readonly bytes: FileContent;
  /** ISO instant, kept to the second and read as UTC, so that the same entries give the same bytes everywhere. */
  readonly modifiedAt: string;
}

/** What the format can hold without its 64-bit extension. */
const MOST_ENTRIES = 65_534;
const MOST_BYTES = 0xffff_fffe;
const TOO_MUCH = 'too many documents for one ZIP file';

/**
 * The parts of a ZIP, in order. Entries are stored, not compressed: PDFs are compressed inside. An error of `entries` goes to the reader,
 * so a file that is written whole or not at all is then not written.
 */
export async function* zipParts(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    ready.push(part);
  });
  const unique = uniqueNames();
  let count = 0;
  let size = 0;
  for await (const entry of entries) {
    count += 1;
    if (count > MOST_ENTRIES) throw new Error(TOO_MUCH);
    const file = new ZipPassThrough(unique(entry.name));
    file.mtime = utcAsLocal(entry.modifiedAt);
    zip.add(file);
    for await (const part of entry.bytes instanceof Uint8Array ? [entry.bytes] : entry.bytes) {
      size += part.length;
      if (size > MOST_BYTES) throw new Error(TOO_MUCH);
      file.push(part);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** The format keeps local time; this gives the date whose local time reads as the instant does in UTC. Years before 1980 cannot be kept. */
function utcAsLocal(instant: string): Date {
  const at = new Date(instant);
  return new Date(
    Math.max(at.getUTCFullYear(), 1980),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  );
}
