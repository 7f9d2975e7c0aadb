// The list of disputes with its counts.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { daysToAnswer, DISPUTE_STANDINGS } from '../../../shared/domain/disputes.ts';
import { countDisputes as readCounts, listDisputes as readDisputes } from '../../store/dispute-list.ts';
import type { UseContext } from '../context.ts';

export function listDisputes(
  context: UseContext,
  input: ParsedInput<'disputes.list'>,
): CallOutput<'disputes.list'> {
  const now = context.now();
  return { rows: readDisputes(context.db, input, (dueBy) => daysToAnswer(dueBy, now, context.timeZone)) };
}

export function countDisputes(
  { db }: UseContext,
  { search }: ParsedInput<'disputes.counts'>,
): CallOutput<'disputes.counts'> {
  const counts = readCounts(db, search);
  return {
    statuses: DISPUTE_STANDINGS.flatMap((standing) => counts.filter(({ status }) => status === standing)),
  };
}
