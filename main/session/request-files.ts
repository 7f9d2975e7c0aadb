// The files of the request log: numbered, each of bounded size, the oldest removed, so that the whole never outgrows its bound.
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface FileBounds {
  readonly fileBytes: number;
  readonly files: number;
}

export interface RequestFiles {
  /** Throws the system's error when the disk refuses. */
  append(line: string): void;
  /** Newest first. */
  numbers(): readonly number[];
  /** The lines of one file; none when it has been removed meanwhile. */
  lines(number: number): Promise<readonly string[]>;
}

const NAME = /^requests-(\d{6,12})\.jsonl$/;

export function openRequestFiles(folder: string, bounds: FileBounds): RequestFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (number: number): string =>
    join(folder, `requests-${String(number).padStart(6, '0')}.jsonl`);
  const numbers = (): number[] =>
    readdirSync(folder)
      .flatMap((name) => NAME.exec(name)?.[1] ?? [])
      .map(Number)
      .toSorted((a, b) => b - a);

  let current = numbers()[0] ?? 1;
  let size = statSync(pathOf(current), { throwIfNoEntry: false })?.size ?? 0;
  // A power cut may have left half a line; the next one must not be joined to it.
  if (size > 0 && !endsInLineFeed(pathOf(current), size)) begin();

  function begin(): void {
    current += 1;
    size = 0;
    for (const old of numbers().slice(bounds.files - 1)) rmSync(pathOf(old), { force: true });
  }

  return {
    append(line) {
      const bytes = Buffer.from(line);
      if (size > 0 && size + bytes.length > bounds.fileBytes) begin();
      appendFileSync(pathOf(current), bytes, { mode: 0o600 });
      size += bytes.length;
    },
    numbers,
    async lines(number) {
      try {
        const text = await readFile(pathOf(number), 'utf8');
        return text.split('\n').slice(0, -1);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
        throw error;
      }
    },
  };
}

function endsInLineFeed(path: string, size: number): boolean {
  const file = openSync(path, 'r');
  try {
    const last = Buffer.alloc(1);
    readSync(file, last, 0, 1, size - 1);
    return last[0] === 0x0a;
  } finally {
    closeSync(file);
  }
}
