// How a subscription ends: its billing stops, what was finalized is no longer collected by itself.
import { cancelPlanned } from '../../world/due.ts';
import { emit, update } from '../../world/events.ts';
import type { Subscription } from '../../world/records.ts';
import type { World } from '../../world/world.ts';

type Reason = 'cancellation_requested' | 'payment_failed';

/** Stripe stops the automatic collection of all finalized invoices of the customer. */
function stopCollecting(world: World, customer: string): void {
  for (const invoice of world.table('invoice').newestFirst()) {
    if (invoice.customer !== customer || invoice.status !== 'open' || invoice.auto_advance !== true) continue;
    cancelPlanned(world, (task) => task.kind === 'collect-invoice' && task.invoice === invoice.id);
    update(world, 'invoice.updated', 'invoice', invoice, {
      ...invoice,
      auto_advance: false,
      next_payment_attempt: null,
    });
  }
}

export function endSubscription(
  world: World,
  id: string,
  reason: Reason,
  status: 'canceled' | 'incomplete_expired' = 'canceled',
): Subscription {
  const subscription = world.get('subscription', id);
  const now = world.now();
  const ended = world.put('subscription', {
    ...subscription,
    canceled_at: subscription.canceled_at ?? now,
    cancellation_details: {
      comment: null,
      feedback: null,
      feedback_option: null,
      ...subscription.cancellation_details,
      reason,
    },
    ended_at: now,
    pause_collection: null,
    status,
    inner: { ...subscription.inner, expiresAt: null },
  });
  cancelPlanned(world, (task) => task.kind === 'wake-subscription' && task.subscription === id);
  stopCollecting(world, ended.customer);
  emit(world, 'customer.subscription.deleted', 'subscription', ended);
  return ended;
}
