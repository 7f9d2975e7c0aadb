import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseBankAmount } from '../../../main/bank/amount.ts';
import { csvRows } from '../../../main/bank/csv/split.ts';
import { parseBankDay } from '../../../main/bank/day.ts';
import { readBankFile } from '../../../main/bank/read-file.ts';
import { CSV_DELIMITERS, type CsvMapping } from '../../../shared/domain/bank/csv-mapping.ts';
import { unexplained } from '../../../shared/domain/bank/statement.ts';
import { Refusal } from '../../../main/refusal.ts';

const KNOWN = {
  expected: { currency: 'eur', account: 'Giro', dateOrder: 'dmy' as const },
  remembered: () => null,
};
const read = (file: string | Uint8Array, said: CsvMapping | null = null) =>
  readBankFile(typeof file === 'string' ? new TextEncoder().encode(file) : file, said, KNOWN, async () => {});

async function refusalOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof Refusal && error.error.kind === 'invalid-input')
      return error.error.issues[0]?.message ?? '';
    throw error;
  }
  throw new Error('It was expected to be refused');
}

const GERMAN = `"Kontoauszug";"DE89 3704 0044 0532 0130 00"
"Zeitraum";"01.11.2026 - 30.11.2026"

"Buchungstag";"Valutadatum";"Name Zahlungsbeteiligter";"Verwendungszweck";"Betrag";"Währung";"Saldo nach Buchung"
"03.11.2026";"03.11.2026";"Stripe Payments Europe";"STRIPE PAYOUT";"1.541,78";"EUR";"11.541,78"
"04.11.2026";"05.11.2026";"Müller & Söhne";"Miete; November";"-1.200,00";"EUR";"10.341,78"
"Endsaldo";"";"";"";"";"";"10.341,78"
`;

describe('a German file with a preamble, semicolons and a decimal comma', () => {
  it('is read whole, checks its own balances, and names the row that is no line', async () => {
    const file = await read(GERMAN);
    expect(file.encoding).toBe('utf-8');
    expect(file.csv?.mapping).toMatchObject({
      delimiter: ';',
      firstRow: 3,
      date: 0,
      amount: 4,
      balance: 6,
      currencyColumn: 5,
      decimal: ',',
      dateOrder: 'dmy',
      texts: [2, 3],
    });
    const [statement] = file.statements;
    if (!statement) throw new Error('No statement');
    expect(statement.lines.map(({ day, amount, text }) => [day, amount, text])).toEqual([
      ['2026-11-03', 154_178, 'Stripe Payments Europe · STRIPE PAYOUT'],
      ['2026-11-04', -120_000, 'Müller & Söhne · Miete; November'],
    ]);
    expect([statement.opening, statement.closing]).toEqual([1_000_000, 1_034_178]);
    expect(unexplained(statement)).toBe(0);
    expect(file.csv?.unread).toEqual([{ row: 6, text: 'Endsaldo · 10.341,78', reason: 'no-date' }]);
  });

  it.each([
    ['windows-1252', Buffer.from(GERMAN, 'latin1')],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(GERMAN, 'utf16le')])],
    ['utf-16le', Buffer.from(GERMAN, 'utf16le')],
    ['utf-16be', Buffer.from(GERMAN, 'utf16le').swap16()],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(GERMAN)])],
  ])('says the same in %s', async (encoding, bytes) => {
    const file = await read(bytes);
    expect(file.encoding).toBe(encoding);
    expect(file.statements).toEqual((await read(GERMAN)).statements);
  });
});

const BRITISH = `Date,Description,Money out,Money in,Balance
11/03/2026,STRIPE,,"1,541.78","11,541.78"
11/14/2026,"Rent, November","1,200.00",,"10,341.78"
`;

test('two columns of amounts, a decimal point and the month first, told by a day above twelve', async () => {
  const { csv, statements } = await read(BRITISH);
  expect(csv?.mapping).toMatchObject({ amount: null, debit: 2, credit: 3, dateOrder: 'mdy', decimal: '.' });
  expect(statements[0]?.lines.map(({ day, amount }) => [day, amount])).toEqual([
    ['2026-11-03', 154_178],
    ['2026-11-14', -120_000],
  ]);
  expect(statements[0]?.closing).toBe(1_034_178);
});

test('a column that says in which direction, newest first', async () => {
  const { statements } = await read(
    'Datum\tNaam\tAf Bij\tBedrag\tSaldo\n20261105\tHuur\tAf\t100,00\t50,00\n20261104\tSTRIPE\tBij\t30,00\t150,00\n',
  );
  expect(statements[0]?.lines.map(({ amount }) => amount)).toEqual([-10_000, 3_000]);
  expect([statements[0]?.opening, statements[0]?.closing]).toEqual([12_000, 5_000]);
});

test('a file without names of columns', async () => {
  const { csv, statements } = await read('2026-11-03|Stripe payout|1541.78\n2026-11-04|Rent|-12.00\n');
  expect(csv?.header).toBeNull();
  expect(statements[0]?.lines.map(({ amount, text }) => [amount, text])).toEqual([
    [154_178, 'Stripe payout'],
    [-1200, 'Rent'],
  ]);
});

