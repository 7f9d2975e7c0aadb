// One search box over everything: the newest of each kind that hold all of the words, or whose number or id begins with them.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { disputeReason } from '../../shared/text/dispute-words.ts';
import { listCreditNotes } from '../store/credit-note-list.ts';
import { findCustomers } from '../store/customer-find.ts';
import { listDisputes } from '../store/dispute-list.ts';
import { listRecurring } from '../store/recurring-list.ts';
import { newestInvoices, newestPayments } from '../store/search-newest.ts';
import type { UseContext } from './context.ts';

type Hit = CallOutput<'search.everything'>['hits'][number];

/** Few, so that no kind hides the next one. */
const OF_EACH_KIND = 5;
const NEWEST = { offset: 0, limit: OF_EACH_KIND } as const;

export function searchEverything(
  context: UseContext,
  { text }: ParsedInput<'search.everything'>,
): CallOutput<'search.everything'> {
  return {
    hits: [
      ...customerHits(context, text),
      ...invoiceHits(context, text),
      ...recurringHits(context, text),
      ...paymentHits(context, text),
      ...creditNoteHits(context, text),
      ...disputeHits(context, text),
    ],
  };
}

function customerHits({ db }: UseContext, text: string): readonly Hit[] {
  return findCustomers(db, text, OF_EACH_KIND).map(({ id, name, email }) => ({
    kind: 'customer',
    id,
    title: name,
    detail: email,
  }));
}

function invoiceHits({ db, locale }: UseContext, text: string): readonly Hit[] {
  return newestInvoices(db, text, OF_EACH_KIND).map((row) => ({
    kind: 'invoice',
    id: row.id,
    title: row.number ?? 'Draft',
    detail: `${row.customer_name} · ${formatMoney(row.total, row.currency, locale)}`,
  }));
}

function paymentHits({ db, locale }: UseContext, text: string): readonly Hit[] {
  return newestPayments(db, text, OF_EACH_KIND).map((row) => ({
    kind: 'payment',
    id: row.id,
    title: `${formatMoney(row.amount, row.currency, locale)} · ${row.customer_name}`,
    detail: row.number ?? row.method,
  }));
}

function recurringHits({ db, locale, timeZone }: UseContext, text: string): readonly Hit[] {
  const sort = { by: 'created', direction: 'desc' } as const;
  return listRecurring(db, { filter: { tab: 'all', search: text }, sort, page: NEWEST }, timeZone).map(
    ({ id, title, customerName, amount, currency }) => ({
      kind: 'recurring',
      id,
      title,
      detail: joined(customerName, formatMoney(amount, currency, locale)),
    }),
  );
}

function creditNoteHits({ db, locale }: UseContext, text: string): readonly Hit[] {
  return listCreditNotes(db, { search: text, direction: 'desc', page: NEWEST }).map(
    ({ id, number, customerName, amount, currency, invoiceNumber }) => ({
      kind: 'credit-note',
      id,
      title: number ?? 'Credit note',
      detail: joined(customerName, formatMoney(amount, currency, locale), invoiceNumber),
    }),
  );
}

function disputeHits({ db, locale }: UseContext, text: string): readonly Hit[] {
  return listDisputes(db, { search: text, direction: 'desc', page: NEWEST }, () => null).map(
    ({ id, customerName, amount, currency, invoiceNumber, reason }) => ({
      kind: 'dispute',
      id,
      title: `Dispute of ${formatMoney(amount, currency, locale)}`,
      detail: joined(customerName, invoiceNumber, disputeReason(reason)),
    }),
  );
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
