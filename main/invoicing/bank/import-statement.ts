// Reading a bank file: what it would bring, and taking its new lines in. The same file again brings nothing.
import { CsvMapping as CsvMappingSchema } from '../../../shared/contract/bank.ts';
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import type { CsvMapping } from '../../../shared/domain/bank/csv-mapping.ts';
import { type Statement, unexplained } from '../../../shared/domain/bank/statement.ts';
import { badFile } from '../../bank/bad-file.ts';
import { type BankFile, readBankFile } from '../../bank/read-file.ts';
import {
  addBankStatement,
  bankAccounts,
  countLookalikes,
  csvMappingText,
  keepCsvMapping,
  knownIdentities,
} from '../../store/bank-statements.ts';
import { once } from '../../store/commands.ts';
import type { Db } from '../../store/database.ts';
import { readSettings } from '../../store/settings.ts';
import type { UseContext } from '../context.ts';
import { type IdentifiedLine, identified } from './identity.ts';
import { reconciliation, wordsOf } from './reconciliation.ts';

type FileInput = ParsedInput<'bank.preview'>;

const MOST_BYTES = 10_000_000;
/** What is called so in the file's stead; an account of nobody's else. */
const UNNAMED = 'Bank account';
const SHOWN = 6;

function readFile({ db, locale }: UseContext, { file, mapping }: FileInput): BankFile {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(file.base64)) throw badFile('The file could not be read.');
  const bytes = Buffer.from(file.base64, 'base64');
  if (bytes.length > MOST_BYTES)
    throw badFile('The file is larger than 10 MB: ask your bank for a shorter period.');
  return readBankFile(bytes, mapping, {
    expected: {
      currency: readSettings(db).invoicing.defaultCurrency,
      account: bankAccounts(db)[0] ?? UNNAMED,
      dateOrder: /^en-US/i.test(locale) ? 'mdy' : 'dmy',
    },
    remembered: (shape) => rememberedMapping(db, shape),
  });
}

/** A mapping of an earlier version that no longer fits counts as none. */
function rememberedMapping(db: Db, shape: string): CsvMapping | null {
  const text = csvMappingText(db, shape);
  return text === undefined ? null : (CsvMappingSchema.safeParse(JSON.parse(text)).data ?? null);
}

interface Fresh {
  readonly account: string;
  readonly fresh: readonly IdentifiedLine[];
  readonly known: number;
}

function freshLines(db: Db, statement: Statement): Fresh {
  const account = statement.account === '' ? UNNAMED : statement.account;
  const lines = identified(statement.lines);
  const known = knownIdentities(
    db,
    account,
    lines.map(({ identity }) => identity),
  );
  const fresh = lines.filter(({ identity }) => !known.has(identity));
  return { account, fresh, known: lines.length - fresh.length };
}

export function previewStatement(context: UseContext, input: FileInput): CallOutput<'bank.preview'> {
  const { format, encoding, statements, csv } = readFile(context, input);
  return {
    format,
    encoding,
    statements: statements.map((statement) => previewOf(context.db, format, statement)),
    csv:
      csv === null
        ? null
        : {
            mapping: { ...csv.mapping, texts: [...csv.mapping.texts] },
            header: csv.header === null ? null : [...csv.header],
            rows: csv.rows.map((row) => [...row]),
            unread: { count: csv.unread.length, first: csv.unread.slice(0, SHOWN) },
          },
  };
}

function previewOf(
  db: Db,
  format: string,
  statement: Statement,
): CallOutput<'bank.preview'>['statements'][number] {
  const { account, fresh, known } = freshLines(db, statement);
  const { currency, opening, closing, lines, pending, repeated } = statement;
  return {
    account,
    currency,
    opening,
    closing,
    unexplained: unexplained(statement),
    lines: lines.length,
    known,
    pending,
    repeated,
    lookalikes: countLookalikes(
      db,
      format,
      fresh.map(({ day, amount, currency: own }) => ({ day, amount, currency: own })),
    ),
    first: lines
      .slice(0, SHOWN)
      .map((line) => ({ day: line.day, amount: line.amount, currency: line.currency, words: wordsOf(line) })),
  };
}

export function importStatement(
  context: UseContext,
  input: ParsedInput<'bank.import'>,
): CallOutput<'bank.import'> {
  const { db } = context;
  return once(db, input.commandId, 'bank.import', context.now(), () => {
    const file = readFile(context, input);
    const leftOut = file.csv?.unread.length ?? 0;
    if (file.csv !== null)
      keepCsvMapping(db, file.csv.shape, JSON.stringify(file.csv.mapping), context.now());
    const before = settled(db);
    const counts = file.statements.map((statement) =>
      takeIn(context, { name: input.file.name, format: file.format, leftOut }, statement),
    );
    context.changes.add('bank');
    const sum = (part: 'added' | 'known'): number => counts.reduce((total, count) => total + count[part], 0);
    return { added: sum('added'), known: sum('known'), matched: Math.max(0, settled(db) - before) };
  });
}

function settled(db: Db): number {
  return reconciliation(db).lines.filter(({ standing }) => standing === 'sure' || standing === 'confirmed')
    .length;
}

interface FileFacts {
  readonly name: string;
  readonly format: string;
  /** Rows that could not be read. */
  readonly leftOut: number;
}

function takeIn(
  context: UseContext,
  { name, format, leftOut }: FileFacts,
  statement: Statement,
): { readonly added: number; readonly known: number } {
  const { db } = context;
  const { account, fresh, known } = freshLines(db, statement);
  const days = statement.lines.map(({ day }) => day).toSorted();
  addBankStatement(
    db,
    {
      id: context.randomId(),
      file_name: name.replaceAll(/\p{Cc}+/gu, ' '),
      format,
      account,
      currency: statement.currency,
      opening: statement.opening,
      closing: statement.closing,
      unexplained: unexplained(statement),
      first_day: days[0] ?? '',
      last_day: days.at(-1) ?? '',
      known,
      left_out: leftOut + statement.pending,
      imported_at: context.now(),
    },
    fresh.map((line) => ({
      id: context.randomId(),
      identity: line.identity,
      day: line.day,
      currency: line.currency,
      amount: line.amount,
      counterparty: line.counterparty,
      text: line.text,
    })),
  );
  return { added: fresh.length, known };
}
