import { expect, test, vi } from 'vitest';
import { customerListSql } from '../../../main/store/customer-list.ts';
import { type InvoiceListInput, listSql } from '../../../main/store/invoice-list.ts';
import { sumInvoices } from '../../../main/store/invoice-sums.ts';
import { FEW } from '../../../main/store/search-hits.ts';
import { paymentListSql } from '../../../main/store/payment-list.ts';
import { refundListSql } from '../../../main/store/refund-list.ts';
import type { PagedSql } from '../../../main/store/keyset.ts';
import { memoryDb } from '../../support/memory-db.ts';

const TODAY = '2026-03-15';
const db = memoryDb();

function stepsOf({ sql, parameters }: PagedSql): readonly string[] {
  return db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters).map(({ detail }) => detail);
}

test('a page is a walk along the index of its order: nothing is sorted and no row is read in vain', () => {
  const plan = (
    input: Partial<InvoiceListInput['filter']>,
    by: InvoiceListInput['sort']['by'],
    after?: string,
  ): readonly string[] => {
    const filter = { tab: 'all', dateField: 'issue', ...input } as const;
    const { sql, parameters } = listSql(
      db,
      { filter, sort: { by, direction: 'desc' }, page: { offset: 0, limit: 50, after } },
      TODAY,
    );
    return stepsOf({ sql, parameters });
  };
  for (const by of ['number', 'customer', 'issue', 'due', 'total', 'balance'] as const) {
    for (const after of [undefined, '["2026-03-01",7]']) {
      const steps = plan({}, by, after);
      expect([by, steps.filter((step) => /TEMP B-TREE|SCAN t\b/.test(step))]).toEqual([by, []]);
      const walks = steps.filter((step) => step.includes(`INDEX invoice_by_${by} (deleted=? AND status=?`));
      expect([by, walks.length]).toEqual([by, after === undefined ? 5 : 10]);
    }
  }
  expect(plan({ tab: 'paid', currency: 'eur' }, 'issue', '["2026-03-01",7]')).toMatchInlineSnapshot(`
    [
      "CO-ROUTINE page",
      "MERGE (UNION ALL)",
      "LEFT",
      "SEARCH t USING COVERING INDEX invoice_by_issue (deleted=? AND status=? AND issue_day=? AND seq<?)",
      "RIGHT",
      "SEARCH t USING COVERING INDEX invoice_by_issue (deleted=? AND status=? AND issue_day<?)",
      "SCAN page",
      "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)",
    ]
  `);
  expect(plan({ tab: 'past-due' }, 'due')).toMatchInlineSnapshot(`
    [
      "CO-ROUTINE page",
      "SEARCH t USING INDEX invoice_by_due (deleted=? AND status=?)",
      "SCAN page",
      "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)",
    ]
  `);
  expect(plan({ customerId: 'c1' }, 'total')).toMatchInlineSnapshot(`
    [
      "CO-ROUTINE page",
      "SEARCH t USING INDEX invoice_of_customer (deleted=? AND customer_id=?)",
      "USE TEMP B-TREE FOR ORDER BY",
      "SCAN page",
      "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)",
    ]
  `);
  expect(plan({ search: 'acme' }, 'number')).toMatchInlineSnapshot(`
    [
      "CO-ROUTINE page",
      "SCAN temp.invoice_hit",
      "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)",
      "USE TEMP B-TREE FOR ORDER BY",
      "SCAN page",
      "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)",
    ]
  `);
});

test('invoices that came of recurring ones are read by their own index, and on a walk once they are many', () => {
  const books = memoryDb();
  const filter = { tab: 'recurring', dateField: 'issue' } as const;
  const plan = (): readonly string[] => {
    const sort = { by: 'due', direction: 'desc' } as const;
    const { sql, parameters } = listSql(books, { filter, sort, page: { offset: 0, limit: 50 } }, TODAY);
    return books.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters).map(({ detail }) => detail);
  };
  expect(plan()).toMatchInlineSnapshot(`
    [
      "CO-ROUTINE page",
      "SEARCH t USING INDEX invoice_recurring (deleted=? AND status=?)",
      "USE TEMP B-TREE FOR ORDER BY",
      "SCAN page",
      "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)",
    ]
  `);
  books.run(
    `INSERT INTO invoice (id, number_sort, status, customer_name, customer_sort, currency, total, amount_remaining, issue_day, created,
       subscription_stripe_id)
     SELECT 'i' || value, '', 'open', '', '', 'eur', 100, 100, '2026-03-01', 1, 'sub_1' FROM json_each(?)`,
    [JSON.stringify([...Array(FEW + 1).keys()])],
  );
  expect(plan().filter((step) => /TEMP B-TREE|SCAN t\b/.test(step))).toEqual([]);
  expect(
    plan().filter((step) => step.includes('INDEX invoice_by_due (deleted=? AND status=?)')),
  ).toHaveLength(5);
  const sums = vi.spyOn(books, 'all');
  expect(sumInvoices(books, filter, TODAY).count).toBe(FEW + 1);
  const [sql = '', parameters] = sums.mock.calls.at(-1) ?? [];
  expect(books.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters).map(({ detail }) => detail))
    .toMatchInlineSnapshot(`
    [
      "SEARCH t USING COVERING INDEX invoice_recurring (deleted=? AND status=?)",
    ]
  `);
});

test('customers, payments and refunds are walks along an index as well', () => {
  const page = { offset: 0, limit: 50, after: '[5,7]' };
  const customers = (by: 'name' | 'created' | 'open' | 'invoices'): readonly string[] =>
    stepsOf(customerListSql(db, { filter: { view: 'all' }, sort: { by, direction: 'asc' }, page }, TODAY));
  for (const by of ['name', 'created', 'open', 'invoices'] as const) {
    expect([by, customers(by).filter((step) => /TEMP B-TREE|SCAN t\b/.test(step))]).toEqual([by, []]);
  }
  const payments = (by: 'date' | 'amount' | 'customer', standing?: 'succeeded'): readonly string[] =>
    stepsOf(
      paymentListSql(db, {
        filter: standing === undefined ? {} : { standing },
        sort: { by, direction: 'desc' },
        page,
      }),
    );
  const input = { direction: 'desc', page } as const;
  for (const steps of [
    ...(['date', 'amount', 'customer'] as const).flatMap((by) => [payments(by), payments(by, 'succeeded')]),
    stepsOf(refundListSql(db, input)),
    stepsOf(refundListSql(db, { ...input, status: 'pending' })),
  ]) {
    expect(steps.filter((step) => /TEMP B-TREE|SCAN (t|i|io|p|c|b|o)\b/.test(step))).toEqual([]);
  }
});
