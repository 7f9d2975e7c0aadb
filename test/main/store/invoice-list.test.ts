import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InvoiceBadge, InvoiceFilter } from '../../../shared/contract/invoices.ts';
import { InvoiceBadge as Badges } from '../../../shared/contract/invoices.ts';
import { invoiceBadge } from '../../../shared/domain/invoice-badge.ts';
import { INVOICE_TABS } from '../../../shared/domain/invoice-tabs.ts';
import { sortKey } from '../../../shared/domain/sort-key.ts';
import type { Db } from '../../../main/store/database.ts';
import { type InvoiceListInput, listInvoices } from '../../../main/store/invoice-list.ts';
import { sumInvoices, sumOfIds, sumTabs } from '../../../main/store/invoice-sums.ts';
import { anyInvoice, insertInvoice, type TestInvoice } from '../../support/invoice-rows.ts';
import { memoryDb } from '../../support/memory-db.ts';

const TODAY = '2026-03-15';

const books = fc
  .array(anyInvoice, { maxLength: 40 })
  .map((rows) =>
    rows.map((row, index): TestInvoice => ({ ...row, id: `i${String(index).padStart(3, '0')}` })),
  );

function filled(invoices: readonly TestInvoice[]): Db {
  const db = memoryDb();
  db.transaction(() => {
    for (const invoice of invoices) insertInvoice(db, invoice);
  });
  return db;
}

const badgeOf = (invoice: TestInvoice): InvoiceBadge =>
  invoiceBadge({ ...invoice, disputed: invoice.disputed === 1, processing: invoice.processing === 1 }, TODAY);

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });

const anyFilter: fc.Arbitrary<InvoiceFilter> = fc
  .record({
    tab: fc.constantFrom('all', ...INVOICE_TABS),
    search: maybe(
      fc.constantFrom(
        'acme',
        'MÜLLER',
        'muller',
        'INV',
        'in',
        'a',
        '123.45',
        '9.999,99',
        'i00',
        '"hello" and',
        'hosting märz',
        ' ',
      ),
    ),
    customerId: maybe(fc.constantFrom('c1', 'nobody')),
    badge: maybe(fc.constantFrom(...Badges.options)),
    currency: maybe(fc.constantFrom('eur', 'jpy', 'chf')),
    dateField: fc.constantFrom('issue', 'due', 'paid'),
    from: maybe(day),
    to: maybe(day),
    minAmount: maybe(fc.constantFrom(0, 50, 101)),
    maxAmount: maybe(fc.constantFrom(100, 12_345)),
  })
  .map((filter) => ({ ...filter }));

