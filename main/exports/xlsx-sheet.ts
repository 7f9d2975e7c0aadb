// The sheet of a workbook, line by line: amounts and days are real numbers, text is never a formula.
import type { Cell, Column, Line } from '../../shared/contract/reports.ts';
import { dayNumber } from '../../shared/domain/dates.ts';
import { formatDecimal, parseDecimal, shiftPoint } from '../../shared/domain/decimal.ts';
import { minorToDecimalText, shownDigits } from '../../shared/domain/money.ts';
import type { Table } from '../../shared/domain/reports/table.ts';
import { flattened } from './flat-table.ts';
import { type Format, SHEET_NAMESPACE, styleOf, XML_HEAD, xmlText } from './xlsx-parts.ts';

/** What a sheet can hold. */
const MOST_LINES = 1_048_576;
const LONGEST_TEXT = 32_767;
/** The number of 1970-01-01 in the calendar of spreadsheets, which counts from 1900. */
const EPOCH = 25_569;
/** Characters wide. */
const WIDTHS: Readonly<Record<Column['kind'], number>> = {
  text: 28,
  date: 12,
  money: 16,
  count: 10,
  percent: 10,
};

/** Text in portions, one or more per line. Throws when there are more lines than a sheet can hold. */
export async function* sheetXml({ title, subtitle, columns, lines }: Table): AsyncGenerator<string> {
  const flat = flattened(columns);
  yield opening(flat.columns);
  let place = 1;
  yield lineXml(
    place,
    flat.columns.map(({ heading }) => textXml(heading, true)),
  );
  for await (const line of lines) {
    place += 1;
    if (place > MOST_LINES) throw new Error('more lines than a sheet can hold');
    yield lineXml(place, cellsOf(line, flat.cells));
  }
  yield closing(title, subtitle);
}

function opening(columns: readonly Column[]): string {
  const widths = columns.map(
    ({ kind, key }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${key === 'currency' ? 10 : WIDTHS[kind]}" customWidth="1"/>`,
  );
  return `${XML_HEAD}<worksheet xmlns="${SHEET_NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
}

/** What stands at the head and the foot of printed pages; `&` begins a code there. */
function closing(title: string, subtitle: string): string {
  const head = [title, subtitle].filter((words) => words !== '').join(', ');
  return `</sheetData><pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>${xmlText(`&L${head.replaceAll('&', '&&')}`)}</oddHeader><oddFooter>${xmlText('&RPage &P of &N')}</oddFooter></headerFooter></worksheet>`;
}

type CellXml = (reference: string) => string;

function cellsOf(
  line: Line,
  flat: (cells: readonly (Cell | null)[]) => readonly (Cell | null)[],
): readonly CellXml[] {
  if (line.kind === 'heading') return [textXml(line.text, true)];
  return flat(line.cells).map((cell) => cellXml(cell, line.kind === 'total'));
}

function lineXml(place: number, cells: readonly CellXml[]): string {
  return `<row r="${place}">${cells.map((cell, index) => cell(`${letters(index)}${place}`)).join('')}</row>`;
}

/** A, B, … Z, AA, AB, … */
export function letters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`;
}

function cellXml(cell: Cell | null, isBold: boolean): CellXml {
  if (cell === null) return () => '';
  switch (cell.kind) {
    case 'text':
      return textXml(cell.text, isBold);
    case 'date':
      return numberXml(String(dayNumber(cell.day) + EPOCH), 'date', isBold);
    case 'money':
      return numberXml(minorToDecimalText(cell.amount, cell.currency), moneyFormat(cell.currency), isBold);
    case 'count':
      return numberXml(String(cell.count), 'count', isBold);
    case 'percent': {
      const percent = parseDecimal(cell.percent);
      return percent
        ? numberXml(formatDecimal(shiftPoint(percent, -2)), 'percent', isBold)
        : textXml(cell.percent, isBold);
    }
  }
}

function moneyFormat(currency: string): Format {
  const digits = shownDigits(currency);
  return digits === 0 ? 'money-0' : digits === 3 ? 'money-3' : 'money-2';
}

/** The text stands in the cell itself, of a type that is never worked out. */
function textXml(words: string, isBold: boolean): CellXml {
  const inside = xmlText(words.slice(0, LONGEST_TEXT));
  return (reference) =>
    `<c r="${reference}" s="${styleOf('text', isBold)}" t="inlineStr"><is><t xml:space="preserve">${inside}</t></is></c>`;
}

function numberXml(value: string, format: Format, isBold: boolean): CellXml {
  return (reference) => `<c r="${reference}" s="${styleOf(format, isBold)}"><v>${value}</v></c>`;
}
