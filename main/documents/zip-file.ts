// One file of a ZIP as fflate takes it: stored where it is compressed inside, else deflated by Node, beside this thread.
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { ZipInputFile } from 'fflate';
import { piped } from './piped.ts';

/** By PKWARE's APPNOTE, 4.4.5. */
export const METHOD = { stored: 0, deflated: 8 } as const;

/** Formats that another compression makes no smaller. */
const COMPRESSED_INSIDE = /\.(?:pdf|xlsx|zip|png|jpe?g)$/i;

export function methodOf(name: string): number {
  return COMPRESSED_INSIDE.test(name) ? METHOD.stored : METHOD.deflated;
}

/**
 * Gives the parts to a file that was added to a ZIP, and the end. Resolves between parts whenever something was written, so that what
 * is ready can be taken: no more is in memory than a part and what the compression holds back. Rejects with an error of the parts.
 */
export async function* fillZipFile(
  file: ZipInputFile,
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<void> {
  const counted = measured(file, parts);
  const written =
    file.compression === METHOD.stored ? counted : piped(Readable.from(counted), createDeflateRaw());
  for await (const part of written) {
    // A copy, as fflate takes only memory that no other thread can have.
    file.ondata?.(null, new Uint8Array(part), false);
    yield;
  }
  file.ondata?.(null, new Uint8Array(), true);
  yield;
}

/** The format wants the size and the CRC of what went in. */
async function* measured(
  file: ZipInputFile,
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    file.size += part.length;
    file.crc = crc32(part, file.crc);
    yield part;
  }
}
