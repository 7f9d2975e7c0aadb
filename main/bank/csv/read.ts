// The statement of a CSV file, by a mapping of its columns; what cannot be read is named row by row, never passed over in silence.
import type { CsvMapping } from '../../../shared/domain/bank/csv-mapping.ts';
import type { Statement, StatementLine } from '../../../shared/domain/bank/statement.ts';
import { parseBankAmount } from '../amount.ts';
import { parseBankDay } from '../day.ts';
import { eachInTurns, type Pause } from '../in-turns.ts';
import { plainWords } from '../plain-words.ts';
import { withoutRepeated } from '../repeated.ts';
import { balancesOf, type ReadRow, withoutEchoes } from './balances.ts';
import { isOutward } from './columns.ts';

type Row = readonly string[];

export interface UnreadRow {
  /** Counts from 1, over the rows that are not empty. */
  readonly row: number;
  readonly text: string;
  readonly reason: 'no-date' | 'no-amount';
}

export interface CsvStatement {
  readonly statement: Statement;
  readonly unread: readonly UnreadRow[];
}

/** Rows that have neither a date nor an amount, as a bank's closing words, are no lines and are left out. */
export async function readCsv(
  rows: readonly Row[],
  mapping: CsvMapping,
  pause: Pause,
): Promise<CsvStatement> {
  const read: ReadRow[] = [];
  const unread: UnreadRow[] = [];
  await eachInTurns(rows.slice(mapping.firstRow).entries(), pause, ([index, row]) => {
    const currency = currencyOf(row, mapping);
    const day = parseBankDay(row[mapping.date] ?? '', mapping.dateOrder);
    const amount = amountOf(row, mapping, currency);
    if (day !== null && amount !== null) {
      read.push({
        line: lineOf(row, mapping, { day, amount, currency }),
        balance: balanceOf(row, mapping, currency),
      });
    } else if (day !== null || amount !== null || row.length > 2) {
      const reason = day === null ? 'no-date' : 'no-amount';
      unread.push({ row: mapping.firstRow + index + 1, text: plainWords(row), reason });
    }
  });
  const kept = mapping.balance === null ? read : withoutEchoes(read);
  const once = withoutRepeated(kept.map(({ line }) => line));
  return {
    statement: {
      account: mapping.account,
      currency: once.lines[0]?.currency ?? mapping.currency,
      ...balancesOf(kept),
      lines: once.lines,
      repeated: once.repeated + read.length - kept.length,
      pending: 0,
    },
    unread,
  };
}

function currencyOf(row: Row, { currencyColumn, currency }: CsvMapping): string {
  const own = currencyColumn === null ? '' : (row[currencyColumn] ?? '').toLowerCase();
  return /^[a-z]{3}$/.test(own) ? own : currency;
}

/** Of two columns the filled one counts, whichever way the bank signs it. */
function amountOf(row: Row, mapping: CsvMapping, currency: string): number | null {
  const { amount, debit, credit, direction, decimal } = mapping;
  const cell = (column: number | null): string => (column === null ? '' : (row[column] ?? ''));
  const figure = (column: number | null): number | null =>
    cell(column) === '' ? null : parseBankAmount(cell(column), decimal, currency);
  if (amount !== null) {
    const value = figure(amount);
    return value !== null && direction !== null ? signed(Math.abs(value), isOutward(cell(direction))) : value;
  }
  const [out, into] = [figure(debit), figure(credit)];
  if (out !== null && out !== 0) return into === null || into === 0 ? signed(Math.abs(out), true) : null;
  return into ?? out;
}

function signed(amount: number, isNegative: boolean): number {
  return isNegative && amount !== 0 ? -amount : amount;
}

function balanceOf(row: Row, { balance, decimal }: CsvMapping, currency: string): number | null {
  return balance === null ? null : parseBankAmount(row[balance] ?? '', decimal, currency);
}

function lineOf(
  row: Row,
  { texts, id }: CsvMapping,
  facts: Pick<StatementLine, 'day' | 'amount' | 'currency'>,
): StatementLine {
  return {
    ...facts,
    counterparty: '',
    text: plainWords(texts.map((column) => row[column] ?? '')),
    bankId: id === null ? '' : (row[id] ?? ''),
    // The whole row as it stands, so that a corrected mapping does not make another line of it.
    content: JSON.stringify(row),
  };
}
