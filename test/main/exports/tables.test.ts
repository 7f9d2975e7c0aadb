// Tables as CSV and as a workbook: what a reader gets is what was written, and no text is ever worked out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableBytes } from '../../../main/exports/table-file.ts';
import { dayFromNumber } from '../../../shared/domain/dates.ts';
import {
  columns,
  count,
  date,
  heading,
  money,
  percent,
  row,
  type Table,
  text,
  total,
} from '../../../shared/domain/reports/table.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { readCsv } from '../../support/read-csv.ts';
import { readXlsx } from '../../support/read-xlsx.ts';

const COLUMNS = columns({
  name: ['Name', 'text'],
  day: ['Day', 'date'],
  share: ['Share', 'percent'],
  many: ['Invoices', 'count'],
  amount: ['Amount', 'money'],
});

const TABLE: Table = {
  title: 'Sales: 2026 & more',
  subtitle: '1 Jan 2026 – 31 Mar 2026',
  columns: COLUMNS,
  lines: [
    heading('EUR'),
    row([text('Müller & Söhne'), date('2026-03-01'), percent('7.5'), count(-3), money(-105_050, 'eur')]),
    row([text('東京'), null, null, null, money(1_500, 'jpy')]),
    row([text('Manama'), null, null, null, money(1_230, 'bhd')]),
    total([text('Total'), null, null, count(-3), money(-105_050, 'eur')]),
  ],
};

const csvOf = async (table: Table) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await tableBytes(table, 'csv'));

describe('CSV', () => {
  it('holds the rows alone, with plain amounts beside their currency', async () => {
    expect(await csvOf(TABLE)).toBe(
      [
        '\u{feff}"Name","Day","Share","Invoices","Currency","Amount"',
        '"Müller & Söhne",2026-03-01,7.5,-3,"EUR",-1050.50',
        '"東京",,,,"JPY",1500',
        '"Manama",,,,"BHD",1.230',
        '',
      ].join('\r\n'),
    );
  });

  it('is read back as it was, and gives no formula to a spreadsheet, whatever the text', async () => {
    const texts = fc.array(fc.oneof(hostile(), fc.string({ unit: 'binary' })), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(texts, async (names) => {
        const table = {
          ...TABLE,
          columns: columns({ name: ['Name', 'text'] }),
          lines: names.map((name) => row([text(name)])),
        };
        const [, ...lines] = readCsv(await csvOf(table));
        const read = lines.map(([field]) => field ?? '');
        for (const [place, field] of read.entries()) {
          expect(field).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/u);
          const name = (names[place] ?? '').toWellFormed();
          expect([name, `'${name}`]).toContain(field);
        }
        expect(read).toHaveLength(names.length);
      }),
    );
  });
});

describe('a workbook', () => {
  it('holds amounts and days as numbers, shown with the digits of the currency', async () => {
    const { lines, sheetName, formulas } = readXlsx(await tableBytes(TABLE, 'xlsx'));
    const shown = lines.map((line) => line.map(({ reference, value, format }) => [reference, value, format]));
    expect(sheetName).toBe('Sales  2026 & more');
    expect(formulas).toBe(0);
    expect(shown.slice(1)).toEqual([
      [['A2', 'EUR', '49']],
      [
        ['A3', 'Müller & Söhne', '49'],
        ['B3', '46082', String.raw`yyyy\-mm\-dd`],
        ['C3', '0.075', '0.0##%'],
        ['D3', '-3', '3'],
        ['E3', 'EUR', '49'],
        ['F3', '-1050.5', '4'],
      ],
      [
        ['A4', '東京', '49'],
        ['E4', 'JPY', '49'],
        ['F4', '1500', '3'],
      ],
      [
        ['A5', 'Manama', '49'],
        ['E5', 'BHD', '49'],
        ['F5', '1.23', '#,##0.000'],
      ],
      [
        ['A6', 'Total', '49'],
        ['D6', '-3', '3'],
        ['E6', 'EUR', '49'],
        ['F6', '-1050.5', '4'],
      ],
    ]);
  });

  it('counts days as spreadsheets do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40_000 }), async (number) => {
        const day = dayFromNumber(number);
        const table = { ...TABLE, columns: columns({ day: ['Day', 'date'] }), lines: [row([date(day)])] };
        const cell = readXlsx(await tableBytes(table, 'xlsx')).lines[1]?.[0];
        // Day 1 of the calendar of spreadsheets is 1 January 1900, and it has a 29 February 1900 that never was.
        expect(dayFromNumber(Number(cell?.value) - 2 + Date.UTC(1900, 0, 1) / 86_400_000)).toBe(day);
      }),
      { numRuns: 20 },
    );
  });

  it('is well-formed, and reads back any text that a file can hold', async () => {
    const texts = fc.array(fc.oneof(hostile(), fc.string({ unit: 'binary' })), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(texts, async (names) => {
        const table = {
          title: names[0] ?? '',
          subtitle: names.at(-1) ?? '',
          columns: columns({ name: ['Name', 'text'] }),
          lines: names.map((name) => row([text(name)])),
        };
        const { lines, formulas } = readXlsx(await tableBytes(table, 'xlsx'));
        expect(formulas).toBe(0);
        expect(lines.slice(1).map(([cell]) => cell?.value)).toEqual(names.map(holdable));
        expect(lines.flat().every(({ type }) => type === 'text')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same for the same table, to the byte', async () => {
    expect(await tableBytes(TABLE, 'xlsx')).toEqual(await tableBytes(TABLE, 'xlsx'));
  });
});

function hostile(): fc.Arbitrary<string> {
  return fc.constantFrom(
    ...HOSTILE_TEXTS,
    '=HYPERLINK("http://x","y")',
    '_x0041_',
    ' \t=1+1',
    '-2+3',
    '@SUM(A1)',
    '＝1',
    'a\r\nb',
  );
}

/** XML reads every line end as one, and cannot hold controls at all. */
function holdable(name: string): string {
  return name.replace(/(?![\t\n\r])[\p{Control}\p{Surrogate}\u{fffe}\u{ffff}]/gu, '').replace(/\r\n?/g, '\n');
}
