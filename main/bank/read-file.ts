// One bank file of any kind, read into statements; of a CSV file also how it was read, for a person to correct.
import type { CsvMapping } from '../../shared/domain/bank/csv-mapping.ts';
import type { Statement } from '../../shared/domain/bank/statement.ts';
import { readCamt } from './camt.ts';
import { type CsvExpectations, guessMapping, headerOf } from './csv/guess.ts';
import { readCsv, type UnreadRow } from './csv/read.ts';
import { csvRows } from './csv/split.ts';
import { decodeBankFile } from './decode.ts';
import { mapInTurns, type Pause, restAfter } from './in-turns.ts';
import { isOfx, readOfx } from './ofx.ts';

interface CsvFacts {
  readonly mapping: CsvMapping;
  /** Files of the same shape are read the same way. */
  readonly shape: string;
  /** Names of the columns; null where the file does not name them. */
  readonly header: readonly string[] | null;
  /** The first rows of lines, as they stand. */
  readonly rows: readonly (readonly string[])[];
  readonly unread: readonly UnreadRow[];
}

export interface BankFile {
  readonly format: 'csv' | 'ofx' | 'camt.053';
  readonly encoding: string;
  readonly statements: readonly Statement[];
  /** Null for what says itself how it is read. */
  readonly csv: CsvFacts | null;
}

type Rows = readonly (readonly string[])[];

const SHOWN_ROWS = 5;

interface CsvKnowledge {
  readonly expected: CsvExpectations;
  /** What was said of files with these columns before. */
  readonly remembered: (shape: string) => CsvMapping | null;
}

/** Refuses what is no bank file, and what ends in the middle. A file of any length holds nobody else up. */
export async function readBankFile(
  bytes: Uint8Array,
  said: CsvMapping | null,
  known: CsvKnowledge,
  pause: Pause,
): Promise<BankFile> {
  const { text, encoding } = decodeBankFile(bytes);
  await restAfter(text.length, pause);
  if (isOfx(text)) return { format: 'ofx', encoding, statements: await readOfx(text, pause), csv: null };
  if (/^\s*</.test(text))
    return { format: 'camt.053', encoding, statements: await readCamt(text, pause), csv: null };
  const guess = guessMapping(text, known.expected);
  await restAfter(text.length, pause);
  const split = (delimiter: string): Promise<Rows> =>
    mapInTurns(csvRows(text, delimiter), pause, (row) => row);
  const guessed = await split(guess.delimiter);
  const shape = csvShape(guess, headerOf(guessed, guess.firstRow));
  const remembered = known.remembered(shape);
  // What a bank writes above the lines is not always as long.
  const mapping = said ?? (remembered === null ? guess : { ...remembered, firstRow: guess.firstRow });
  const rows = mapping.delimiter === guess.delimiter ? guessed : await split(mapping.delimiter);
  const { statement, unread } = await readCsv(rows, mapping, pause);
  return {
    format: 'csv',
    encoding,
    statements: [statement],
    csv: {
      mapping,
      shape,
      header: headerOf(rows, mapping.firstRow),
      rows: rows.slice(mapping.firstRow, mapping.firstRow + SHOWN_ROWS),
      unread,
    },
  };
}

function csvShape({ delimiter, date }: CsvMapping, header: readonly string[] | null): string {
  return JSON.stringify(header === null ? [delimiter, date] : [delimiter, ...header]);
}
