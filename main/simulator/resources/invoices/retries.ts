// When a failed payment of a subscription's invoice is tried again.
import { cancelPlanned, plan } from '../../world/due.ts';
import type { Invoice } from '../../world/records.ts';
import type { World } from '../../world/world.ts';

const DAY = 86_400;

function retries(invoice: Invoice): boolean {
  return (
    invoice.parent !== null &&
    invoice.billing_reason !== 'subscription_create' &&
    invoice.collection_method === 'charge_automatically' &&
    invoice.auto_advance === true
  );
}

/** The invoice after a failed attempt. Only automatic attempts go on in the schedule; others leave it as it is. */
export function afterFailure(world: World, invoice: Invoice): Invoice {
  const first = invoice.attempt_count === 0;
  const count = first ? 1 : invoice.attempt_count + (invoice.inner.retrying ? 1 : 0);
  const failedFirst = invoice.inner.failedFirst ?? world.now();
  const moves = first || invoice.inner.retrying;
  const days = retries(invoice) ? world.settings.billing.retryDays[count - 1] : undefined;
  const next = days === undefined ? null : failedFirst + days * DAY;
  return {
    ...invoice,
    attempted: true,
    attempt_count: count,
    next_payment_attempt: moves ? next : invoice.next_payment_attempt,
    inner: { ...invoice.inner, failedFirst, retrying: false },
  };
}

export function planRetry(world: World, invoice: Invoice): void {
  cancelPlanned(world, (task) => task.kind === 'collect-invoice' && task.invoice === invoice.id);
  const at = invoice.next_payment_attempt;
  if (at !== null)
    plan(world, Math.max(0, at * 1000 - world.nowMs()), { kind: 'collect-invoice', invoice: invoice.id });
}

/** Whether the schedule has come to its end without the money. */
export function isExhausted(invoice: Invoice): boolean {
  return retries(invoice) && invoice.status === 'open' && invoice.next_payment_attempt === null;
}
