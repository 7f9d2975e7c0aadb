// The standing list of refunds without a credit note and credit notes without a refund, and the word that one needs nothing more.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { creditable, creditRefusal } from '../../../shared/domain/crediting.ts';
import { once } from '../../store/commands.ts';
import { countMismatches, mismatches, type MismatchRow, settleMismatch } from '../../store/mismatches.ts';
import type { UseContext } from '../context.ts';
import { creditBasis } from './credit-facts.ts';

const MOST_ROWS = 200;

export function listUnmatched(context: UseContext): CallOutput<'corrections.unmatched'> {
  const { db } = context;
  return {
    count: countMismatches(db),
    rows: mismatches(db, MOST_ROWS).map((row) => ({
      id: row.id,
      kind: row.kind,
      date: row.day,
      invoiceId: row.invoice_id,
      invoiceNumber: row.invoice_number,
      refundId: row.refund_id,
      creditNoteId: row.note_id,
      creditNoteNumber: row.note_number,
      customerName: row.customer_name ?? '',
      currency: row.currency,
      amount: row.amount,
      canCredit: canCredit(context, row),
    })),
  };
}

/** A credit note can still be written for it. */
function canCredit({ db }: UseContext, row: MismatchRow): boolean {
  if (row.kind !== 'refund-without-note' || row.invoice_id === null) return false;
  const { facts } = creditBasis(db, row.invoice_id);
  return creditRefusal(facts) === null && creditable(facts) + row.amount > 0;
}

export function settleUnmatched(
  context: UseContext,
  { commandId, ids, note }: ParsedInput<'corrections.settle'>,
): CallOutput<'corrections.settle'> {
  const { db } = context;
  return once(db, commandId, 'corrections.settle', context.now(), () => {
    for (const id of ids) settleMismatch(db, id, note.trim(), context.now());
    context.changes.add('credit-note');
    context.changes.add('refund');
    return {};
  });
}
