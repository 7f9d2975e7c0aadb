// A table as a workbook for spreadsheets (XLSX), written part by part: a table of any length is never whole in memory.
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Table } from '../../shared/domain/reports/table.ts';
import { fixedParts, SHEET } from './xlsx-parts.ts';
import { sheetXml } from './xlsx-sheet.ts';

/** Characters that are packed at a time. */
const PORTION = 64 * 1024;
/** Every file says the same, so that the same table gives the same bytes. */
const WRITTEN = new Date(1980, 0, 1);

/** The parts of the file, in order. An error of the table goes to the reader. */
export async function* tableXlsx(table: Table): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    ready.push(part);
  });
  const add = (name: string): ZipDeflate => {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = WRITTEN;
    zip.add(file);
    return file;
  };
  for (const [name, words] of fixedParts(table.title, table.subtitle)) add(name).push(strToU8(words), true);
  yield* ready.splice(0);
  const sheet = add(SHEET);
  let portion = '';
  for await (const words of sheetXml(table)) {
    portion += words;
    if (portion.length < PORTION) continue;
    sheet.push(strToU8(portion));
    portion = '';
    yield* ready.splice(0);
  }
  sheet.push(strToU8(portion), true);
  zip.end();
  yield* ready.splice(0);
}
