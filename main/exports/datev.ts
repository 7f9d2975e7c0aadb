// Entries as a batch for DATEV: "Buchungsstapel" in the DATEV format, header 700, category 21, version 13.
// developer.datev.de/datev/platform/en/dtvf/formate/buchungsstapel
import { assert } from '../../shared/domain/assert.ts';
import { minorDigits } from '../../shared/domain/money.ts';
import { COLUMNS } from './datev-columns.ts';
import type { CodedLine, LedgerEntry, LedgerPeriod } from './ledger-entries.ts';
import { plainAmount } from './plain-text.ts';

export interface DatevBatch extends LedgerPeriod {
  /** Of the tax consultant, and of the client there. */
  readonly consultant: number;
  readonly client: number;
  /** Of all accounts; they have the same. */
  readonly accountLength: number;
  /** As `20261130235959000`. */
  readonly madeAt: string;
}

const LINE_END = '\r\n';
const ENTRY_TEXT_LENGTH = 60;
const DOCUMENT_LENGTH = 36;

/** Lines of text: the format is written in Windows-1252. */
export function* datevLines(batch: DatevBatch, entries: Iterable<LedgerEntry>): Generator<string> {
  yield header(batch);
  yield `${COLUMNS.join(';')}${LINE_END}`;
  for (const entry of entries) {
    for (const pair of pairs(entry.lines)) yield booking(batch.currency, entry, pair);
  }
}

function header({ consultant, client, accountLength, madeAt, from, to, currency }: DatevBatch): string {
  const plain = (day: string): string => day.replaceAll('-', '');
  const fields = [
    quoted('EXTF'),
    '700',
    '21',
    quoted('Buchungsstapel'),
    '13',
    madeAt,
    '',
    quoted('QU'),
    quoted('Quittance'),
    quoted(''),
    String(consultant),
    String(client),
    // The business year; a batch lies within one, since the dates in it have no year.
    `${from.slice(0, 4)}0101`,
    String(accountLength),
    plain(from),
    plain(to),
    quoted(`Quittance ${from.slice(0, 7)} ${to.slice(0, 7)}`),
    quoted(''),
    '1',
    '0',
    // Nothing is locked: the accountant looks first.
    '0',
    quoted(currency.toUpperCase()),
    '',
    quoted(''),
    '',
    '',
    quoted(''),
    '',
    '',
    quoted(''),
    quoted(''),
  ];
  return `${fields.join(';')}${LINE_END}`;
}

export interface Pair {
  readonly debit: string;
  readonly credit: string;
  /** Positive. */
  readonly amount: number;
}

/** An entry of any number of lines as bookings of one account against one other; to each account they come to the same. */
export function pairs(lines: readonly CodedLine[]): readonly Pair[] {
  const debits = lines.filter(({ amount }) => amount > 0).map((line) => ({ ...line }));
  const credits = lines.filter(({ amount }) => amount < 0).map((line) => ({ ...line, amount: -line.amount }));
  const found: Pair[] = [];
  for (
    let [d, c] = [debits[0], credits[0]];
    d !== undefined && c !== undefined;
    [d, c] = [debits[0], credits[0]]
  ) {
    const amount = Math.min(d.amount, c.amount);
    found.push({ debit: d.code, credit: c.code, amount });
    d.amount -= amount;
    c.amount -= amount;
    if (d.amount === 0) debits.shift();
    if (c.amount === 0) credits.shift();
  }
  assert(debits.length === 0 && credits.length === 0, 'An entry that does not balance');
  return found;
}

function booking(currency: string, { day, number, words, cause, seq }: LedgerEntry, pair: Pair): string {
  const fields = COLUMNS.map(() => '');
  const set = (column: (typeof COLUMNS)[number], value: string): void => {
    fields[COLUMNS.indexOf(column)] = value;
  };
  set('Umsatz (ohne Soll/Haben-Kz)', amountOf(pair.amount, currency));
  set('Soll/Haben-Kennzeichen', quoted('S'));
  set('WKZ Umsatz', quoted(currency.toUpperCase()));
  set('Konto', pair.debit);
  set('Gegenkonto (ohne BU-Schlüssel)', pair.credit);
  set('Belegdatum', `${day.slice(8, 10)}${day.slice(5, 7)}`);
  // Only these characters are allowed there.
  set('Belegfeld 1', quoted(number.replace(/[^A-Za-z0-9$%&*+\-/]/g, '-').slice(0, DOCUMENT_LENGTH)));
  set('Belegfeld 2', quoted(String(seq).slice(-12)));
  set('Buchungstext', quoted(Array.from(words).slice(0, ENTRY_TEXT_LENGTH).join('')));
  set('Beleginfo - Art 1', quoted('Stripe'));
  set('Beleginfo - Inhalt 1', quoted(cause));
  return `${fields.join(';')}${LINE_END}`;
}

/** Always two decimals, behind a comma. */
function amountOf(amount: number, currency: string): string {
  const text = plainAmount(amount, currency);
  return minorDigits(currency) === 0 ? `${text},00` : text.replace('.', ',');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
