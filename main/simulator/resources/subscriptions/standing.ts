// What a subscription is worth after its invoices: its status follows whether they are paid.
import { emit, updateFrom } from '../../world/events.ts';
import type { Invoice, Subscription } from '../../world/records.ts';
import { render } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { endSubscription } from './end.ts';

export function subscriptionOf(world: World, invoice: Invoice): Subscription | undefined {
  const id = invoice.parent?.subscription_details?.subscription;
  return id === undefined ? undefined : world.find('subscription', id);
}

/** Changes a subscription or its items and, when anything shown is different then, writes the event. */
export function changeSubscription(world: World, id: string, edit: () => void): Subscription {
  const was = render(world, 'subscription', world.get('subscription', id));
  edit();
  return updateFrom(
    world,
    'customer.subscription.updated',
    'subscription',
    was,
    world.get('subscription', id),
  );
}

export function hasEnded({ status }: Subscription): boolean {
  return status === 'canceled' || status === 'incomplete_expired';
}

function setStatus(world: World, subscription: Subscription, status: Subscription['status']): void {
  if (subscription.status === status) return;
  changeSubscription(world, subscription.id, () =>
    world.put('subscription', {
      ...subscription,
      status,
      inner: { ...subscription.inner, expiresAt: status === 'active' ? null : subscription.inner.expiresAt },
    }),
  );
}

/** The first payment is on its way: a debit may take longer than a card is waited for. UNCONFIRMED (stripe.md 8). */
export function firstPaymentProcessing(world: World, invoice: Invoice): void {
  const subscription = subscriptionOf(world, invoice);
  if (subscription?.status === 'incomplete') setStatus(world, subscription, 'active');
}

/** A paused subscription is active again. */
export function resumed(world: World, id: string): void {
  changeSubscription(world, id, () => {
    const { status_details: _details, ...subscription } = world.get('subscription', id);
    world.put('subscription', {
      ...subscription,
      status: 'active',
      inner: { ...subscription.inner, expiresAt: null },
    });
  });
  emit(world, 'customer.subscription.resumed', 'subscription', world.get('subscription', id));
}

/** Whether the newest invoice asks in vain: a payment failed, or its due date has passed. */
function owes(world: World, subscription: Subscription): boolean {
  const latest = world.find('invoice', subscription.latest_invoice ?? '');
  return (
    latest?.status === 'open' &&
    (latest.attempted || (latest.due_date !== null && latest.due_date <= world.now()))
  );
}

/** An invoice was paid, voided or written off. */
export function invoiceSettled(world: World, invoice: Invoice): void {
  const subscription = subscriptionOf(world, invoice);
  if (subscription === undefined) return;
  const { status } = subscription;
  const first = subscription.latest_invoice === invoice.id;
  if (status === 'incomplete' && first && invoice.status === 'paid') setStatus(world, subscription, 'active');
  if (status === 'paused' && first && invoice.status !== 'void' && subscription.inner.expiresAt !== null)
    resumed(world, subscription.id);
  if ((status === 'past_due' || status === 'unpaid') && !owes(world, subscription))
    setStatus(world, subscription, 'active');
}

/** An invoice could not be paid, or was not paid by its due date. */
export function invoiceInArrears(world: World, invoice: Invoice): void {
  const subscription = subscriptionOf(world, invoice);
  if (subscription?.status === 'active') setStatus(world, subscription, 'past_due');
}

/** What the account's settings say of a subscription whose payment cannot be had. */
export function retriesExhausted(world: World, invoice: Invoice): void {
  const subscription = subscriptionOf(world, invoice);
  if (subscription === undefined || hasEnded(subscription)) return;
  const { afterRetries } = world.settings.billing;
  if (afterRetries === 'canceled') endSubscription(world, subscription.id, 'payment_failed');
  else if (subscription.latest_invoice === invoice.id) setStatus(world, subscription, afterRetries);
}
