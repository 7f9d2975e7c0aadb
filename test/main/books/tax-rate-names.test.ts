// Two tax rates of one name and percentage: whoever reads the accounts or the tax summary knows which is which.
import { expect, test } from 'vitest';
import { listAccounts } from '../../../main/books/chart.ts';
import { journalRows } from '../../../main/books/journal.ts';
import { postNext } from '../../../main/books/poster.ts';
import { runReport } from '../../../main/books/reports/run-report.ts';
import { applyObjects } from '../../../main/sync/apply.ts';
import { Changes } from '../../../main/sync/changes.ts';
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { EVERYTHING } from '../../../shared/domain/reports/parameters.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { invoice, NOON, taxRate } from '../../support/stripe-objects.ts';

const ZONE = 'Europe/Berlin';

test('they are told apart as parts of the accounts, in the journal, and in the tax summary', async () => {
  const db = memoryDb();
  const called = { display_name: 'VAT', percentage: 19, country: 'DE', inclusive: false };
  const taxed = (rate: string) => ({
    amount: 1_900,
    taxable_amount: 10_000,
    tax_behavior: 'exclusive',
    tax_rate_details: { tax_rate: rate },
  });
  const objects = [
    taxRate('txr_1aaaaaa', called),
    taxRate('txr_1bbbbbb', called),
    taxRate('txr_1cccccc', { ...called, country: 'AT' }),
    invoice('in_1', {
      total: 23_800,
      amount_remaining: 23_800,
      lines: { object: 'list', data: [], has_more: false },
      total_taxes: [taxed('txr_1aaaaaa'), taxed('txr_1bbbbbb')],
    }),
  ];
  const context = { timeZone: ZONE, changes: new Changes(), indexing: 'later' } as const;
  db.transaction(() => expect(applyObjects(db, objects, context)).toEqual([]));
  while (postNext({ db, clock: { now: () => NOON * 1_000 }, dayOf: (at) => dayOf(at, ZONE) }));

  const expected = ['VAT 19 %, DE, …aaaaaa', 'VAT 19 %, DE, …bbbbbb'];
  const parts = listAccounts(db).rows.filter(
    ({ account, part }) => part !== '' && account === CHART.taxPayable.number,
  );
  expect(parts.map(({ partName }) => partName)).toEqual(expected);

  const [entry] = journalRows(db, { account: CHART.taxPayable.number, limit: 1 }).rows;
  const taxes = entry?.postings.filter(({ account }) => account === CHART.taxPayable.number) ?? [];
  expect(new Set(taxes.map(({ partName }) => partName))).toEqual(new Set(expected));
  const others = entry?.postings.filter(({ account }) => account !== CHART.taxPayable.number) ?? [];
  expect(new Set(others.map(({ partName }) => partName))).toEqual(new Set([null]));

  const report = { db, today: '2026-06-15', timeZone: ZONE, pause: async () => undefined };
  const table = await runReport(report, 'tax', EVERYTHING);
  const names: unknown[] = [];
  for await (const line of table.lines) {
    const cell = line.kind === 'row' ? line.cells[1] : null;
    if (cell?.kind === 'text') names.push(cell.text);
  }
  expect(names).toEqual(['VAT, DE, …aaaaaa', 'VAT, DE, …bbbbbb']);
});
