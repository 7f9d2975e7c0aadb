// What the books know to say of a paid invoice, where it is only offered.
import type { EvidenceText } from '../../../shared/domain/evidence.ts';
import type { UseContext } from '../context.ts';
import { printed } from '../documents.ts';
import { whyUnreadable } from '../read-printed.ts';
import { suggestedTexts } from './suggestions.ts';

/** `invoiceId` is ours. Nothing without an invoice, and nothing of one that cannot be read: an answer is written without it. */
export function knownTexts(
  context: UseContext,
  invoiceId: string | null,
): Readonly<Partial<Record<EvidenceText, string>>> {
  if (invoiceId === null) return {};
  try {
    return suggestedTexts(printed(context, invoiceId), context.locale);
  } catch (error) {
    if (whyUnreadable(error) !== null) return {};
    throw error;
  }
}
