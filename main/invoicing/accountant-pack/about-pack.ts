// What a pack says of itself to the person who opens it. Pure.
import type { BooksMode } from '../../../shared/contract/session.ts';
import { formatDay } from '../../../shared/domain/dates.ts';
import type { ProofStatement } from '../../exports/proof-statement.ts';
import type { RegisterPeriod } from '../../store/reports/register.ts';

export interface PackFacts {
  readonly company: string;
  readonly period: RegisterPeriod;
  readonly mode: BooksMode;
  /** ISO instant. */
  readonly madeAt: string;
  /** Numbers of documents that could not be drawn. */
  readonly skipped: readonly string[];
}

const LOCALE = 'en-GB';

const FILES = `Register.csv       every invoice and credit note that was issued, by number
Journal/           the entries of the period, after what the accounts came to before it:
                   for hledger and ledger, for Beancount, and as rows
Reports/           every report of the period, as rows and as workbook;
                   receivables as they stood at the end of its last day
Payouts/           what came into the bank account, and of what it is made
Invoices/          the invoices as PDF
Credit-notes/      the credit notes as PDF
SHA256SUMS         the SHA-256 of every file here: sha256sum --check SHA256SUMS
`;

export function aboutPack(
  { company, period, mode, madeAt, skipped }: PackFacts,
  { words }: Pick<ProofStatement, 'words'>,
): string {
  const days = `${formatDay(period.from, LOCALE, 'long')} to ${formatDay(period.to, LOCALE, 'long')}`;
  return [
    `Accountant pack${company === '' ? '' : ` of ${company}`}`,
    days,
    `Made on ${madeAt.slice(0, 10)} at ${madeAt.slice(11, 16)} UTC`,
    ...(mode === 'live' ? [] : [`THESE ARE ${mode.toUpperCase()} BOOKS: nothing here has happened.`]),
    '',
    'What the books prove',
    ...words.map((line) => `  ${line}`),
    '',
    FILES,
    ...(skipped.length === 0 ? [] : ['These could not be drawn and are missing as PDF:', ...skipped, '']),
  ].join('\n');
}
