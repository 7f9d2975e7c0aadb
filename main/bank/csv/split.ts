// Splits delimited text into rows of cells (RFC 4180, with any delimiter and line end).
import { badFile } from '../bad-file.ts';

/** Cells come without their quotes and outer blanks; rows without anything are left out. Refuses a quotation that never ends. */
export function* csvRows(text: string, delimiter: string): Generator<readonly string[]> {
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? closingQuote(text, at) : null;
    const from = quoted ?? at;
    const end = endOfCell(text, from, delimiter);
    row.push(plainCell(text.slice(at, end), quoted !== null));
    at = end + 1;
    if (end < text.length && text[end] === delimiter) {
      if (at === text.length) row.push('');
      continue;
    }
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    if (isFilled(row)) yield row;
    row = [];
  }
  if (isFilled(row)) yield row;
}

function isFilled(row: readonly string[]): boolean {
  return row.some((cell) => cell !== '');
}

/** The place behind the quote that ends the quotation which begins here; a doubled quote is one inside. */
function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  throw badFile(
    'A quotation mark in the file is never closed: it may end in the middle. Fetch it from your bank again.',
  );
}

function endOfCell(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === delimiter || sign === '\n' || sign === '\r') return at;
  }
  return text.length;
}

function plainCell(raw: string, isQuoted: boolean): string {
  const end = isQuoted ? raw.lastIndexOf('"') : raw.length;
  const cell = isQuoted ? raw.slice(1, end).replaceAll('""', '"') : raw;
  // Some banks write ="0012" so that a spreadsheet keeps the zeros.
  return (/^="(.*)"$/.exec(cell.trim())?.[1] ?? cell).trim();
}
