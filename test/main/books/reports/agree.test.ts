// Every report comes to what the trial balance says of its account, of whatever days it is asked.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { postNext } from '../../../../main/books/poster.ts';
import type { ReportContext } from '../../../../main/books/reports/report-context.ts';
import { runReport } from '../../../../main/books/reports/run-report.ts';
import { trialBalance } from '../../../../main/books/trial-balance.ts';
import type { Cell, Line, ReportParameters } from '../../../../shared/contract/reports.ts';
import { type Account, CHART } from '../../../../shared/domain/books/accounts.ts';
import { addDays, dayOf, daysBetween } from '../../../../shared/domain/dates.ts';
import { REPORT_IDS, type ReportId } from '../../../../shared/domain/reports/catalogue.ts';
import { EVERYTHING } from '../../../../shared/domain/reports/parameters.ts';
import { openAccounts, spreadItems } from '../../../support/item-accounts.ts';
import { createSyncBench, type SyncBench } from '../../../support/sync-bench.ts';

const ZONE = 'Europe/Berlin';
/** Revenue accounts beside that of the chart. */
const OPENED = [4001, 4002];

let bench: SyncBench;
let context: ReportContext;
let days: { readonly first: string; readonly last: string };

beforeAll(async () => {
  bench = createSyncBench({ seeded: true });
  await bench.backfill();
  spreadItems(bench.db, openAccounts(bench.db, ['Services', 'Goods']));
  while (postNext({ db: bench.db, clock: bench.clock, dayOf: (at) => dayOf(at, ZONE) }));
  const posted = bench.db.get<{ first: string; last: string }>(
    'SELECT min(day) AS first, max(day) AS last FROM journal_entry',
  );
  days = posted ?? { first: '', last: '' };
  const today = dayOf(Math.floor(bench.clock.now() / 1000), ZONE);
  context = { db: bench.db, today, timeZone: ZONE, pause: () => Promise.resolve() };
}, 120_000);

interface Read {
  readonly keys: readonly string[];
  readonly lines: readonly Line[];
}

async function read(id: ReportId, parameters: Partial<ReportParameters> = {}): Promise<Read> {
  const table = await runReport(context, id, { ...EVERYTHING, ...parameters });
  const lines: Line[] = [];
  for await (const line of table.lines) lines.push(line);
  return { keys: table.columns.map(({ key }) => key), lines };
}

/** What the rows come to in a column, per currency. */
function sums({ keys, lines }: Read, key: string, kind: 'row' | 'total' = 'row'): Record<string, number> {
  const found: Record<string, number> = {};
  for (const line of lines) {
    const cell = line.kind === kind ? line.cells[keys.indexOf(key)] : null;
    if (cell?.kind === 'money') found[cell.currency] = (found[cell.currency] ?? 0) + cell.amount;
  }
  return notZero(found);
}

function notZero(amounts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));
}

function negated(amounts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(amounts).map(([currency, amount]) => [currency, -amount]));
}

/** What moved on accounts in a period, debits positive; without a first day it is their balance. */
function moved(
  accounts: readonly Account[],
  period: { from: string | null; to: string | null },
): Record<string, number> {
  const found: Record<string, number> = {};
  const numbers: readonly number[] = [
    ...accounts.map((account) => CHART[account].number),
    ...(accounts.includes('revenue') ? OPENED : []),
  ];
  for (const row of trialBalance(bench.db, period)) {
    if (numbers.includes(row.account))
      found[row.currency] = (found[row.currency] ?? 0) + row.debit - row.credit;
  }
  return notZero(found);
}

const anyPeriod = () =>
  fc.tuple(fc.integer({ min: -20, max: 400 }), fc.integer({ min: 0, max: 800 })).map(([start, length]) => ({
    from: addDays(days.first, start),
    to: addDays(days.first, start + length),
  }));

const anyDay = () =>
  fc.integer({ min: -5, max: daysBetween(days.first, days.last) + 40 }).map((n) => addDays(days.first, n));

test('items are sold to three revenue accounts', () => {
  const sold = trialBalance(bench.db, { from: null, to: null }).map(({ account }) => account);
  expect(sold).toEqual(expect.arrayContaining([CHART.revenue.number, ...OPENED]));
});

