// Asks Stripe what a recurring invoice will bill next, as it is or after a change.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { RecurringChange, UpcomingInvoice } from '../../shared/contract/recurring.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import { previewParams } from '../outbox/plan-recurring-change.ts';
import { resolveIntent } from '../outbox/resolve.ts';
import { valueOf } from '../outbox/references.ts';
import { acceptableEnd } from '../invoicing/recurring/change.ts';
import { existingRecurring } from '../invoicing/recurring/get.ts';
import type { UseContext } from '../invoicing/context.ts';
import { Refusal, wrongState } from '../refusal.ts';
import { savePreview, type StoredRecurring } from '../store/recurring.ts';
import type { Gateway, JsonObject } from '../stripe/request.ts';
import { PreviewSnapshot } from '../stripe/snapshots/recurring.ts';
import { syncError } from '../sync/sync-error.ts';

/** Null when Stripe makes no more of them. What is asked without a change is kept, for when Stripe cannot be asked. */
export async function previewRecurring(
  context: UseContext,
  gateway: Gateway | null,
  { id, change }: ParsedInput<'recurring.preview'>,
): Promise<CallOutput<'recurring.preview'>> {
  const stored = existingRecurring(context.db, id);
  if (stored.stripe_id === null || stored.standing === 'ended') return { upcoming: null };
  const params = paramsOf(context, stored, stored.stripe_id, change);
  if (!gateway) throw wrongState('no-key', 'Connect Stripe first.');
  const answer = await gateway.preview(params);
  if (!answer.ok) {
    const { failure } = answer;
    // Stripe's way of saying that there is none.
    if (failure.kind === 'refused' && failure.code === 'invoice_upcoming_none') return { upcoming: null };
    throw new Refusal(syncError(failure));
  }
  const upcoming = upcomingOf(answer.value, context);
  if (change === null) savePreview(context.db, stored.seq, upcoming);
  return { upcoming };
}

function paramsOf(
  context: UseContext,
  stored: StoredRecurring,
  stripeId: string,
  change: RecurringChange | null,
): JsonObject {
  if (change === null) return { subscription: stripeId };
  const end = acceptableEnd(context, stored, change);
  const intent = previewParams(stripeId, stored, change, end);
  const resolved = resolveIntent(
    { operation: 'subscriptions.update', target: stripeId, params: intent, expectTotal: null },
    (reference) => valueOf(context.db, reference),
  );
  if (!resolved.ok) throw wrongState('not-at-stripe', 'Something of it is not at Stripe yet. See Activity.');
  return resolved.request.params;
}

function upcomingOf(invoice: JsonObject, context: UseContext): UpcomingInvoice | null {
  const told = PreviewSnapshot.safeParse(invoice).data;
  if (!told) return null;
  const day = (at: number): string => dayOf(at, context.timeZone);
  return {
    day: day(told.created),
    currency: told.currency,
    subtotal: told.subtotal,
    discount: told.total_discount_amounts,
    tax: told.total_taxes,
    total: told.total,
    amountDue: told.amount_due,
    lines: told.lines.data.map(({ id, description, amount, period }) => ({
      id,
      description,
      amount,
      from: day(period.start),
      until: day(period.end),
    })),
    askedAt: context.now(),
  };
}
