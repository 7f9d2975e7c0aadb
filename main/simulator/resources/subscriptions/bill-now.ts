// Invoices that a change of a subscription makes at once.
import { Failure } from '../../api/failure.ts';
import type { Invoice, Subscription } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { collect } from '../invoices/collect.ts';
import { finalize } from '../invoices/finalize.ts';
import { bill } from './billing.ts';
import { pendingItems } from './prorate.ts';

/** The customer is charged in the request itself; an invoice that is sent waits for its hour. */
export function collectNow(world: World, invoice: Invoice, mustSucceed: boolean): void {
  if (invoice.status !== 'draft' || invoice.auto_advance !== true) return;
  if (invoice.collection_method === 'send_invoice' && invoice.amount_due > 0) return;
  const open = finalize(world, invoice.id);
  if (open.status !== 'open') return;
  collect(world, open.id);
  if (mustSucceed && world.get('invoice', open.id).attempt_count > 0 && !isPaid(world, open.id))
    throw new Failure(402, 'card_error', 'Your card was declined.', { code: 'card_declined' });
}

function isPaid(world: World, id: string): boolean {
  return world.get('invoice', id).status === 'paid';
}

/** Bills what is pending for the subscription; null when nothing is. */
export function billPending(
  world: World,
  subscription: Subscription,
  reason: 'subscription_update' | 'subscription_cycle' = 'subscription_update',
): Invoice | null {
  if (pendingItems(world, subscription.id).length === 0) return null;
  const now = world.now();
  return bill(world, subscription, { reason, lines: [], period: { start: now, end: now } });
}
