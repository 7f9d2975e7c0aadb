// The calls that a bookkeeper makes all day, each with input as the page sends it.
import type { CallName } from '../../shared/contract/calls.ts';

export interface BenchedCall {
  readonly name: string;
  readonly call: CallName;
  readonly input: unknown;
  /** A page of a list: its cost may not grow with the books beyond twice. */
  readonly page: boolean;
  /** Another search in between, so that nothing found before can be used again. */
  readonly search: boolean;
}

const PAGE = { offset: 0, limit: 50 };

const SORTS = ['number', 'customer', 'issue', 'due', 'total', 'balance'] as const;
const SEARCHES = {
  'a number': '004217',
  'a customer': 'Birch Ceramics',
  'a common word': 'consulting',
  'two words': 'hosting review',
  'an amount': '1.234,5',
  'two letters': 'bi',
  'an id': 'in_AAAAAAAAAAAAAAAAAAAAA1',
  'a word of every invoice': 'business',
} as const;

const FILTERS = {
  'by badge': { badge: 'partially-refunded' },
  'past due by badge': { badge: 'past-due' },
  'by currency': { currency: 'gbp' },
  'of no currency': { currency: 'chf' },
  'by days issued': { from: '2024-03-01', to: '2024-03-31' },
  'by days paid': { dateField: 'paid', from: '2024-03-01', to: '2024-03-31' },
  'by amount': { currency: 'eur', minAmount: 200_000, maxAmount: 201_000 },
} as const;

export function benchedCalls(invoices: number): readonly BenchedCall[] {
  return [
    ...invoicePages(invoices),
    ...invoiceFilters(),
    ...searches(),
    ...otherLists(),
    ...figures(),
    ...books(),
  ];
}

const plain = (name: string, call: CallName, input: unknown, page = false): BenchedCall => ({
  name,
  call,
  input,
  page,
  search: false,
});

function list(name: string, filter: object, sort: object, page: object = PAGE): BenchedCall {
  return plain(`invoices ${name}`, 'invoices.list', { filter, sort, page }, true);
}

function invoicePages(invoices: number): readonly BenchedCall[] {
  const newest = { by: 'issue', direction: 'desc' };
  return [
    ...SORTS.flatMap((by) =>
      (['asc', 'desc'] as const).map((direction) => list(`by ${by} ${direction}`, {}, { by, direction })),
    ),
    ...(['open', 'past-due', 'paid'] as const).map((tab) => list(`tab ${tab}`, { tab }, newest)),
    // Small books have less than a page of drafts: there is nothing to compare.
    plain('invoices tab draft', 'invoices.list', { filter: { tab: 'draft' }, sort: newest, page: PAGE }),
    plain('invoices at an offset of 90 %', 'invoices.list', {
      filter: {},
      sort: newest,
      page: { offset: invoices * 0.9, limit: 50 },
    }),
    list('behind a row far down', {}, newest, {
      offset: 0,
      limit: 50,
      after: JSON.stringify(['2022-06-01', 5]),
    }),
    list(
      'behind a row among equals',
      { tab: 'paid' },
      { by: 'balance', direction: 'asc' },
      { offset: 0, limit: 50, after: '[0,400]' },
    ),
  ];
}

function invoiceFilters(): readonly BenchedCall[] {
  return Object.entries(FILTERS).map(([name, filter]) =>
    plain(`invoices ${name}`, 'invoices.list', {
      filter,
      sort: { by: 'customer', direction: 'asc' },
      page: PAGE,
    }),
  );
}

function searches(): readonly BenchedCall[] {
  return Object.entries(SEARCHES).flatMap(([name, search]) => [
    {
      ...plain(`search ${name}`, 'invoices.list', {
        filter: { search },
        sort: { by: 'issue', direction: 'desc' },
        page: PAGE,
      }),
      search: true,
    },
    { ...plain(`search ${name}: tabs`, 'invoices.tabs', { filter: { search } }), search: true },
  ]);
}

function otherLists(): readonly BenchedCall[] {
  const customers = (by: string, view: string): BenchedCall =>
    plain(
      `customers by ${by}, ${view}`,
      'customers.list',
      { filter: { view }, sort: { by, direction: 'desc' }, page: PAGE },
      true,
    );
  return [
    ...['name', 'created', 'open', 'invoices'].map((by) => customers(by, 'all')),
    customers('name', 'open'),
    plain('customers who are late', 'customers.list', {
      filter: { view: 'past-due' },
      sort: { by: 'name', direction: 'asc' },
      page: PAGE,
    }),
    plain('customers for the picker', 'customers.find', { text: 'bir' }),
    ...(['date', 'amount', 'customer'] as const).map((by) =>
      plain(
        `payments by ${by}`,
        'payments.list',
        { filter: {}, sort: { by, direction: 'desc' }, page: PAGE },
        true,
      ),
    ),
    plain(
      'payments succeeded',
      'payments.list',
      { filter: { standing: 'succeeded' }, sort: { by: 'date', direction: 'desc' }, page: PAGE },
      true,
    ),
    plain('payments of some days', 'payments.list', {
      filter: { from: '2024-03-01', to: '2024-03-31' },
      sort: { by: 'amount', direction: 'desc' },
      page: PAGE,
    }),
    // Small books have no more than that many.
    plain('refunds', 'refunds.list', { page: { offset: 0, limit: 15 } }, true),
    plain('refunds, a whole page', 'refunds.list', { page: PAGE }),
  ];
}

function figures(): readonly BenchedCall[] {
  return [
    plain('tabs', 'invoices.tabs', { filter: {} }),
    plain('sums of a badge', 'invoices.sums', { filter: { badge: 'paid' } }),
    plain('customer counts', 'customers.counts', {}),
    plain('payment counts', 'payments.counts', { filter: {} }),
    plain('refund counts', 'refunds.counts', {}),
    plain('start page', 'home.get', {}),
    { ...plain('search over everything', 'search.everything', { text: 'willow' }), search: true },
  ];
}

function books(): readonly BenchedCall[] {
  return [
    plain('books: proof', 'books.proof', {}),
    plain('books: trial balance of a year', 'books.trialBalance', { from: '2025-01-01', to: '2025-12-31' }),
    plain('books: journal', 'books.journal', { account: null, limit: 100 }),
    plain('books: journal of an account', 'books.journal', { account: 5000, limit: 100 }),
  ];
}
