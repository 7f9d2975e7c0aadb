// Reads a workbook as a spreadsheet would: unpacks it, parses every part strictly, and answers the cells of its sheet.
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';

export interface ReadCell {
  readonly reference: string;
  readonly type: 'number' | 'text';
  readonly value: string;
  /** The format code or number by which it is shown. */
  readonly format: string;
}

export interface ReadWorkbook {
  readonly sheetName: string;
  /** By line; lines without cells are there, empty. */
  readonly lines: readonly (readonly ReadCell[])[];
  readonly formulas: number;
  readonly texts: ReadonlyMap<string, string>;
}

/** Throws when a part is not well-formed XML, or one that the package names is missing. */
export function readXlsx(bytes: Uint8Array): ReadWorkbook {
  const files = unzipSync(bytes);
  const texts = new Map(Object.entries(files).map(([name, part]) => [name, strFromU8(part)]));
  const parsed = new Map([...texts].map(([name, words]) => [name, parsedXml(words)]));
  const part = (name: string): Document => {
    const found = parsed.get(name);
    if (!found) throw new Error(`${name} is missing`);
    return found;
  };
  for (const override of part('[Content_Types].xml').querySelectorAll('Override'))
    part(override.getAttribute('PartName')?.slice(1) ?? '');
  const formats = formatsOf(part('xl/styles.xml'));
  const sheet = part('xl/worksheets/sheet1.xml');
  return {
    sheetName: part('xl/workbook.xml').querySelector('sheet')?.getAttribute('name') ?? '',
    lines: [...sheet.querySelectorAll('row')].map((line) =>
      [...line.querySelectorAll('c')].map((cell) => readCell(cell, formats)),
    ),
    formulas: sheet.querySelectorAll('f').length,
    texts,
  };
}

function parsedXml(words: string): Document {
  return new JSDOM(words, { contentType: 'text/xml' }).window.document;
}

function formatsOf(styles: Document): readonly string[] {
  const codes = new Map(
    [...styles.querySelectorAll('numFmt')].map((format) => [
      format.getAttribute('numFmtId'),
      format.getAttribute('formatCode') ?? '',
    ]),
  );
  return [...styles.querySelectorAll('cellXfs > xf')].map((look) => {
    const number = look.getAttribute('numFmtId') ?? '';
    return codes.get(number) ?? number;
  });
}

function readCell(cell: Element, formats: readonly string[]): ReadCell {
  const isText = cell.getAttribute('t') === 'inlineStr';
  const value = cell.querySelector(isText ? 'is > t' : 'v')?.textContent ?? '';
  return {
    reference: cell.getAttribute('r') ?? '',
    type: isText ? 'text' : 'number',
    // As a spreadsheet reads it (ECMA-376, ST_Xstring).
    value: isText
      ? value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
      : value,
    format: formats[Number(cell.getAttribute('s'))] ?? '',
  };
}
