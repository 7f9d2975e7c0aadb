// A file of log lines that never grows beyond its bound: when full, it becomes the previous one and a new one begins.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LineWriter } from './log.ts';

const fileName = 'quittance.log';
const previousFileName = 'quittance.previous.log';

/** Writes to `folder`, at most two files of `maximumBytes` each. A disk that refuses loses log lines, never the program. */
export function openLogFile(folder: string, maximumBytes = 4 * 1024 * 1024): LineWriter {
  const file = join(folder, fileName);
  let size = 0;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    // The first line will meet the same refusal, and be lost in the same way.
  }
  return {
    write(line) {
      const bytes = Buffer.from(line);
      try {
        if (size > 0 && size + bytes.length > maximumBytes) {
          renameSync(file, join(folder, previousFileName));
          size = 0;
        }
        appendFileSync(file, bytes, { mode: 0o600 });
        size += bytes.length;
      } catch {
        // A full or read-only disk has its own screen; it must not also stop the program through its log.
      }
    },
  };
}
