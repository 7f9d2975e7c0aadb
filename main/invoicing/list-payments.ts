// The lists of payments and of refunds, with their counts.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { countPayments as readPaymentCounts, listPayments as readPayments } from '../store/payment-list.ts';
import { countRefunds as readRefundCounts, listRefunds as readRefunds } from '../store/refund-list.ts';
import type { UseContext } from './context.ts';

export function listPayments(
  context: UseContext,
  input: ParsedInput<'payments.list'>,
): CallOutput<'payments.list'> {
  return { rows: readPayments(context.db, input) };
}

export function countPayments(
  context: UseContext,
  input: ParsedInput<'payments.counts'>,
): CallOutput<'payments.counts'> {
  return { statuses: readPaymentCounts(context.db, input.filter) };
}

export function listRefunds(
  context: UseContext,
  input: ParsedInput<'refunds.list'>,
): CallOutput<'refunds.list'> {
  return { rows: readRefunds(context.db, input) };
}

export function countRefunds(
  context: UseContext,
  input: ParsedInput<'refunds.counts'>,
): CallOutput<'refunds.counts'> {
  return { statuses: readRefundCounts(context.db, input.search) };
}
