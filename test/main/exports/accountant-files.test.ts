// What DATEV, QuickBooks and Xero would read of the books of a business of years, whose customers bear hostile names: read back and summed, account by account.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readChart, saveAccount } from '../../../main/books/chart.ts';
import { postNext } from '../../../main/books/poster.ts';
import { accountantFile } from '../../../main/exports/accountant-file.ts';
import { COLUMNS } from '../../../main/exports/datev-columns.ts';
import { pairs } from '../../../main/exports/datev.ts';
import { Refusal } from '../../../main/refusal.ts';
import { postedTaxRates } from '../../../main/store/account-settings.ts';
import { sumsBefore } from '../../../main/store/ledger-sums.ts';
import type { ParsedInput } from '../../../shared/contract/calls.ts';
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { addDays, dayOf } from '../../../shared/domain/dates.ts';
import { readCsv } from '../../support/read-csv.ts';
import { openAccounts, spreadItems } from '../../support/item-accounts.ts';
import { createSyncBench, type SyncBench } from '../../support/sync-bench.ts';
import { wholeOf } from '../../support/whole-of.ts';

type Wanted = Omit<ParsedInput<'books.exportTo'>, 'commandId'>;

const HOSTILE = [
  '=HYPERLINK("http://evil.example";"Click")',
  '; expenses:x  -100',
  'Two\nlines\r\nand "quotes"; and semicolons;',
  '@SUM(A1:A9)',
  '+49 Łódź 東京 🙂 Müller & Söhne – „GmbH“',
];
const YEAR: Wanted = {
  program: 'datev',
  from: '2025-01-01',
  to: '2025-12-31',
  currency: 'eur',
  datev: { consultant: 1001, client: 42 },
};

let bench: SyncBench;
let reduced: string;

beforeAll(async () => {
  bench = createSyncBench({ seeded: true });
  await bench.backfill();
  const opened = openAccounts(bench.db, ['Services', 'Goods']);
  spreadItems(bench.db, opened);
  const day = (at: number): string => dayOf(at, 'Europe/Berlin');
  while (postNext({ db: bench.db, clock: bench.clock, dayOf: day }));
  const { db } = bench;
  for (const [index, name] of HOSTILE.entries())
    db.run('UPDATE invoice SET customer_name = ? WHERE rowid % ? = ?', [name, HOSTILE.length, index]);
  const save = (account: number, part: string, datev: string, quickbooks = ''): void => {
    const { name, number } = readChart(db).of(account);
    const codes = { datev, quickbooks, xero: datev };
    saveAccount({ db, now: () => 1 }, { commandId: randomUUID(), account, part, name, number, codes });
  };
  // Two accounts of ours are one of theirs, and one rate has a revenue account of its own.
  save(CHART.bank.number, '', '1200');
  save(CHART.payoutsInTransit.number, '', '1200');
  save(CHART.revenue.number, '', '8400', 'Sales:Services');
  // Of the accounts of items one is coded, and the other goes by its number.
  save(4001, '', '8550', 'Sales:Items');
  reduced = postedTaxRates(db, CHART.taxPayable.number)[0] ?? '';
  save(CHART.revenue.number, reduced, '8300', 'Sales:Reduced');
}, 120_000);

async function bytesOf(wanted: Partial<Wanted>): Promise<Uint8Array> {
  const file = accountantFile({ db: bench.db, now: 1_765_000_000, country: 'GB' }, { ...YEAR, ...wanted });
  return wholeOf(file.parts);
}

