// The list of invoices, its tabs and its sums, as of today.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { listInvoices as readInvoices } from '../store/invoice-list.ts';
import { sumInvoices as readSums, sumOfIds, sumTabs } from '../store/invoice-sums.ts';
import { today, type UseContext } from './context.ts';

export function listInvoices(
  context: UseContext,
  input: ParsedInput<'invoices.list'>,
): CallOutput<'invoices.list'> {
  return { rows: readInvoices(context.db, input, today(context)) };
}

export function invoiceTabs(
  context: UseContext,
  input: ParsedInput<'invoices.tabs'>,
): CallOutput<'invoices.tabs'> {
  return { tabs: [...sumTabs(context.db, input.filter, today(context))] };
}

/** Of the chosen ids when there are any, else of the filter. */
export function sumInvoices(
  context: UseContext,
  input: ParsedInput<'invoices.sums'>,
): CallOutput<'invoices.sums'> {
  return input.ids === undefined
    ? readSums(context.db, input.filter, today(context))
    : sumOfIds(context.db, input.ids);
}
