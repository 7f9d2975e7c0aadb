// One search box over everything: the newest invoices, customers and payments that hold all of the words.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { findCustomers } from '../store/customer-find.ts';
import { newestInvoices, newestPayments } from '../store/search-newest.ts';
import type { UseContext } from './context.ts';

type Hit = CallOutput<'search.everything'>['hits'][number];

const OF_EACH_KIND = 8;

export function searchEverything(
  context: UseContext,
  { text }: ParsedInput<'search.everything'>,
): CallOutput<'search.everything'> {
  const { db, locale } = context;
  const customers = findCustomers(db, text, OF_EACH_KIND).map(({ id, name, email }): Hit => ({
    kind: 'customer',
    id,
    title: name,
    detail: email,
  }));
  const invoices = newestInvoices(db, text, OF_EACH_KIND).map((row): Hit => ({
    kind: 'invoice',
    id: row.id,
    title: row.number ?? 'Draft',
    detail: `${row.customer_name} · ${formatMoney(row.total, row.currency, locale)}`,
  }));
  const payments = newestPayments(db, text, OF_EACH_KIND).map((row): Hit => ({
    kind: 'payment',
    id: row.id,
    title: `${formatMoney(row.amount, row.currency, locale)} · ${row.customer_name}`,
    detail: row.number ?? row.method,
  }));
  return { hits: [...customers, ...invoices, ...payments] };
}
