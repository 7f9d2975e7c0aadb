// What the columns of a bank's CSV file probably are: by their names in many languages, and by what is in them.
import { type CsvMapping, DATE_ORDERS } from '../../../shared/domain/bank/csv-mapping.ts';
import { parseBankAmount } from '../amount.ts';
import { parseBankDay } from '../day.ts';

type Rows = readonly (readonly string[])[];
export type Columns = Pick<
  CsvMapping,
  'date' | 'amount' | 'debit' | 'credit' | 'direction' | 'balance' | 'currencyColumn' | 'id' | 'texts'
>;

const NAMES = {
  date: /book|buchung|^date|datum|posted|compt|fecha|^data|dato|päivä/i,
  valueDate: /valut|wert|value|valeur/i,
  balance: /saldo|balance|solde|kontostand/i,
  debit: /^(soll|debit|débit|debet|withdraw|paid out|money out|ausgang|ausgabe|uscite|cargo)/i,
  credit: /^(haben|credit|crédit|deposit|paid in|money in|eingang|einnahme|entrate|abono)/i,
  amount: /betrag|umsatz|amount|montant|importe|importo|bedrag|kwota|belopp/i,
  id: /transaction.?(id|ref)|^id$|umsatz-?id|fitid|transaktions-?(id|nr|nummer)|referenznummer/i,
} as const;

const DIRECTIONS = /^(s|h|d|c|dr|cr|dbit|crdt|debit|credit|soll|haben|af|bij)$/i;
const OUTWARD = /^(s|d|dr|dbit|debit|soll|af)$/i;

export function isOutward(cell: string): boolean {
  return OUTWARD.test(cell.trim());
}

export function isDayLike(cell: string): boolean {
  return DATE_ORDERS.some((order) => parseBankDay(cell, order) !== null);
}

export function isAmountLike(cell: string): boolean {
  return (
    cell.length <= 24 && (parseBankAmount(cell, ',', 'eur') ?? parseBankAmount(cell, '.', 'eur')) !== null
  );
}

/** Null when no column can be the date or none the amount. */
export function guessColumns(header: readonly string[] | null, rows: Rows): Columns | null {
  const width = Math.max(...rows.map((row) => row.length));
  const all = Array.from({ length: width }, (_, column) => column);
  const nameOf = (column: number): string => header?.[column] ?? '';
  const isAll = (column: number, test: (cell: string) => boolean): boolean => {
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    const odd = cells.filter((cell) => !test(cell)).length;
    // In a short file a single closing row is much of it.
    return cells.length > 0 && (odd <= cells.length * 0.2 || (odd === 1 && cells.length > 2));
  };
  const named = (columns: readonly number[], name: RegExp): number | null =>
    columns.find((column) => name.test(nameOf(column))) ?? null;
  const days = all.filter((column) => isAll(column, isDayLike));
  const booked = days.filter((column) => !NAMES.valueDate.test(nameOf(column)));
  const date = named(booked, NAMES.date) ?? booked[0] ?? days[0];
  const figures = all.filter((column) => !days.includes(column) && isAll(column, isAmountLike));
  const balance = named(figures, NAMES.balance);
  const debit = named(figures, NAMES.debit);
  const credit = named(figures, NAMES.credit);
  const hasBoth = debit !== null && credit !== null;
  const id = named(all, NAMES.id);
  const plain = figures.filter((column) => column !== balance && column !== id);
  const amount = hasBoth
    ? null
    : (named(plain, NAMES.amount) ?? plain.find((column) => hasMark(rows, column)) ?? plain[0] ?? null);
  if (date === undefined || (amount === null && !hasBoth)) return null;
  const direction = hasBoth
    ? undefined
    : all.find((column) => isAll(column, (cell) => DIRECTIONS.test(cell)));
  const currencyColumn = all.find((column) => isAll(column, (cell) => /^[A-Z]{3}$/.test(cell))) ?? null;
  const taken = [...days, ...figures, id, direction, currencyColumn];
  return {
    date,
    amount,
    debit: hasBoth ? debit : null,
    credit: hasBoth ? credit : null,
    direction: direction ?? null,
    balance,
    currencyColumn,
    id,
    texts: all
      .filter((column) => !taken.includes(column) && isAll(column, (cell) => /\p{L}/u.test(cell)))
      .slice(0, 20),
  };
}

function hasMark(rows: Rows, column: number): boolean {
  return rows.some((row) => /[.,]\d{1,3}$/.test(row[column]?.replace(/[^\d.,]+$/, '') ?? ''));
}
