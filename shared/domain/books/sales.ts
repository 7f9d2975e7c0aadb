// What a document sold, divided as reports ask for it: by tax rate and by item. Each division comes to the revenue that was posted of it. Pure.
import { divideRounded } from '../decimal.ts';

/** Instead of a tax rate: what was sold without any tax. */
export const UNTAXED = '-';
/** Instead of an item: what is of no item of the catalogue, and what no line explains. */
export const NO_ITEM = '-';

export interface SoldTax {
  /** Stripe's id; empty where it names none. */
  readonly rate: string;
  readonly amount: number;
  /** What it is counted on, without the tax; null where Stripe does not say. */
  readonly taxable: number | null;
}

export interface SoldLine {
  /** Stripe's id of the product; `NO_ITEM` where there is none. */
  readonly item: string;
  /** After discounts, without tax. */
  readonly net: number;
}

/** Of an invoice or a credit note, in positive figures of its currency. */
export interface Document {
  readonly total: number;
  /** Where the customer was, as printed; empty where nothing is. */
  readonly country: string;
  readonly taxes: readonly SoldTax[];
  readonly lines: readonly SoldLine[];
}

export interface Sale {
  readonly total: number;
  /** Without tax. */
  readonly net: number;
  readonly country: string;
  readonly taxes: readonly { readonly rate: string; readonly taxable: number; readonly tax: number }[];
  /** Together they are `net`. */
  readonly items: readonly { readonly item: string; readonly net: number }[];
}

export function saleOf({ total, country, taxes, lines }: Document): Sale {
  const net = total - taxes.reduce((sum, { amount }) => sum + amount, 0);
  return { total, net, country, taxes: taxed(net, taxes), items: itemised(net, lines) };
}

/** Several taxes may be counted on the same amount; what none is counted on is without tax. */
function taxed(net: number, taxes: readonly SoldTax[]): Sale['taxes'] {
  const rates = new Map<string, { taxable: number; tax: number }>();
  for (const { rate, amount, taxable } of taxes) {
    const known = rates.get(rate) ?? { taxable: 0, tax: 0 };
    rates.set(rate, { taxable: known.taxable + (taxable ?? net), tax: known.tax + amount });
  }
  const rest = [...rates.values()].reduce((left, { taxable }) => left - taxable, net);
  if (Math.sign(rest) === Math.sign(net) && rest !== 0) rates.set(UNTAXED, { taxable: rest, tax: 0 });
  return [...rates].map(([rate, amounts]) => ({ rate, ...amounts }));
}

function itemised(net: number, lines: readonly SoldLine[]): Sale['items'] {
  const items = new Map<string, number>();
  for (const line of lines) items.set(line.item, (items.get(line.item) ?? 0) + line.net);
  const rest = [...items.values()].reduce((left, amount) => left - amount, net);
  if (rest !== 0) items.set(NO_ITEM, (items.get(NO_ITEM) ?? 0) + rest);
  return [...items].filter(([, amount]) => amount !== 0).map(([item, amount]) => ({ item, net: amount }));
}

/**
 * Of `part`, what belongs to `amount` out of `whole` after `before` of it: amounts that together are the whole get
 * together exactly the part, however they are rounded one by one.
 */
export function shareOfPart(part: number, whole: number, amount: number, before = 0): number {
  if (whole === 0) return 0;
  const upTo = (sum: number): number => {
    const product = BigInt(part) * BigInt(sum);
    return Number(
      whole < 0 ? divideRounded(-product, BigInt(-whole)) : divideRounded(product, BigInt(whole)),
    );
  };
  return upTo(before + amount) - upTo(before);
}