describe('what customers owe', () => {
  test('is the receivables account as of any day, in the aging and one by one', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay(), async (asOf) => {
        const owed = moved(['receivables'], { from: null, to: asOf });
        expect(sums(await read('aging', { asOf }), 'total')).toEqual(owed);
        expect(sums(await read('aging', { asOf }), 'total', 'total')).toEqual(owed);
        expect(sums(await read('open-items', { asOf }), 'open')).toEqual(owed);
      }),
      { numRuns: 40 },
    );
  });

  test('is what a figure of the aging leads to', async () => {
    const { keys, lines } = await read('aging');
    let followed = 0;
    for (const line of lines) {
      const cell: Cell | null | undefined = line.kind === 'row' ? line.cells[keys.indexOf('total')] : null;
      if (cell?.kind !== 'money' || cell.to?.kind !== 'report') continue;
      followed += 1;
      expect(sums(await read(cell.to.id, cell.to.parameters), 'open')).toEqual({
        [cell.currency]: cell.amount,
      });
    }
    expect(followed).toBeGreaterThan(3);
  });

  test('is the last balance of each customer’s activity', async () => {
    const customers = bench.db.all<{ id: string }>('SELECT id FROM customer WHERE stripe_id IS NOT NULL');
    const asOf = addDays(days.first, 300);
    for (const { id: customer } of customers) {
      const { keys, lines } = await read('activity', { customer, to: asOf, from: addDays(days.first, 200) });
      const due = lines.filter(
        (line) => line.kind === 'total' && isWords(line.cells[keys.indexOf('what')], 'Balance due'),
      );
      const open = sums(await read('open-items', { customer, asOf }), 'open');
      expect(sums({ keys, lines: due }, 'balance', 'total')).toEqual(open);
    }
  });
});

function isWords(cell: Cell | null | undefined, words: string): boolean {
  return cell?.kind === 'text' && cell.text === words;
}

describe('what moved in a period', () => {
  test('is what the accounts of each report moved', async () => {
    await fc.assert(
      fc.asyncProperty(anyPeriod(), async (period) => {
        expect(sums(await read('fees', period), 'amount')).toEqual(moved(['fees', 'feeTax'], period));
        expect(sums(await read('payouts', period), 'amount')).toEqual(moved(['bank'], period));
        const sales = await read('revenue-by-customer', period);
        expect(negated(sums(sales, 'net'))).toEqual(moved(['revenue'], period));
        expect(negated(sums(sales, 'tax'))).toEqual(moved(['taxPayable'], period));
        expect(negated(sums(await read('revenue-by-item', period), 'net'))).toEqual(
          moved(['revenue'], period),
        );
        const taxes = await read('tax', period);
        expect(negated(sums(taxes, 'amount'))).toEqual(moved(['taxPayable'], period));
        expect(negated(sums(taxes, 'net'))).toEqual(moved(['revenue'], period));
      }),
      { numRuns: 40 },
    );
  });

  test('is what a figure leads to, document by document', async () => {
    const period = { from: addDays(days.first, 30), to: addDays(days.first, 200) };
    for (const [id, key, detail] of [
      ['fees', 'amount', 'amount'],
      ['revenue-by-customer', 'net', 'net'],
      ['revenue-by-item', 'net', 'net'],
      ['tax', 'net', 'net'],
      ['tax', 'amount', 'amount'],
    ] as const) {
      const { keys, lines } = await read(id, period);
      let followed = 0;
      for (const line of lines) {
        const cell = line.kind === 'row' ? line.cells[keys.indexOf(key)] : null;
        if (cell?.kind !== 'money' || cell.to?.kind !== 'report') continue;
        followed += 1;
        expect(sums(await read(cell.to.id, cell.to.parameters), detail)).toEqual(
          notZero({ [cell.currency]: cell.amount }),
        );
      }
      expect(followed, id).toBeGreaterThan(0);
    }
  });

  test('names every item, whatever Stripe made of a line that was written by hand', async () => {
    const { keys, lines } = await read('revenue-by-item');
    const names = lines.flatMap((line) => {
      const cell = line.kind === 'row' ? line.cells[keys.indexOf('item')] : null;
      return cell?.kind === 'text' ? [cell.text] : [];
    });
    expect(names).toContain('Without an item of the catalogue');
    expect(names.filter((name) => name.startsWith('prod_'))).toEqual([]);
  });

  test('stands in the ledger of each account, which ends at its balance', async () => {
    const period = { from: addDays(days.first, 45), to: addDays(days.first, 300) };
    for (const { account, currency, debit, credit, closing } of trialBalance(bench.db, period)) {
      const ledger = await read('ledger', { ...period, account, currency });
      const [debits, credits] = [sums(ledger, 'debit')[currency] ?? 0, sums(ledger, 'credit')[currency] ?? 0];
      expect(debits - credits).toBe(debit - credit);
      expect(sums(ledger, 'balance', 'total')[currency] ?? 0).toBe(closing);
    }
  });

  test('makes payouts of what they hold, without a residue', async () => {
    const { keys, lines } = await read('payouts');
    let whole = 0;
    for (const line of lines) {
      if (line.kind !== 'row') continue;
      const [payments, refunds, fees, other, amount] = ['payments', 'refunds', 'fees', 'other', 'amount'].map(
        (key) => {
          const cell = line.cells[keys.indexOf(key)];
          return cell?.kind === 'money' ? cell.amount : null;
        },
      );
      if (payments === null) continue;
      whole += 1;
      expect((payments ?? 0) + (refunds ?? 0) + (fees ?? 0) + (other ?? 0)).toBe(amount);
    }
    expect(whole).toBeGreaterThan(3);
  });
});

