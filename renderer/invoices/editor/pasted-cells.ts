// Splits what a spreadsheet puts on the clipboard: tabs between cells, quotes round cells that hold tabs or line breaks.

export function readCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text.replace(/\r\n?/g, '\n');
  while (rest !== '') {
    const { cell, length } = readCell(rest);
    row.push(cell);
    const separator = rest[length];
    rest = rest.slice(length + 1);
    if (separator === '\t') {
      if (rest === '') row.push('');
      continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** The first cell of the text, and how many characters it takes. */
function readCell(text: string): { readonly cell: string; readonly length: number } {
  const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text);
  if (quoted) return { cell: clean((quoted[1] ?? '').replaceAll('""', '"')), length: quoted[0].length };
  const plain = /^[^\t\n]*/.exec(text)?.[0] ?? '';
  return { cell: clean(plain), length: plain.length };
}

function clean(cell: string): string {
  return cell.replace(/\s*\n\s*/g, ' ').trim();
}
