// The first invoice of a subscription, and its payment where the customer is charged by itself.
import { Failure } from '../../api/failure.ts';
import { amountForSpan, periodAt } from '../../arithmetic/periods.ts';
import type { Invoice, Subscription, SubscriptionItem } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { chargeNow, methodToCharge } from '../invoices/collect.ts';
import { finalize } from '../invoices/finalize.ts';
import { openIntent } from '../invoices/invoice-payments.ts';
import { bill } from './billing.ts';
import { intervalOf, itemsOf, periodAmount, priceOf } from './items.ts';
import { dayText, periodDescription, productName, type NewLine } from './lines.ts';
import { firstPaymentProcessing } from './standing.ts';

const FIRST_PAYMENT_WAIT = 23 * 3600;

type Proration = 'always_invoice' | 'create_prorations' | 'none';
type PaymentBehavior = 'allow_incomplete' | 'default_incomplete' | 'error_if_incomplete';

function trialLine(world: World, item: SubscriptionItem): NewLine {
  return {
    item,
    span: { start: item.current_period_start, end: item.current_period_end },
    amount: 0,
    description: `Trial period for ${productName(world, item)}`,
    proration: false,
  };
}

/** A part of a period, or a time that lies before it. */
function partLine(
  world: World,
  subscription: Subscription,
  item: SubscriptionItem,
  start: number,
  end: number,
): NewLine {
  const every = intervalOf(priceOf(world, item));
  const amount = periodAmount(world, item);
  return {
    item,
    span: { start, end },
    amount: amountForSpan(amount, subscription.billing_cycle_anchor, every, { start, end }),
    description: `Time on ${productName(world, item)} from ${dayText(start)} until ${dayText(end)}`,
    proration: true,
  };
}

/** With `none`, the time before the first whole period is free. */
function itemLines(
  world: World,
  subscription: Subscription,
  item: SubscriptionItem,
  proration: Proration,
): readonly NewLine[] {
  const { billing_cycle_anchor: anchor, start_date: begun } = subscription;
  const { current_period_start: start, current_period_end: end } = item;
  const natural = periodAt(anchor, intervalOf(priceOf(world, item)), start);
  const charges = proration !== 'none';
  const before = begun < start && charges ? [partLine(world, subscription, item, begun, start)] : [];
  if (start > natural.start)
    return charges ? [...before, partLine(world, subscription, item, start, end)] : [];
  if (end < natural.end && charges) return [...before, partLine(world, subscription, item, start, end)];
  const whole: NewLine = {
    item,
    span: { start, end },
    amount: periodAmount(world, item),
    description: periodDescription(world, item),
    proration: false,
  };
  return [...before, whole];
}

/** Null when there is nothing to bill before the first whole period. */
export function billFirst(world: World, subscription: Subscription, proration: Proration): Invoice | null {
  const items = itemsOf(world, subscription);
  const lines = items.flatMap((item) =>
    subscription.status === 'trialing'
      ? [trialLine(world, item)]
      : itemLines(world, subscription, item, proration),
  );
  if (lines.length === 0) return null;
  const now = world.now();
  const period = { start: now, end: now };
  const invoice = bill(world, subscription, { reason: 'subscription_create', lines, period });
  if (subscription.collection_method === 'charge_automatically' && invoice.amount_due > 0) {
    const current = world.get('subscription', subscription.id);
    world.put('subscription', {
      ...current,
      status: 'incomplete',
      inner: { ...current.inner, expiresAt: now + FIRST_PAYMENT_WAIT },
    });
  }
  return invoice;
}

/** The customer is charged in the request itself; an invoice that is sent waits for its hour. */
export function payFirst(world: World, invoice: Invoice, behavior: PaymentBehavior): void {
  if (invoice.collection_method === 'send_invoice' && invoice.amount_due > 0) return;
  const pays = invoice.amount_due > 0 && behavior !== 'default_incomplete';
  if (pays) methodToCharge(world, invoice);
  const open = finalize(world, invoice.id);
  if (!pays || open.status !== 'open') return;
  const failure = chargeNow(world, open);
  if (openIntent(world, world.get('invoice', open.id))?.status === 'processing')
    firstPaymentProcessing(world, open);
  if (failure !== null && behavior === 'error_if_incomplete')
    throw new Failure(failure.status, failure.type, failure.message, failure.details);
}
