// Begins a revision of an issued invoice: a draft with its content, which replaces it when it is issued. Stripe hears of it then.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { DraftContent } from '../../shared/contract/drafts.ts';
import { revisingRefusal } from '../../shared/domain/revising.ts';
import type { Revised } from '../outbox/plan-revision.ts';
import { notFound, wrongState } from '../refusal.ts';
import { once } from '../store/commands.ts';
import type { Db } from '../store/database.ts';
import { insertDraft } from '../store/drafts.ts';
import { activeOperationOn } from '../store/outbox.ts';
import { revisable, revisedBy, type RevisedInvoice, revisionsOf, setRevises } from '../store/revisions.ts';
import { contentFromMirror } from './content-from-mirror.ts';
import { today, type UseContext } from './context.ts';
import { summaryOf } from './draft-summary.ts';
import { getDraft } from './get-draft.ts';

/** The draft that is there already, where one was begun: an invoice is replaced by one other. */
export function reviseInvoice(
  context: UseContext,
  input: ParsedInput<'invoices.revise'>,
): CallOutput<'invoices.revise'> {
  const { db } = context;
  return once(db, input.commandId, 'invoices.revise', context.now(), () => {
    const invoice = revisable(db, input.id);
    if (!invoice) throw notFound('invoice');
    const begun = revisionsOf(db, invoice.stripe_id).find(({ status }) => status === 'draft');
    if (begun) return getDraft(context, begun);
    const refusal = refusalOf(invoice);
    if (refusal !== null) throw wrongState(invoice.status, refusal);
    if (isBusy(db, invoice.id))
      throw wrongState('busy', 'Something else is still under way with this invoice. See Activity.');
    const id = `draft_${context.randomId()}`;
    const content = revisedContent(context, invoice);
    insertDraft(db, id, content, summaryOf(context, content), context.now());
    setRevises(db, id, invoice.stripe_id);
    context.changes.add('invoice', id);
    context.changes.add('invoice', invoice.id);
    return getDraft(context, { id });
  });
}

/** What the draft replaces, as its plan needs it; null for a draft that replaces nothing. */
export function revisedInvoice(db: Db, draftId: string): Revised | null {
  const invoice = revisedBy(db, draftId);
  if (!invoice) return null;
  const { id, stripe_id: stripeId, number, line_count: lineCount } = invoice;
  return { invoiceId: id, stripeId, label: number ?? 'an invoice', lineCount };
}

/** Why the invoice cannot be replaced now, in words. */
export function refusalOf(invoice: RevisedInvoice): string | null {
  return revisingRefusal({
    status: invoice.status,
    ofRecurring: invoice.of_recurring === 1,
    paid: invoice.amount_paid,
    processing: invoice.processing === 1,
    creditNotes: invoice.notes,
  });
}

/** Whether anything is on its way to Stripe for the invoice, or for a revision of it. */
export function isBusy(db: Db, id: string): boolean {
  const stripeId = revisable(db, id)?.stripe_id;
  const revisions = stripeId === undefined ? [] : revisionsOf(db, stripeId);
  return [id, ...revisions.map((revision) => revision.id)].some((subject) => {
    const state = activeOperationOn(db, subject)?.state;
    return state !== undefined && state !== 'failed' && state !== 'needs-review';
  });
}

/** The due day stays while it has not passed. */
function revisedContent(context: UseContext, { id, due_day: due }: RevisedInvoice): DraftContent {
  const content = contentFromMirror(context, id);
  return due !== null && due >= today(context) ? { ...content, terms: { kind: 'date', date: due } } : content;
}
