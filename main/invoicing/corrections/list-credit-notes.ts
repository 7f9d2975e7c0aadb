// The list of credit notes with its counts.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { countCreditNotes as readCounts, listCreditNotes as readRows } from '../../store/credit-note-list.ts';
import type { UseContext } from '../context.ts';

export function listCreditNotes(
  context: UseContext,
  input: ParsedInput<'creditNotes.list'>,
): CallOutput<'creditNotes.list'> {
  return { rows: readRows(context.db, input) };
}

export function countCreditNotes(
  context: UseContext,
  input: ParsedInput<'creditNotes.counts'>,
): CallOutput<'creditNotes.counts'> {
  return { statuses: readCounts(context.db, input.search) };
}
