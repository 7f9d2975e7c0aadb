// What is sold and to whom, as tables: invoices, customers, recurring invoices, items.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { Line } from '../../../shared/contract/reports.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { formatDecimal, parseDecimal, shiftPoint } from '../../../shared/domain/decimal.ts';
import { minorDigits } from '../../../shared/domain/money.ts';
import { columns, count, date, money, row, text } from '../../../shared/domain/reports/table.ts';
import { stateWords } from './paged-table.ts';

type RowOf<Name extends 'invoices.list' | 'customers.list' | 'recurring.list' | 'items.list'> =
  CallOutput<Name>['rows'][number];

export const INVOICE_COLUMNS = columns({
  number: ['Number', 'text'],
  customer: ['Customer', 'text'],
  status: ['Status', 'text'],
  issued: ['Issued', 'date'],
  due: ['Due', 'date'],
  paid: ['Paid on', 'date'],
  po: ['PO number', 'text'],
  memo: ['Memo', 'text'],
  tax: ['Tax', 'money'],
  total: ['Total', 'money'],
  received: ['Paid', 'money'],
  balance: ['Balance due', 'money'],
  stripe: ['Stripe id', 'text'],
});

export function invoiceLines(invoice: RowOf<'invoices.list'>): readonly Line[] {
  const { currency } = invoice;
  return [
    row([
      text(invoice.number ?? ''),
      text(invoice.customerName),
      text(stateWords(invoice.badge)),
      date(invoice.issueDate),
      date(invoice.dueDate),
      date(invoice.paidOn),
      text(invoice.poNumber),
      text(invoice.memo),
      money(invoice.tax, currency),
      money(invoice.total, currency),
      money(invoice.amountPaid, currency),
      money(invoice.balanceDue, currency),
      text(invoice.stripeId ?? ''),
    ]),
  ];
}

export const CUSTOMER_COLUMNS = columns({
  name: ['Name', 'text'],
  email: ['E-mail', 'text'],
  country: ['Country', 'text'],
  reference: ['Reference', 'text'],
  created: ['Created', 'date'],
  archived: ['Archived', 'text'],
  invoices: ['Invoices', 'count'],
  open: ['Open', 'money'],
  overdue: ['Past due', 'money'],
  stripe: ['Stripe id', 'text'],
});

/** A line for each currency in which something is open, at least one. */
export function customerLines(customer: RowOf<'customers.list'>, timeZone: string): readonly Line[] {
  const open = customer.open.length === 0 ? [null] : customer.open;
  return open.map((sum) => {
    const overdue = customer.pastDue.find(({ currency }) => currency === sum?.currency);
    return row([
      text(customer.name),
      text(customer.email),
      text(customer.country ?? ''),
      text(customer.reference),
      date(dayOf(customer.createdAt, timeZone)),
      text(customer.archived ? 'Yes' : 'No'),
      count(customer.invoiceCount),
      sum && money(sum.amount, sum.currency),
      overdue ? money(overdue.amount, overdue.currency) : null,
      text(customer.stripeId ?? ''),
    ]);
  });
}

export const RECURRING_COLUMNS = columns({
  title: ['Recurring invoice', 'text'],
  customer: ['Customer', 'text'],
  status: ['Status', 'text'],
  every: ['Every', 'text'],
  how: ['How it is paid', 'text'],
  next: ['Next invoice', 'date'],
  end: ['Ends', 'date'],
  amount: ['Amount', 'money'],
  stripe: ['Stripe id', 'text'],
});

export function recurringLines(one: RowOf<'recurring.list'>): readonly Line[] {
  return [
    row([
      text(one.title),
      text(one.customerName),
      text(stateWords(one.standing)),
      text(everyWords(one.every)),
      text(one.collects === 'send' ? 'Sent' : 'Charged'),
      date(one.nextDay),
      date(one.endDay),
      money(one.amount, one.currency),
      text(one.stripeId ?? ''),
    ]),
  ];
}

function everyWords({ interval, count: times }: RowOf<'recurring.list'>['every']): string {
  return times === 1 ? interval : `${times} ${interval}s`;
}

export const ITEM_COLUMNS = columns({
  name: ['Item', 'text'],
  description: ['Description', 'text'],
  unit: ['Unit', 'text'],
  active: ['Item in use', 'text'],
  label: ['Price', 'text'],
  every: ['Billed every', 'text'],
  inUse: ['Price in use', 'text'],
  currency: ['Currency', 'text'],
  amount: ['Unit price', 'text'],
  stripe: ['Stripe id', 'text'],
});

/** A line for each price, at least one. Prices may have more places than amounts, so they stand as exact decimals. */
export function itemLines(item: RowOf<'items.list'>): readonly Line[] {
  const prices = item.prices.length === 0 ? [null] : item.prices;
  return prices.map((price) =>
    row([
      text(item.name),
      text(item.description),
      text(item.unitLabel),
      text(item.active ? 'Yes' : 'No'),
      text(price?.label ?? ''),
      text(price?.every ? everyWords(price.every) : ''),
      text(price === null ? '' : price.active ? 'Yes' : 'No'),
      text(price?.currency.toUpperCase() ?? ''),
      text(price === null ? '' : unitText(price)),
      text(item.stripeId ?? ''),
    ]),
  );
}

function unitText({ unitAmountDecimal, currency }: RowOf<'items.list'>['prices'][number]): string {
  const value = unitAmountDecimal === null ? null : parseDecimal(unitAmountDecimal);
  return value === null ? '' : formatDecimal(shiftPoint(value, -minorDigits(currency)));
}
