// Turns cells pasted from a spreadsheet into lines: text is the description, then quantity and unit price, `19%` a tax rate.
import type { DraftLine } from '../../../shared/contract/drafts.ts';
import { type Decimal, formatDecimal, parseDecimal, shiftPoint } from '../../../shared/domain/decimal.ts';
import { minorDigits } from '../../../shared/domain/money.ts';
import { type NumberMarks, readUnsigned, toAsciiDigits } from '../../../shared/domain/number-entry.ts';
import { emptyLine } from './draft-edits.ts';
import { fitsDecimal } from './figures.ts';
import { readCells } from './pasted-cells.ts';

export interface PasteContext {
  readonly currency: string;
  readonly marks: NumberMarks;
  readonly taxRates: readonly {
    readonly id: string;
    readonly percentage: string;
    readonly active: boolean;
  }[];
  readonly defaultTaxRateIds: readonly string[];
  readonly newId: () => string;
}

/** The lines in a pasted text; null when it is a plain text for one field. */
export function linesFromPaste(text: string, context: PasteContext): readonly DraftLine[] | null {
  if (!/[\t\n]/.test(text.trim())) return null;
  const rows = readCells(text).filter((cells) => cells.some((cell) => cell !== ''));
  const first = rows[0];
  const body = rows.length > 1 && first && isHeading(first, rows[1] ?? [], context) ? rows.slice(1) : rows;
  return body.map((cells) => lineFromCells(cells, context));
}

/** Words above a row that has figures, in all columns. */
function isHeading(cells: readonly string[], next: readonly string[], context: PasteContext): boolean {
  const figures = (row: readonly string[]): number =>
    row.filter((cell) => readFigure(cell, context.marks)).length;
  return cells.length > 1 && figures(cells) === 0 && figures(next) > 0;
}

function lineFromCells(cells: readonly string[], context: PasteContext): DraftLine {
  const percentages = cells.filter((cell) => cell.endsWith('%'));
  const figures = cells
    .filter((cell) => !cell.endsWith('%'))
    .flatMap((cell) => readFigure(cell, context.marks) ?? []);
  const description =
    cells.find((cell) => cell !== '' && !cell.endsWith('%') && !readFigure(cell, context.marks)) ?? '';
  const price = figures.length > 1 ? figures[1] : figures[0];
  const quantity = figures.length > 1 ? figures[0] : undefined;
  const taxRateIds = percentages.map((cell) => rateFor(cell, context)).find((id) => id !== undefined);
  const line = emptyLine(
    context.newId(),
    taxRateIds === undefined ? context.defaultTaxRateIds : [taxRateIds],
  );
  return {
    ...line,
    description: description.slice(0, 1000),
    quantity: quantity && fitsDecimal(quantity) ? formatDecimal(quantity) : line.quantity,
    unitAmountDecimal: price ? priceText(price, context.currency) : line.unitAmountDecimal,
  };
}

/** Minor units as the contract has them; zero when the figure is beyond any price. */
function priceText(price: Decimal, currency: string): string {
  const minor = shiftPoint(price, minorDigits(currency));
  return fitsDecimal(minor) ? formatDecimal(minor) : '0';
}

/** A number with or without a currency beside it; `(12.50)` and a trailing minus are negative, as accountants write. */
function readFigure(cell: string, marks: NumberMarks): Decimal | null {
  const text = toAsciiDigits(cell, marks).replace(/^\p{Sc}\s*|\s*\p{Sc}$|^[A-Z]{3}\s+|\s+[A-Z]{3}$/gu, '');
  const negative = /^\(.*\)$|^-|-$/.test(text);
  const value = readUnsigned(text.replace(/^[(-]|[)-]$/g, '').replace(/^\p{Sc}\s*/u, ''), marks);
  return value && negative ? { units: -value.units, places: value.places } : value;
}

function rateFor(cell: string, context: PasteContext): string | undefined {
  const value = readUnsigned(toAsciiDigits(cell, context.marks).replace(/\s*%$/, ''), context.marks);
  if (!value) return undefined;
  const wanted = formatDecimal(value);
  const same = (percentage: string): boolean => {
    const known = parseDecimal(percentage);
    return known !== null && formatDecimal(known) === wanted;
  };
  return context.taxRates.find((rate) => rate.active && same(rate.percentage))?.id;
}