test('a line that stands there twice with the same balance is taken once; two alike without a balance are two', async () => {
  const row =
    '"03.11.2026";"03.11.2026";"Stripe Payments Europe";"STRIPE PAYOUT";"1.541,78";"EUR";"11.541,78"\n';
  const twice = (await read(GERMAN.replace(row, row + row))).statements[0];
  expect(twice?.lines).toHaveLength(2);
  expect(twice?.repeated).toBe(1);
  expect(twice && unexplained(twice)).toBe(0);
  const plain = (await read('Date;Text;Amount\n03.11.2026;Coffee;-3,00\n03.11.2026;Coffee;-3,00\n'))
    .statements[0];
  expect(plain?.lines).toHaveLength(2);
});

test('a person’s mapping counts before what is guessed, and an unreadable amount is named', async () => {
  const file = 'Date;Text;Amount;Other\n03.04.2026;Stripe;1,00;7,00\n05.04.2026;Stripe;n/a;8,00\n';
  const guessed = (await read(file)).csv?.mapping;
  if (!guessed) throw new Error('No mapping');
  const { statements, csv } = await read(file, { ...guessed, amount: 3, dateOrder: 'mdy' });
  expect(statements[0]?.lines.map(({ day, amount }) => [day, amount])).toEqual([
    ['2026-03-04', 700],
    ['2026-05-04', 800],
  ]);
  expect(csv?.unread).toEqual([]);
  expect((await read(file, { ...guessed, amount: 2 })).csv?.unread).toEqual([
    { row: 3, text: '05.04.2026 · Stripe · n/a · 8,00', reason: 'no-amount' },
  ]);
});

test('what looks like a formula or like the syntax of a journal is text and nothing else', async () => {
  const [statement] = (
    await read(
      'Date;Text;Amount\n03.11.2026;"=HYPERLINK(""http://evil.example"";""x"")";1,00\n04.11.2026;"; expenses:x  -100";2,00\n',
    )
  ).statements;
  expect(statement?.lines.map(({ text }) => text)).toEqual([
    '=HYPERLINK("http://evil.example";"x")',
    '; expenses:x -100',
  ]);
});

test.each([
  ['nothing', '', /empty/],
  ['prose', 'Dear customer,\nyour statement is ready.\n', /no bank statement/],
  ['a quotation that never ends', `${GERMAN}"05.11.2026;`, /end in the middle/],
  ['a PDF', '%PDF-1.7', /PDF/],
  ['a workbook', 'PK\u0003\u0004', /workbook/],
  ['bytes', '\0\0\0\0\0', /not a text file/],
])('%s is refused with the reason', async (_name, file, reason) => {
  expect(await refusalOf(read(file))).toMatch(reason);
});

test.each([
  ['1.234,56', ',', 123_456],
  ['1 234,56', ',', 123_456],
  ['1’234.56', '.', 123_456],
  ['1,234.5', '.', 123_450],
  ['-0,05', ',', -5],
  ['12,00-', ',', -1200],
  ['(12.00)', '.', -1200],
  ['\u22127.00', '.', -700],
  ['€ 7.00', '.', 700],
  ['7.00 EUR', '.', 700],
  ['.5', '.', 50],
  ['12,34', '.', null],
  ['1.23.4', ',', null],
  ['1,234.567', '.', null],
  ['(12.00', '.', null],
  ['', '.', null],
  ['-', '.', null],
  ['9'.repeat(30), '.', null],
] as const)('the amount %s with the mark %s', (text, mark, amount) => {
  expect(parseBankAmount(text, mark, 'eur')).toBe(amount);
});

test('the currency decides the digits of an amount', () => {
  expect(parseBankAmount('1500', '.', 'jpy')).toBe(1500);
  expect(parseBankAmount('1500.50', '.', 'jpy')).toBeNull();
  expect(parseBankAmount('1.234', '.', 'kwd')).toBe(1234);
});

test.each([
  ['31.12.2026', 'dmy', '2026-12-31'],
  ['1/2/26', 'dmy', '2026-02-01'],
  ['1/2/26', 'mdy', '2026-01-02'],
  ['2026-11-03T10:00:00+01:00', 'dmy', '2026-11-03'],
  ['20261103', 'ymd', '2026-11-03'],
  ['03112026', 'dmy', '2026-11-03'],
  ['5 Nov 2026', 'dmy', '2026-11-05'],
  ['Nov 5, 2026', 'mdy', '2026-11-05'],
  ['29.02.2026', 'dmy', null],
  ['13/13/2026', 'mdy', null],
  ['soon', 'dmy', null],
] as const)('the day %s as %s', (text, order, day) => {
  expect(parseBankDay(text, order)).toBe(day);
});

const cells = fc.array(
  fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\0', '').trim()),
  { minLength: 1, maxLength: 6 },
);

test('whatever is quoted by the rules comes out as it was', () => {
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 8 }), fc.constantFrom(...CSV_DELIMITERS), (rows, delimiter) => {
      const text = rows
        .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
        .join('\r\n');
      const expected = rows
        .map((row) => row.map((cell) => (/^="(.*)"$/.exec(cell)?.[1] ?? cell).trim()))
        .filter((row) => row.some((cell) => cell !== ''));
      expect([...csvRows(text, delimiter)]).toEqual(expected);
    }),
  );
});
