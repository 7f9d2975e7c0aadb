// Puts many files into one ZIP, part by part: no more than one part, or one whole file, is in memory at a time.
import { Zip, type ZipInputFile } from 'fflate';
import type { FileContent } from './file-content.ts';
import { uniqueNames } from './file-name.ts';
import { fillZipFile, methodOf } from './zip-file.ts';

export interface ZipEntry {
  /** A safe name; a repeated one gets a number. */
  readonly name: string;
  /** Whole, or in parts. */
  readonly bytes: FileContent;
  /** ISO instant, kept to the second and read as UTC, so that the same entries give the same bytes in every zone. */
  readonly modifiedAt: string;
}

/** What the format can hold without its 64-bit extension. */
const MOST_ENTRIES = 65_534;
const MOST_BYTES = 0xffff_fffe;
const TOO_MUCH = 'too many documents for one ZIP file';

/**
 * The parts of a ZIP, in order. What is compressed inside, such as a PDF, is stored, and everything else deflated. An error of `entries`
 * goes to the reader, so a file that is written whole or not at all is then not written.
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
    const filename = unique(entry.name);
    const mtime = utcAsLocal(entry.modifiedAt);
    const file: ZipInputFile = { filename, mtime, compression: methodOf(filename), size: 0, crc: 0 };
    zip.add(file);
    for await (const _ of fillZipFile(
      file,
      entry.bytes instanceof Uint8Array ? [entry.bytes] : entry.bytes,
    )) {
      if (size + file.size > MOST_BYTES) throw new Error(TOO_MUCH);
      yield* ready.splice(0);
    }
    size += file.size;
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
