// Gives back what was charged for time that will not be used, and charges for time that was not: as pending invoice items.
import { divideRounded, formatDecimal, ONE, percentFromNumber, percentOf } from '../../arithmetic/decimal.ts';
import { amountForSpan, type Span } from '../../arithmetic/periods.ts';
import { proportion } from '../../arithmetic/totals.ts';
import { emit } from '../../world/events.ts';
import type { Debit, InvoiceItem, Subscription, SubscriptionItem } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { intervalOf, periodAmount, priceOf } from './items.ts';
import { dayText, productName } from './lines.ts';

type Credited = InvoiceItem['inner']['credited'];

interface Piece {
  readonly span: Span;
  readonly amount: number;
  readonly description: string;
  readonly credited: Credited;
  readonly details: NonNullable<InvoiceItem['proration_details']>;
}

function writePending(
  world: World,
  subscription: Subscription,
  item: SubscriptionItem,
  piece: Piece,
): InvoiceItem {
  const price = priceOf(world, item);
  const quantity = item.quantity ?? 1;
  const each = quantity === 0 ? 0n : divideRounded(BigInt(piece.amount) * ONE, BigInt(quantity));
  const written = world.put('invoiceitem', {
    id: world.id('ii'),
    object: 'invoiceitem',
    amount: piece.amount,
    currency: subscription.currency,
    customer: subscription.customer,
    customer_account: null,
    date: world.now(),
    description: piece.description,
    discountable: false,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: {},
    parent: {
      subscription_details: { subscription: subscription.id, subscription_item: item.id },
      type: 'subscription_details',
    },
    period: { start: piece.span.start, end: piece.span.end },
    pricing: {
      price_details: { price: price.id, product: price.product },
      type: 'price_details',
      unit_amount_decimal: formatDecimal(each),
    },
    proration: true,
    proration_details: piece.details,
    quantity,
    quantity_decimal: String(quantity),
    test_clock: subscription.test_clock,
    inner: { line: null, taxRates: item.inner.taxRates, credited: piece.credited },
  });
  emit(world, 'invoiceitem.created', 'invoiceitem', written);
  return written;
}

function named(world: World, item: SubscriptionItem): string {
  const quantity = item.quantity ?? 1;
  const name = productName(world, item);
  return quantity === 1 ? name : `${quantity} × ${name}`;
}

/** The line that carried a charge, once it is on an invoice. */
function lineOf(world: World, debit: Debit): string | null {
  return debit.line ?? world.find('invoiceitem', debit.invoiceItem ?? '')?.inner.line ?? null;
}

function creditOf(world: World, debit: Debit): Pick<Piece, 'credited' | 'details'> {
  const line = world.find('line_item', lineOf(world, debit) ?? '');
  if (line === undefined || line.invoice === null) {
    const pending = debit.invoiceItem ?? '';
    return {
      credited: null,
      details: {
        credited_items: { invoice_item: pending, type: 'invoice_item' },
        discount_amounts: [],
      },
    };
  }
  const credited = { invoice: line.invoice, invoice_line_items: [line.id] };
  return {
    credited,
    details: {
      credited_items: { invoice_line_item_details: credited, type: 'invoice_line_items' },
      discount_amounts: [],
    },
  };
}

/** Credits each charge for the time after `at`: the exact share of what was charged, after discounts. */
export function creditUnused(world: World, subscription: Subscription, itemId: string, at: number): void {
  const item = world.get('subscription_item', itemId);
  const left: Debit[] = [];
  for (const debit of item.inner.debits) {
    const from = Math.max(at, debit.start);
    if (from >= debit.end) {
      left.push(debit);
      continue;
    }
    const amount = proportion(debit.amount, debit.end - from, debit.end - debit.start);
    if (amount !== 0)
      writePending(world, subscription, item, {
        span: { start: from, end: debit.end },
        amount: -amount,
        description: `Unused time on ${named(world, item)} after ${dayText(from)}`,
        ...creditOf(world, debit),
      });
    if (from > debit.start) left.push({ ...debit, end: from, amount: debit.amount - amount });
  }
  world.put('subscription_item', { ...item, inner: { ...item.inner, debits: left } });
}

/** Discounts by percentage lower a proration itself, which no discount can be applied to. */
function afterDiscounts(world: World, amount: number, ids: readonly string[]): number {
  return ids.reduce((rest, id) => {
    const { end, source } = world.get('discount', id);
    const percent = world.get('coupon', source.coupon ?? '').percent_off;
    const applies = percent !== null && (end === null || end > world.now());
    return applies ? rest - percentOf(rest, percentFromNumber(percent)) : rest;
  }, amount);
}

/** Charges the item as it is now for a part of its period. */
export function chargeRest(world: World, subscription: Subscription, itemId: string, span: Span): void {
  const item = world.get('subscription_item', itemId);
  if (span.start >= span.end) return;
  const whole = amountForSpan(
    periodAmount(world, item),
    subscription.billing_cycle_anchor,
    intervalOf(priceOf(world, item)),
    span,
  );
  const amount = afterDiscounts(world, whole, [...item.discounts, ...subscription.discounts]);
  if (amount === 0) return;
  const { id } = writePending(world, subscription, item, {
    span,
    amount,
    description: `Remaining time on ${named(world, item)} after ${dayText(span.start)}`,
    credited: null,
    details: { credited_items: null, discount_amounts: [] },
  });
  const debit: Debit = { ...span, amount, line: null, invoiceItem: id };
  world.put('subscription_item', {
    ...item,
    inner: { ...item.inner, debits: [...item.inner.debits, debit] },
  });
}

/** The moment until which time of the current period is already charged. */
export function chargedUntil(item: SubscriptionItem, at: number): number {
  return Math.max(at, ...item.inner.debits.map((debit) => debit.end));
}

export function pendingItems(world: World, subscriptionId: string): readonly InvoiceItem[] {
  return Array.from(world.table('invoiceitem').oldestFirst()).filter(
    (item) => item.invoice === null && item.parent?.subscription_details?.subscription === subscriptionId,
  );
}

/** Pending prorations of a subscription that ends without a last invoice. */
export function dropPending(world: World, subscriptionId: string): void {
  for (const item of pendingItems(world, subscriptionId)) {
    if (!item.proration) continue;
    emit(world, 'invoiceitem.deleted', 'invoiceitem', item);
    world.remove('invoiceitem', item.id);
  }
}
