// Attaches our own document of the disputed invoice to the answer.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { invalidInput } from '../../refusal.ts';
import { isCommandKnown, once } from '../../store/commands.ts';
import { invoicesPaidBy } from '../../store/payment-detail.ts';
import type { UseContext } from '../context.ts';
import { preparePdf } from '../documents.ts';
import { answerableDispute } from './subject.ts';
import { keepFile } from './write-answer.ts';

/** The document is drawn outside the transaction that keeps it; a repeated click draws nothing. */
export async function attachInvoice(
  context: UseContext,
  input: ParsedInput<'disputes.attachInvoice'>,
): Promise<CallOutput<'disputes.attachInvoice'>> {
  const { db } = context;
  if (isCommandKnown(db, input.commandId)) return {};
  const { payment_id: payment } = answerableDispute(context, input.id);
  const isItsOwn = payment !== null && invoicesPaidBy(db, payment).some(({ id }) => id === input.invoiceId);
  if (!isItsOwn) throw invalidInput('invoiceId', 'The disputed payment does not pay this invoice.');
  const { name, produce } = preparePdf(context, input.invoiceId, 'invoice');
  const bytes = await produce();
  return once(db, input.commandId, 'disputes.attachInvoice', context.now(), () => {
    keepFile(context, input.id, { field: input.field, name, bytes });
    return {};
  });
}
