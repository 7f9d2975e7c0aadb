// The lines that a subscription writes on its invoices.
import { formatDecimal, parseDecimal } from '../../arithmetic/decimal.ts';
import { digitsOf } from '../../arithmetic/currencies.ts';
import type { Span } from '../../arithmetic/periods.ts';
import type { InvoiceLine, Price, SubscriptionItem } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { intervalOf, priceOf } from './items.ts';

export interface NewLine {
  readonly item: SubscriptionItem;
  readonly span: Span;
  readonly amount: number;
  readonly description: string;
  readonly proration: boolean;
}

function money(price: Price): string {
  const minor = parseDecimal(price.unit_amount_decimal ?? '0');
  const major = formatDecimal(minor / 10n ** BigInt(digitsOf(price.currency)));
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: price.currency,
    maximumFractionDigits: 12,
  }).format(Number(major));
}

function each(price: Price): string {
  const { interval, count } = intervalOf(price);
  return count === 1 ? `/ ${interval}` : `every ${count} ${interval}s`;
}

export function productName(world: World, item: SubscriptionItem): string {
  return world.get('product', priceOf(world, item).product).name;
}

/** As Stripe writes it: `2 × Website care (at €160.00 / month)`. */
export function periodDescription(world: World, item: SubscriptionItem): string {
  const price = priceOf(world, item);
  return `${item.quantity ?? 1} × ${productName(world, item)} (at ${money(price)} ${each(price)})`;
}

/** `23 Nov 2026` */
export function dayText(seconds: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(seconds * 1000)
    .replace('Sept', 'Sep');
}

/** Puts a line on an invoice's list of lines; the invoice itself is written by the caller. */
export function writeLine(world: World, invoiceId: string, currency: string, line: NewLine): InvoiceLine {
  const { item, span, amount } = line;
  const price = priceOf(world, item);
  return world.put('line_item', {
    id: world.id('il'),
    object: 'line_item',
    amount,
    currency,
    description: line.description,
    discount_amounts: [],
    discountable: true,
    discounts: item.discounts,
    invoice: invoiceId,
    livemode: false,
    metadata: item.metadata,
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: line.proration,
        proration_details: { credited_items: null },
        subscription: item.subscription,
        subscription_item: item.id,
      },
      type: 'subscription_item_details',
    },
    period: { start: span.start, end: span.end },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: price.id, product: price.product },
      type: 'price_details',
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity: item.quantity ?? 1,
    quantity_decimal: String(item.quantity ?? 1),
    subscription: item.subscription,
    subtotal: amount,
    taxes: [],
    inner: { taxRates: item.inner.taxRates, taxAmounts: null, invoiceItem: null },
  });
}
