// Calls about the bank's statements: reading a file, and which of its deposits are which payouts.
import { z } from 'zod';
import { CSV_DELIMITERS, DATE_ORDERS, DECIMAL_MARKS } from '../domain/bank/csv-mapping.ts';
import { command, query } from './define.ts';
import { Amount, CalendarDay, CommandId, Currency, Id, Nothing, Page, UnixSeconds } from './common.ts';

/** Of a CSV file, counted from 0. */
const Column = z.int().min(0).max(199);

export const CsvMapping = z.object({
  delimiter: z.enum(CSV_DELIMITERS),
  firstRow: z.int().min(0).max(1000),
  date: Column,
  dateOrder: z.enum(DATE_ORDERS),
  decimal: z.enum(DECIMAL_MARKS),
  amount: Column.nullable(),
  debit: Column.nullable(),
  credit: Column.nullable(),
  direction: Column.nullable(),
  balance: Column.nullable(),
  currencyColumn: Column.nullable(),
  id: Column.nullable(),
  texts: z.array(Column).max(20),
  currency: Currency,
  account: z.string().trim().min(1).max(100),
});

/** The bytes of a file that the person chose; at most 10 MB. */
const BankFile = z.object({ name: z.string().trim().min(1).max(200), base64: z.string().max(14_000_000) });
const FileInput = z.object({
  file: BankFile,
  /** How the person says that a CSV file is read; null leaves it to what was said before, or to the program. */
  mapping: CsvMapping.nullable(),
});

const PreviewLine = z.object({ day: CalendarDay, amount: Amount, currency: Currency, words: z.string() });

const PreviewStatement = z.object({
  account: z.string(),
  currency: Currency,
  opening: Amount.nullable(),
  closing: Amount.nullable(),
  /** What the lines leave between the file's own balances; null where it does not state both. */
  unexplained: Amount.nullable(),
  lines: z.int(),
  /** Lines that earlier files have brought: they are not counted again. */
  known: z.int(),
  pending: z.int(),
  /** Lines that the file itself holds twice. */
  repeated: z.int(),
  /** New lines of the same day and amount as one that a file of another form has brought. */
  lookalikes: z.int(),
  first: z.array(PreviewLine),
});

export const BankPreview = z.object({
  format: z.enum(['csv', 'ofx', 'camt.053']),
  encoding: z.string(),
  statements: z.array(PreviewStatement),
  csv: z
    .object({
      mapping: CsvMapping,
      header: z.array(z.string()).nullable(),
      rows: z.array(z.array(z.string())),
      unread: z.object({
        count: z.int(),
        first: z.array(
          z.object({ row: z.int(), text: z.string(), reason: z.enum(['no-date', 'no-amount']) }),
        ),
      }),
    })
    .nullable(),
});
export type BankPreview = z.infer<typeof BankPreview>;

const PayoutBrief = z.object({
  id: Id,
  arrival: CalendarDay,
  amount: Amount,
  currency: Currency,
  status: z.string(),
});
export type PayoutBrief = z.infer<typeof PayoutBrief>;

/**
 * `confirmed` by a person, `sure` found and beyond doubt, `suggested` found but not sure, `claims` names Stripe and fits no payout,
 * `aside` not from Stripe as a person said, `other` anything else that the bank booked.
 */
const Standing = z.enum(['confirmed', 'sure', 'suggested', 'claims', 'aside', 'other']);

export const BankLine = z.object({
  id: Id,
  account: z.string(),
  day: CalendarDay,
  currency: Currency,
  amount: Amount,
  counterparty: z.string(),
  text: z.string(),
  standing: Standing,
  payout: PayoutBrief.nullable(),
  cursor: z.string(),
});
export type BankLine = z.infer<typeof BankLine>;

export const BANK_VIEWS = ['review', 'matched', 'aside', 'other'] as const;
const View = z.enum(BANK_VIEWS);

const Statement = z.object({
  id: Id,
  fileName: z.string(),
  format: z.string(),
  account: z.string(),
  currency: Currency,
  opening: Amount.nullable(),
  closing: Amount.nullable(),
  unexplained: Amount.nullable(),
  from: CalendarDay.nullable(),
  to: CalendarDay.nullable(),
  lines: z.int(),
  known: z.int(),
  leftOut: z.int(),
  importedAt: UnixSeconds,
});

const Pair = z.object({ lineId: Id, payoutId: Id });
const Pairs = z.array(Pair).min(1).max(5000);
const LineIds = z.array(Id).min(1).max(5000);

export const bankCalls = {
  /** Reads a file and says what it would bring; nothing is kept. */
  'bank.preview': command(FileInput, BankPreview),
  /** Takes the new lines of a file in, and remembers how a CSV file of its shape is read. */
  'bank.import': command(
    FileInput.extend({ commandId: CommandId }),
    z.object({ added: z.int(), known: z.int(), matched: z.int() }),
  ),
  'bank.overview': query(
    z.object({}),
    z.object({
      statements: z.array(Statement),
      counts: z.object({
        review: z.int(),
        matched: z.int(),
        /** Of the matched, those that a person has not confirmed. */
        sure: z.int(),
        aside: z.int(),
        other: z.int(),
      }),
      /** Payouts that should have arrived within what the statements cover and are in none; the oldest first. */
      missing: z.object({ count: z.int(), first: z.array(PayoutBrief) }),
    }),
  ),
  'bank.lines': query(z.object({ view: View, page: Page }), z.object({ rows: z.array(BankLine) })),
  /** One line, and the payouts that it may be, for a person to choose: those that no deposit is yet, the nearest first. */
  'bank.line': query(z.object({ id: Id }), z.object({ line: BankLine, candidates: z.array(PayoutBrief) })),
  /** Where a payout is in the statements: confirmed, found or suggested; missing where they cover its day and do not hold it. */
  'bank.ofPayout': query(
    z.object({ id: Id }),
    z.object({ line: BankLine.nullable(), isMissing: z.boolean() }),
  ),
  /** A person says that these are the same, or confirms that they are. */
  'bank.match': command(z.object({ commandId: CommandId, pairs: Pairs }), Nothing),
  /** Confirms everything that is sure. */
  'bank.confirmSure': command(z.object({ commandId: CommandId }), z.object({ confirmed: z.int() })),
  /** A person says that a line is not the payout it was matched with. */
  'bank.unmatch': command(z.object({ commandId: CommandId, lineIds: LineIds }), Nothing),
  /** Takes back what a person said of these pairs: they are neither confirmed nor kept apart, and may be found again. */
  'bank.reconsider': command(z.object({ commandId: CommandId, pairs: Pairs }), Nothing),
  'bank.setAside': command(
    z.object({ commandId: CommandId, lineIds: LineIds, isAside: z.boolean() }),
    Nothing,
  ),
  /** Takes the lines of one import away again, and what was said of them. */
  'bank.removeStatement': command(z.object({ commandId: CommandId, id: Id }), Nothing),
} as const;