test('taxes that are owed when paid are those of each invoice that was paid whole, however it was paid', async () => {
  const due = bench.db.all<{ currency: string; tax: number }>(
    `SELECT i.currency, sum(i.tax) AS tax FROM invoice i WHERE i.status = 'paid' AND i.amount_paid = i.total
       AND NOT EXISTS (SELECT 1 FROM credit_note n WHERE n.invoice_stripe_id = i.stripe_id) GROUP BY i.currency`,
  );
  expect(due.length).toBeGreaterThan(0);
  const numbers = new Set(
    bench.db
      .all<{ number: string }>(
        `SELECT number FROM invoice i WHERE i.status = 'paid' AND i.amount_paid = i.total
           AND NOT EXISTS (SELECT 1 FROM credit_note n WHERE n.invoice_stripe_id = i.stripe_id)`,
      )
      .map(({ number }) => number),
  );
  const summary = await read('tax', { basis: 'payment' });
  const paid: Record<string, number> = {};
  for (const line of summary.lines) {
    const cell = line.kind === 'row' ? line.cells[summary.keys.indexOf('amount')] : null;
    if (cell?.kind !== 'money' || cell.to?.kind !== 'report') continue;
    const documents = await read(cell.to.id, cell.to.parameters);
    expect(sums(documents, 'amount')).toEqual(notZero({ [cell.currency]: cell.amount }));
    for (const row of documents.lines) {
      const [number, tax] =
        row.kind === 'row' ? ['document', 'amount'].map((key) => row.cells[documents.keys.indexOf(key)]) : [];
      if (number?.kind === 'text' && numbers.has(number.text) && tax?.kind === 'money')
        paid[tax.currency] = (paid[tax.currency] ?? 0) + tax.amount;
    }
  }
  expect(notZero(paid)).toEqual(notZero(Object.fromEntries(due.map(({ currency, tax }) => [currency, tax]))));
});

test('the number audit names every number once, and finds no hole in the demo company', async () => {
  const { lines } = await read('numbers');
  const numbers = bench.db.all<{ number: string }>('SELECT number FROM invoice WHERE number IS NOT NULL');
  const rows = lines.flatMap((line) =>
    line.kind === 'row' && line.cells[0]?.kind === 'text' ? [line.cells[0].text] : [],
  );
  expect(rows.toSorted()).toEqual(numbers.map(({ number }) => number).toSorted());
  expect(lines.some((line) => line.kind === 'heading' && line.text.startsWith('Missing'))).toBe(false);
});

test('every report has something to say of the demo company, and each of its lines a cell for each column', async () => {
  const customer = bench.db.get<{ id: string }>(
    'SELECT id FROM customer WHERE invoice_count > 0 AND stripe_id IS NOT NULL LIMIT 1',
  );
  for (const id of REPORT_IDS) {
    const { lines } = await read(id, { customer: id === 'activity' ? (customer?.id ?? null) : null });
    const table = await runReport(context, id, EVERYTHING);
    expect(lines.filter(({ kind }) => kind === 'row').length, id).toBeGreaterThan(0);
    for (const line of lines) {
      if (line.kind === 'heading') continue;
      const kinds = line.cells.map((cell, place) => cell?.kind ?? table.columns[place]?.kind);
      expect(kinds, id).toEqual(table.columns.map(({ kind }) => kind));
    }
  }
});
