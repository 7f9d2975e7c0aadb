// A table as a file of either kind, whole: for one that is saved, and for one among others.
import type { Table } from '../../shared/domain/reports/table.ts';
import { tableCsv } from './table-csv.ts';
import { tableXlsx } from './table-xlsx.ts';

export type TableFormat = 'csv' | 'xlsx';

export const MEDIA_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The file in portions; a surrogate pair is never between two of them, as each ends with a line. */
export async function* tableParts(table: Table, format: TableFormat): AsyncGenerator<Uint8Array> {
  if (format === 'xlsx') {
    yield* tableXlsx(table);
    return;
  }
  const encoder = new TextEncoder();
  for await (const portion of tableCsv(table)) yield encoder.encode(portion);
}

export async function tableBytes(table: Table, format: TableFormat): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of tableParts(table, format)) parts.push(part);
  return Buffer.concat(parts);
}
