// Reads a ZIP of ours from the disk, by its directory: each file in parts, so that one of any size can be checked.
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { piped } from './piped.ts';
import { METHOD } from './zip-file.ts';

export interface StoredFile {
  readonly name: string;
  /** Bytes of what is in it. */
  readonly size: number;
  readonly parts: () => AsyncIterable<Uint8Array>;
}

/** By PKWARE's APPNOTE, 4.3.7 to 4.3.16: sizes of the records without their texts, and their marks. */
const END = { size: 22, mark: 0x0605_4b50 };
const LISTED = { size: 46, mark: 0x0201_4b50 };
const LOCAL = { size: 30, mark: 0x0403_4b50 };
const PART = 64 * 1024;

/** Calls `read` with each file in the order of the directory. Rejects with a plain error where the ZIP is not whole. */
export async function readZip(path: string, read: (file: StoredFile) => Promise<void>): Promise<void> {
  const handle = await open(path, 'r');
  try {
    for (const listed of await directoryOf(handle)) {
      const { name, size } = listed;
      await read({ name, size, parts: () => partsOf(handle, listed) });
    }
  } finally {
    await handle.close();
  }
}

interface Listed {
  readonly name: string;
  readonly size: number;
  readonly method: number;
  /** Bytes on the disk. */
  readonly kept: number;
  /** Of the local header. */
  readonly offset: number;
}

async function directoryOf(handle: FileHandle): Promise<readonly Listed[]> {
  const { size: whole } = await handle.stat();
  const end = await bytesAt(handle, whole - END.size, END.size);
  expectMark(end, 0, END.mark);
  const directory = await bytesAt(handle, end.readUInt32LE(16), end.readUInt32LE(12));
  const files: Listed[] = [];
  for (let at = 0, left = end.readUInt16LE(10); left > 0; left -= 1) {
    expectMark(directory, at, LISTED.mark);
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place));
    const nameAt = at + LISTED.size;
    const nameEnd = nameAt + (nameLength ?? 0);
    const method = directory.readUInt16LE(at + 10);
    if (method !== METHOD.stored && method !== METHOD.deflated)
      throw new Error('a file of the ZIP is compressed in a way that is none of ours');
    files.push({
      method,
      kept: directory.readUInt32LE(at + 20),
      name: directory.toString('utf8', nameAt, nameEnd),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

async function* partsOf(
  handle: FileHandle,
  { method, size, kept, offset }: Listed,
): AsyncGenerator<Uint8Array> {
  if (method === METHOD.stored) {
    yield* partsAt(handle, offset, size);
    return;
  }
  const inflate = createInflateRaw();
  let left = size;
  for await (const part of piped(Readable.from(partsAt(handle, offset, kept)), inflate)) {
    left -= part.length;
    if (left < 0) break;
    yield part;
  }
  if (left !== 0 || inflate.bytesWritten !== kept)
    throw new Error('a file of the ZIP is not as long as its directory says');
}

async function* partsAt(handle: FileHandle, offset: number, size: number): AsyncGenerator<Uint8Array> {
  const local = await bytesAt(handle, offset, LOCAL.size);
  expectMark(local, 0, LOCAL.mark);
  const start = offset + LOCAL.size + local.readUInt16LE(26) + local.readUInt16LE(28);
  for (let done = 0; done < size; done += PART) {
    yield await bytesAt(handle, start + done, Math.min(PART, size - done));
  }
}

function expectMark(record: Buffer, at: number, mark: number): void {
  if (at + 4 > record.length || record.readUInt32LE(at) !== mark)
    throw new Error('the ZIP has no record where one must be');
}

/** As many as are asked for, or none. */
async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  if (position < 0) throw new Error('the ZIP is too short');
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('the ZIP is too short');
  return buffer;
}
