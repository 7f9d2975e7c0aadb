// Takes a credit note back: only while it does nothing but lower what an open invoice asks for.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { planCreditNoteVoid } from '../../outbox/plan-credit-note.ts';
import { notFound, wrongState } from '../../refusal.ts';
import { once } from '../../store/commands.ts';
import { type CreditNoteFacts, creditNoteFacts } from '../../store/credit-note-detail.ts';
import { activeOperationOn } from '../../store/outbox.ts';
import type { CommandContext } from '../command-context.ts';
import { endFailedOperation } from '../end-failed-operation.ts';

/** Why it cannot be taken back, in words; null when it can. docs.stripe.com/api/credit_notes/void */
export function voidRefusal({
  status,
  post_payment: post,
  invoice_status: invoice,
}: CreditNoteFacts): string | null {
  if (status === 'void') return 'This credit note is void already.';
  if (status !== 'issued') return 'Stripe has not issued this credit note.';
  if (post > 0) return 'Money was given back with this credit note, so it stays.';
  return invoice === 'open' ? null : 'A credit note can be voided only while its invoice is open.';
}

export function voidCreditNote(
  context: CommandContext,
  input: ParsedInput<'creditNotes.void'>,
): CallOutput<'creditNotes.void'> {
  const { db } = context;
  return once(db, input.commandId, 'creditNotes.void', context.now(), () => {
    const note = creditNoteFacts(db, input.id);
    if (!note) throw notFound('credit note');
    const refusal = voidRefusal(note);
    if (refusal !== null) throw wrongState(note.status, refusal);
    if (note.stripe_id === null || note.invoice_id === null) throw notFound('credit note');
    endFailedOperation(context, note.invoice_id);
    if (activeOperationOn(db, note.invoice_id) !== undefined)
      throw wrongState('busy', 'Something else is still under way with this invoice. See Activity.');
    const operationId = context.randomId();
    enqueue(
      context,
      operationId,
      planCreditNoteVoid({
        invoiceId: note.invoice_id,
        creditNoteStripeId: note.stripe_id,
        number: note.number ?? '',
        total: note.amount,
        currency: note.currency,
      }),
    );
    return { operationId };
  });
}
