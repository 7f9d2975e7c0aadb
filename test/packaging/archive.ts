// Reads what an asar archive holds, as a list and file by file.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Entry = z.union([
  z.object({ files: z.record(z.string(), z.unknown()) }),
  z.object({ size: z.number(), offset: z.string().optional(), unpacked: z.boolean().optional() }),
]);

export interface ArchivedFile {
  /** Below the archive's top, with slashes. */
  readonly path: string;
  /** It lies beside the archive, where the system can load it. */
  readonly unpacked: boolean;
  /** Empty when it is unpacked. */
  readonly bytes: Buffer;
}

/** The format: a length, the header's size at 4, the header's text size at 12 and the text as JSON; then the files' bytes. */
export function readArchive(file: string): readonly ArchivedFile[] {
  const archive = readFileSync(file);
  const headerSize = archive.readUInt32LE(4);
  const text = archive.subarray(16, 16 + archive.readUInt32LE(12)).toString('utf8');
  return filesOf(JSON.parse(text), '', archive.subarray(8 + headerSize));
}

function filesOf(value: unknown, path: string, body: Buffer): readonly ArchivedFile[] {
  const entry = Entry.parse(value);
  if ('files' in entry) {
    return Object.entries(entry.files).flatMap(([name, child]) =>
      filesOf(child, path === '' ? name : `${path}/${name}`, body),
    );
  }
  const start = Number(entry.offset ?? 0);
  const unpacked = entry.unpacked === true;
  return [{ path, unpacked, bytes: unpacked ? Buffer.alloc(0) : body.subarray(start, start + entry.size) }];
}
