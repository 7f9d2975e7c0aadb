// The list of customers, its counts, and the picker.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { findCustomers as readFound } from '../store/customer-find.ts';
import { countCustomers as readCounts, listCustomers as readCustomers } from '../store/customer-list.ts';
import { today, type UseContext } from './context.ts';

const PICKER_ROWS = 20;

export function listCustomers(
  context: UseContext,
  input: ParsedInput<'customers.list'>,
): CallOutput<'customers.list'> {
  return { rows: readCustomers(context.db, input, today(context)) };
}

export function countCustomers(
  context: UseContext,
  input: ParsedInput<'customers.counts'>,
): CallOutput<'customers.counts'> {
  return readCounts(context.db, input.search, today(context));
}

export function findCustomers(
  context: UseContext,
  input: ParsedInput<'customers.find'>,
): CallOutput<'customers.find'> {
  return {
    rows: readFound(context.db, input.text, PICKER_ROWS).map(({ id, name, email, currency, country }) => ({
      id,
      name,
      email,
      currency,
      country,
    })),
  };
}
