// What a subscription will bill next, found by doing it and taking it back.
import { Failure } from '../../api/failure.ts';
import { emitJson } from '../../world/events.ts';
import type { Invoice, Subscription } from '../../world/records.ts';
import { render, type JsonObject } from '../../world/render.ts';
import { tryOut } from '../../world/try-out.ts';
import type { World } from '../../world/world.ts';
import { billPending } from './bill-now.ts';
import { periodEnd } from './moments.ts';
import type { Change } from './params.ts';
import { creditUnused } from './prorate.ts';
import { renew } from './renew.ts';
import { hasEnded } from './standing.ts';
import { applyChange, refuseUnchangeable } from './update.ts';

const HOUR = 3600;

export function noneUpcoming(customer: string): Failure {
  return new Failure(404, 'invalid_request_error', `No upcoming invoices for customer: ${customer}`, {
    code: 'invoice_upcoming_none',
  });
}

/** The last invoice of a subscription that ends with its period holds only what is pending. */
function lastInvoice(world: World, subscription: Subscription, at: number): Invoice {
  const last = world.step(() => billPending(world, subscription, 'subscription_cycle'), at * 1000);
  if (last === null) throw noneUpcoming(subscription.customer);
  return last;
}

/** To be called inside of what is taken back. An upcoming invoice is shown as a draft, also while nothing is collected. */
export function nextInvoice(world: World, id: string): Invoice {
  const subscription = world.put('subscription', {
    ...world.get('subscription', id),
    pause_collection: null,
  });
  if (hasEnded(subscription) || subscription.status === 'paused') throw noneUpcoming(subscription.customer);
  const end = periodEnd(world, subscription);
  const { cancel_at: cancelAt } = subscription;
  if (cancelAt !== null && cancelAt <= end) return lastInvoice(world, subscription, cancelAt);
  return world.step(() => renew(world, id), end * 1000);
}

/** Ended now, with what is not used given back. */
function lastNow(world: World, subscription: Subscription, prorates: boolean): Invoice {
  if (prorates)
    for (const item of subscription.inner.items) creditUnused(world, subscription, item, world.now());
  const last = billPending(world, subscription);
  if (last === null) throw noneUpcoming(subscription.customer);
  return last;
}

/** What would be billed after a change: at once when it makes an invoice by itself, else with the next period. */
export function invoiceAfter(world: World, id: string, change: Change, cancelNow: boolean): Invoice {
  const subscription = world.get('subscription', id);
  refuseUnchangeable(subscription, change);
  if (cancelNow) return lastNow(world, subscription, change.proration_behavior !== 'none');
  return applyChange(world, id, change) ?? nextInvoice(world, id);
}

export function shownUpcoming(world: World, invoice: Invoice): JsonObject {
  return {
    ...render(world, 'invoice', invoice),
    automatically_finalizes_at: null,
    billing_reason: 'upcoming',
    next_payment_attempt:
      invoice.collection_method === 'charge_automatically' ? invoice.created + HOUR : null,
  };
}

/** The invoice of the event has no id: it does not exist yet. */
export function announceRenewal(world: World, subscription: Subscription): void {
  const { id: _id, ...upcoming } = tryOut(world, world.nowMs(), () =>
    shownUpcoming(world, nextInvoice(world, subscription.id)),
  );
  emitJson(world, 'invoice.upcoming', upcoming);
}
