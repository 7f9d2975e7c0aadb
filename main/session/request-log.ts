// The requests to Stripe of one set of books: kept as lines in files beside them, and searched there.
import { join } from 'node:path';
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { Clock, Log } from '../ports.ts';
import type { RequestRecord } from '../stripe/record.ts';
import { type FileBounds, openRequestFiles, type RequestFiles } from './request-files.ts';
import { readLine, type RequestLine, writtenLine } from './request-line.ts';

type Input = ParsedInput<'requests.list'>;
type Row = CallOutput<'requests.list'>['rows'][number];

export interface RequestLog {
  /** A disk that refuses loses the line, never the request. */
  add(record: RequestRecord): void;
  list(input: Input): Promise<CallOutput<'requests.list'>>;
  close(): void;
}

export interface RequestLogOptions {
  /** Of the books. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Told at most once in a while, after lines were added. */
  readonly onAdded: () => void;
  readonly bounds?: FileBounds;
}

/** Some 50,000 requests of a business; a program that only asks for news takes a month or two to write as many. */
const BOUNDS: FileBounds = { fileBytes: 1024 * 1024, files: 24 };

/** A back-fill asks hundreds of times a second; nobody reads so fast. */
const TELL_EVERY_MS = 1_000;

export function openRequestLog(options: RequestLogOptions): RequestLog {
  const { folder, clock, log, onAdded, bounds = BOUNDS } = options;
  let opened: RequestFiles | null = null;
  const files = (): RequestFiles => (opened ??= openRequestFiles(join(folder, 'requests'), bounds));
  let cancel: (() => void) | null = null;
  const tell = (): void => {
    cancel = null;
    onAdded();
  };
  return {
    add(record) {
      try {
        files().append(writtenLine(record));
      } catch (error) {
        log.error('requests.not-kept', { error: error instanceof Error ? error.name : 'unknown' });
      }
      cancel ??= clock.schedule(TELL_EVERY_MS, tell);
    },
    async list(input) {
      const rows: Row[] = [];
      const start = placeOf(input.before);
      const isWanted = searchOf(input);
      for (const number of files().numbers()) {
        if (start && number > start.file) continue;
        const lines = await files().lines(number);
        const last = number === start?.file ? Math.min(start.line, lines.length) : lines.length;
        for (let index = last - 1; index >= 0; index -= 1) {
          const line = isWanted(lines[index] ?? '');
          if (line) rows.push(rowOf(line, `${number}.${index}`));
          if (rows.length === input.limit) return { rows, next: rows.at(-1)?.id ?? null };
        }
      }
      return { rows, next: null };
    },
    close() {
      cancel?.();
      cancel = null;
    },
  };
}

interface Place {
  readonly file: number;
  readonly line: number;
}

/** A row's id is where it stands: the number of its file and of its line. */
function placeOf(id: string | undefined): Place | null {
  const [, file, line] = /^(\d+)\.(\d+)$/.exec(id ?? '') ?? [];
  return file === undefined ? null : { file: Number(file), line: Number(line) };
}

/** The line, read, when it is wanted. What cannot match is not even parsed. */
function searchOf({ search, show }: Input): (text: string) => RequestLine | null {
  const wanted = (search ?? '').trim().toLowerCase();
  return (text) => {
    if (!text.toLowerCase().includes(wanted)) return null;
    const line = readLine(text);
    if (!line || !isShown(line, show)) return null;
    return wanted === '' || says(line, wanted) ? line : null;
  };
}

function isShown(line: RequestLine, show: Input['show']): boolean {
  if (show === 'errors') return line.error !== null;
  return show === 'all' || line.idempotencyKey !== null;
}

function says(line: RequestLine, wanted: string): boolean {
  const texts = [line.operation, line.requestId, line.idempotencyKey, line.error, ...line.objectIds];
  return texts.some((text) => text?.toLowerCase().includes(wanted) === true);
}

function rowOf({ time, ...line }: RequestLine, id: string): Row {
  return { ...line, id, at: Math.floor(Date.parse(time) / 1000) };
}
