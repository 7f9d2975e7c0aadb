// What the list and the page of recurring invoices must say, worked out anew from Stripe's objects alone.
import type Stripe from 'stripe';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { recurringTitle } from '../../../shared/domain/recurring.ts';
import { type AtStripe, day, leftOf } from './at-stripe.ts';
import { idIn, ourCustomer, ourInvoice, ourItem, ourRecurring, type Told } from './references.ts';

/** The next invoice is asked for anew, names of coupons and cards are other objects', and what may be done is not Stripe's to say. */
type Detail = Told<
  Omit<
    CallOutput<'recurring.get'>,
    'upcoming' | 'couponName' | 'methodLabel' | 'actions' | 'operationId' | 'taxRates'
  >
>;

const SHOWN_INVOICES = 100;

function standingOf(subscription: Stripe.Subscription): Detail['standing'] {
  const { status, pause_collection: pause, cancel_at: cancelAt } = subscription;
  if (status === 'canceled' || status === 'incomplete_expired') return 'ended';
  if (pause !== null || status === 'paused') return 'paused';
  if (status === 'past_due' || status === 'unpaid') return 'past-due';
  if (status === 'incomplete') return 'incomplete';
  return cancelAt === null ? 'active' : 'ending';
}

export function recurringDetail(stripe: AtStripe, subscription: Stripe.Subscription): Detail {
  const customer = stripe.customers.get(idIn(subscription.customer) ?? '');
  const items = subscription.items.data;
  const lines = items.map((item) => lineOf(stripe, subscription, item));
  const periodEnd = Math.min(...items.map((item) => item.current_period_end));
  const endsAt = subscription.ended_at ?? subscription.cancel_at;
  const standing = standingOf(subscription);
  const { cancel_at: cancelAt, status, pause_collection: pause } = subscription;
  const isSilent = standing === 'ended' || status === 'incomplete' || status === 'paused';
  return {
    id: ourRecurring(subscription),
    stripeId: subscription.id,
    customerId: customer === undefined ? null : ourCustomer(customer),
    customerName: customer?.name ?? '',
    title: recurringTitle(lines),
    currency: subscription.currency,
    amount: lines.reduce((sum, line) => sum + Number(line.unitAmountDecimal) * line.quantity, 0),
    every: everyOf(items[0]?.price.recurring),
    collects: subscription.collection_method === 'charge_automatically' ? 'charge' : 'send',
    standing,
    nextDay: isSilent || (cancelAt !== null && cancelAt <= periodEnd) ? null : day(periodEnd),
    endDay: endsAt === null ? null : day(endsAt),
    createdAt: subscription.created,
    anchorDay: day(subscription.billing_cycle_anchor),
    period: {
      from: day(Math.max(...items.map((item) => item.current_period_start))),
      until: day(periodEnd),
    },
    pause:
      pause === null
        ? null
        : { behavior: pause.behavior, until: pause.resumes_at === null ? null : day(pause.resumes_at) },
    content: {
      lines,
      couponId: null,
      collection:
        subscription.collection_method === 'send_invoice'
          ? { kind: 'send', days: subscription.days_until_due ?? 0 }
          : { kind: 'charge', methodId: idIn(subscription.default_payment_method) },
      memo: subscription.invoice_settings.description ?? '',
      footer: subscription.invoice_settings.footer ?? '',
    },
    history: historyOf(stripe, subscription.id),
  };
}

function everyOf(recurring: Stripe.Price.Recurring | null | undefined): Detail['every'] {
  const { interval = 'month', interval_count: count = 1 } = recurring ?? {};
  if (interval === 'day') throw new Error('The sample business bills nothing daily');
  return { interval, count };
}

type Line = Detail['content']['lines'][number];

function lineOf(
  { products }: AtStripe,
  { default_tax_rates: defaults }: Stripe.Subscription,
  { id, price, quantity, tax_rates: own }: Stripe.SubscriptionItem,
): Line {
  const rates = own === null || own.length === 0 ? (defaults ?? []) : own;
  const product = products.get(idIn(price.product) ?? '');
  return {
    id,
    itemId: product === undefined ? null : ourItem(product),
    priceId: price.id,
    description: product?.name ?? '',
    quantity: quantity ?? 1,
    unitAmountDecimal: String(price.unit_amount_decimal),
    taxRateIds: rates.map((rate) => rate.id),
  };
}

/** Newest first. */
function historyOf({ invoices }: AtStripe, id: string): Detail['history'] {
  return [...invoices.values()]
    .filter(({ parent }) => idIn(parent?.subscription_details?.subscription) === id)
    .map((invoice) => ({
      id: ourInvoice(invoice),
      number: invoice.number,
      status: invoice.status ?? 'draft',
      day: day(invoice.effective_at ?? invoice.status_transitions.finalized_at ?? invoice.created),
      currency: invoice.currency,
      total: invoice.total,
      balanceDue: leftOf(invoice),
    }))
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .slice(0, SHOWN_INVOICES);
}