/** What moved on each account of the program in the year, by our own sums; what has a part of its own is left together. */
function moved(program: Wanted['program'], currency: string): ReadonlyMap<string, number> {
  const chart = readChart(bench.db);
  const sums = new Map<string, number>();
  const add = (day: string, sign: 1 | -1): void => {
    for (const row of sumsBefore(bench.db, day)) {
      if (row.currency !== currency) continue;
      const code = chart.codeOf(program, row.account, '');
      sums.set(code, (sums.get(code) ?? 0) + sign * (row.debit - row.credit));
    }
  };
  add(addDays(YEAR.to, 1), 1);
  add(YEAR.from, -1);
  return new Map([...sums].filter(([, sum]) => sum !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function summed(
  rows: readonly (readonly [code: string, amount: number])[],
  merge: Readonly<Record<string, string>>,
) {
  const sums = new Map<string, number>();
  for (const [own, amount] of rows) {
    const code = merge[own] ?? own;
    sums.set(code, (sums.get(code) ?? 0) + amount);
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const minor = (text: string, point = '.'): number => Math.round(Number(text.replace(point, '.')) * 100);

describe('a batch for DATEV', () => {
  /** Fields are divided by semicolons; a quote is doubled. */
  const read = (text: string): readonly (readonly string[])[] =>
    text
      .trimEnd()
      .split('\r\n')
      .map((line) =>
        [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;"]*))/g)].map(([, q, p]) =>
          (q ?? p ?? '').replaceAll('""', '"'),
        ),
      );
  const batch = async (wanted: Partial<Wanted> = {}) =>
    read(new TextDecoder('windows-1252').decode(await bytesOf(wanted)));
  const column = (name: (typeof COLUMNS)[number]): number => COLUMNS.indexOf(name);

  test('has the header and the columns of version 13', async () => {
    const [header = [], columns = []] = await batch();
    expect(header).toHaveLength(31);
    expect(header.slice(0, 5)).toEqual(['EXTF', '700', '21', 'Buchungsstapel', '13']);
    expect(header[5]).toMatch(/^\d{17}$/);
    expect(header.slice(10, 16)).toEqual(['1001', '42', '20250101', '4', '20250101', '20251231']);
    expect(header[21]).toBe('EUR');
    expect(columns).toEqual(COLUMNS);
    expect(columns).toHaveLength(125);
  });

  test.each(['eur', 'usd'])('comes to what moved on every account, in %s', async (currency) => {
    const [, , ...rows] = await batch({ currency });
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.every((row) => row.length === COLUMNS.length)).toBe(true);
    const lines = rows.flatMap((row) => {
      const amount = minor(row[column('Umsatz (ohne Soll/Haben-Kz)')] ?? '', ',');
      return [
        [row[column('Konto')] ?? '', amount],
        [row[column('Gegenkonto (ohne BU-Schlüssel)')] ?? '', -amount],
      ] as const;
    });
    expect(summed(lines, { '8300': '8400' })).toEqual(moved('datev', currency));
  });

  test('writes amounts, dates and texts as the format has them, whatever a customer is called', async () => {
    const [, , ...rows] = await batch();
    const at = (name: (typeof COLUMNS)[number]) => rows.map((row) => row[column(name)] ?? '');
    expect(at('Umsatz (ohne Soll/Haben-Kz)').every((text) => /^\d+,\d\d$/.test(text))).toBe(true);
    expect(at('Belegdatum').every((text) => /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])$/.test(text))).toBe(true);
    expect(at('Konto').every((text) => /^\d{4}$/.test(text))).toBe(true);
    expect(
      rows.filter((row) => row[column('Konto')] === row[column('Gegenkonto (ohne BU-Schlüssel)')]),
    ).toEqual([]);
    expect(at('Belegfeld 1').every((text) => /^[A-Za-z0-9$%&*+\-/]{1,36}$/.test(text))).toBe(true);
    expect(at('Buchungstext').filter((text) => text.length > 60 || /^[=+@-]|["\r\n;]/.test(text))).toEqual(
      [],
    );
    expect(at('Buchungstext').some((text) => text.includes('Müller & Söhne'))).toBe(true);
    expect(at('Buchungstext').some((text) => text.includes('HYPERLINK('))).toBe(true);
  });

  test('books the revenue of a rate to its own account', async () => {
    const [, , ...rows] = await batch();
    const own = rows.filter((row) => row[column('Gegenkonto (ohne BU-Schlüssel)')] === '8300');
    expect(own.length).toBeGreaterThan(0);
  });

  test('books the revenue of an item to its own account, by its code or its number', async () => {
    const [, , ...rows] = await batch();
    const codes = new Set(rows.map((row) => row[column('Gegenkonto (ohne BU-Schlüssel)')]));
    expect([...codes]).toEqual(expect.arrayContaining(['8550', '8501']));
  });

  test.each<[string, Partial<Wanted>, string]>([
    ['more than a year', { to: '2026-01-31' }, 'invalid-input'],
    ['a period that ends before it begins', { to: '2024-12-31' }, 'invalid-input'],
    ['no numbers', { datev: null }, 'invalid-input'],
    ['a currency of three decimals', { currency: 'kwd' }, 'invalid-input'],
  ])('is refused for %s', async (_, wanted, kind) => {
    const refusal = await bytesOf(wanted).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ error: { kind } });
  });
});

describe('a file for QuickBooks', () => {
  test('balances in each journal, and comes to what moved on every account', async () => {
    const [headings, ...rows] = readCsv(new TextDecoder().decode(await bytesOf({ program: 'quickbooks' })));
    expect(headings?.slice(0, 5)).toEqual([
      'Journal No.',
      'Journal Date',
      'Account Name',
      'Debits',
      'Credits',
    ]);
    const amount = (row: readonly string[]): number => minor(row[3] || '0') - minor(row[4] || '0');
    const lines = rows.map((row) => [row[2] ?? '', amount(row)] as const);
    expect(summed(lines, { 'Sales:Reduced': 'Sales:Services' })).toEqual(moved('quickbooks', 'eur'));
    const journals = Map.groupBy(rows, ([number]) => number);
    for (const [number, own] of journals) {
      expect(
        own.reduce((sum, row) => sum + amount(row), 0),
        number,
      ).toBe(0);
      expect(new Set(own.map((row) => row[1])).size).toBe(1);
    }
    expect(rows.every(([, date = '']) => /^\d\d\/\d\d\/2025$/.test(date))).toBe(true);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    const receivables = rows.filter((row) => row[2] === 'Accounts receivable');
    expect(receivables.filter((row) => row[6] === '')).toEqual([]);
  });
});

describe('a file for Xero', () => {
  test('balances in each journal of a narration and a date, and comes to what moved on every account', async () => {
    const [headings, ...rows] = readCsv(new TextDecoder().decode(await bytesOf({ program: 'xero' })));
    expect(headings?.slice(0, 6)).toEqual([
      '*Narration',
      '*Date',
      'Description',
      '*AccountCode',
      '*TaxRate',
      '*Amount',
    ]);
    const lines = rows.map((row) => [row[3] ?? '', minor(row[5] ?? '')] as const);
    expect(summed(lines, { '8300': '8400' })).toEqual(moved('xero', 'eur'));
    for (const [key, own] of Map.groupBy(rows, (row) => `${row[0]} ${row[1]}`))
      expect(
        own.reduce((sum, row) => sum + minor(row[5] ?? ''), 0),
        key,
      ).toBe(0);
    expect(new Set(rows.map((row) => row[4]))).toEqual(new Set(['No VAT']));
    const texts = rows.flatMap((row) => row.toSpliced(5, 1));
    expect(texts.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
  });
});

test('an entry of many lines becomes pairs that come to the same', () => {
  const line = (code: string, amount: number) => ({ code, account: 0, amount });
  expect(pairs([line('1200', 119), line('8400', -60), line('8300', -40), line('1770', -19)])).toEqual([
    { debit: '1200', credit: '8400', amount: 60 },
    { debit: '1200', credit: '8300', amount: 40 },
    { debit: '1200', credit: '1770', amount: 19 },
  ]);
});