/** The same filter, written down as plainly as it can be. */
function passes(invoice: TestInvoice, filter: InvoiceFilter): boolean {
  const late = invoice.status === 'open' && invoice.dueDay !== null && invoice.dueDay < TODAY;
  const inTab = {
    all: true,
    draft: invoice.status === 'draft',
    open: invoice.status === 'open',
    'past-due': late,
    paid: invoice.status === 'paid',
    recurring: typeof invoice.subscriptionStripeId === 'string',
  };
  const date = { issue: invoice.issueDay, due: invoice.dueDay, paid: invoice.paidDay }[filter.dateField];
  return (
    invoice.deleted === 0 &&
    inTab[filter.tab] &&
    (filter.customerId === undefined || invoice.customerId === filter.customerId) &&
    (filter.badge === undefined || badgeOf(invoice) === filter.badge) &&
    (filter.currency === undefined || invoice.currency === filter.currency) &&
    (filter.from === undefined || (date !== null && date >= filter.from)) &&
    (filter.to === undefined || (date !== null && date <= filter.to)) &&
    (filter.minAmount === undefined || invoice.total >= filter.minAmount) &&
    (filter.maxAmount === undefined || invoice.total <= filter.maxAmount) &&
    found(invoice, filter.search)
  );
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function found(invoice: TestInvoice, search: string | undefined): boolean {
  const digits = { eur: 2, jpy: 0, kwd: 3 }[invoice.currency] ?? 2;
  const amount = (invoice.total / 10 ** digits).toFixed(digits);
  const text = plain([invoice.number ?? '', invoice.customerName, invoice.memo, amount].join('\n'));
  return (search ?? '')
    .split(' ')
    .filter(Boolean)
    .every((term) => {
      if (term.length < 3)
        return (
          (invoice.number ?? '').startsWith(term.toUpperCase()) ||
          sortKey(invoice.customerName).startsWith(sortKey(term))
        );
      return text.includes(plain(term)) || (term === '9.999,99' && text.includes('9999.99'));
    });
}

const ORDER: Readonly<Record<InvoiceListInput['sort']['by'], (invoice: TestInvoice) => string | number>> = {
  number: (invoice) => sortKey(invoice.number ?? ''),
  customer: (invoice) => sortKey(invoice.customerName),
  issue: (invoice) => invoice.issueDay,
  due: (invoice) => invoice.dueDay ?? '9999-12-31',
  total: (invoice) => invoice.total,
  balance: (invoice) => invoice.amountRemaining,
};

function expectedIds(
  invoices: readonly TestInvoice[],
  { filter, sort }: Omit<InvoiceListInput, 'page'>,
): readonly string[] {
  const value = ORDER[sort.by];
  const ordered = invoices
    .filter((invoice) => passes(invoice, filter))
    .toSorted((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a.id < b.id ? -1 : 1));
  return (sort.direction === 'asc' ? ordered : ordered.toReversed()).map(({ id }) => id);
}

const anySort = fc.record({
  by: fc.constantFrom('number', 'customer', 'issue', 'due', 'total', 'balance'),
  direction: fc.constantFrom('asc', 'desc'),
}) as fc.Arbitrary<InvoiceListInput['sort']>;

test('any filter in any order gives the rows that the plain rules give, page by page, by offset and by cursor', () => {
  fc.assert(
    fc.property(
      books,
      anyFilter,
      anySort,
      fc.integer({ min: 1, max: 9 }),
      (invoices, filter, sort, limit) => {
        const db = filled(invoices);
        const expected = expectedIds(invoices, { filter, sort });
        const byOffset: string[] = [];
        const byCursor: string[] = [];
        let after: string | undefined;
        for (let offset = 0; offset <= expected.length; offset += limit) {
          byOffset.push(
            ...listInvoices(db, { filter, sort, page: { offset, limit } }, TODAY).map(({ id }) => id),
          );
          const page = listInvoices(db, { filter, sort, page: { offset, limit, after } }, TODAY);
          byCursor.push(...page.map(({ id }) => id));
          after = page.at(-1)?.cursor ?? after;
        }
        expect(byOffset).toEqual(expected);
        expect(byCursor).toEqual(expected);
        db.close();
      },
    ),
    { numRuns: 120 },
  );
});

test('the badge of a row and the badge of the rule are the same', () => {
  fc.assert(
    fc.property(books, (invoices) => {
      const db = filled(invoices.map((invoice) => ({ ...invoice, deleted: 0 as const })));
      const sort = { by: 'issue', direction: 'asc' } as const;
      const rows = listInvoices(
        db,
        { filter: { tab: 'all', dateField: 'issue' }, sort, page: { offset: 0, limit: 200 } },
        TODAY,
      );
      const badges = new Map(rows.map((row) => [row.id, row.badge]));
      for (const invoice of invoices) expect(badges.get(invoice.id)).toBe(badgeOf(invoice));
      db.close();
    }),
    { numRuns: 60 },
  );
});

test('sums and tabs add exactly the rows that the list shows', () => {
  fc.assert(
    fc.property(books, anyFilter, (invoices, filter) => {
      const db = filled(invoices);
      const expectedOf = (tab: InvoiceFilter['tab']) => {
        const rows = invoices.filter((invoice) => passes(invoice, { ...filter, tab }));
        const currencies = [...new Set(rows.map(({ currency }) => currency))].toSorted();
        const sum = (pick: (invoice: TestInvoice) => number) =>
          currencies.map((currency) => ({
            currency,
            amount: rows
              .filter((row) => row.currency === currency)
              .reduce((total, row) => total + pick(row), 0),
          }));
        return {
          count: rows.length,
          total: sum(({ total }) => total),
          balanceDue: sum(({ status, amountRemaining }) => (status === 'open' ? amountRemaining : 0)).filter(
            ({ amount }) => amount !== 0,
          ),
        };
      };
      expect(sumInvoices(db, filter, TODAY)).toEqual(expectedOf(filter.tab));
      for (const { tab, sums } of sumTabs(db, filter, TODAY))
        expect([tab, sums]).toEqual([tab, expectedOf(tab)]);
      db.close();
    }),
    { numRuns: 60 },
  );
});

test('the sums of chosen invoices count each once and no strangers', () => {
  const chosen: TestInvoice = {
    id: 'i1',
    number: 'A-1',
    status: 'open',
    work: null,
    deleted: 0,
    customerId: null,
    customerName: 'Acme',
    currency: 'eur',
    total: 500,
    amountRemaining: 200,
    amountPaid: 300,
    amountRefunded: 0,
    amountRefundPending: 0,
    disputed: 0,
    processing: 0,
    issueDay: '2026-03-01',
    dueDay: null,
    paidDay: null,
    memo: '',
  };
  const db = filled([chosen, { ...chosen, id: 'i2', deleted: 1 }]);
  expect(sumOfIds(db, ['i1', 'i1', 'i2', 'nobody'])).toEqual({
    count: 1,
    total: [{ currency: 'eur', amount: 500 }],
    balanceDue: [{ currency: 'eur', amount: 200 }],
  });
});

test('a cursor that the program did not write is taken for none', () => {
  const db = filled([]);
  const sort = { by: 'issue', direction: 'asc' } as const;
  for (const after of ['', '{}', '[]', '["a"]', '["a","b"]', '[null,1]', '[{},1]', 'DROP TABLE invoice']) {
    const page = { offset: 0, limit: 5, after };
    expect(listInvoices(db, { filter: { tab: 'all', dateField: 'issue' }, sort, page }, TODAY)).toEqual([]);
  }
});
