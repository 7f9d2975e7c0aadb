// Totals of a draft, estimated by Stripe's rules: lines rounded half up, line discounts first, then the invoice's, tax rounded per line.
// An estimate only: after finalizing, Stripe's own figures are kept and shown verbatim.
import type { Discount, DraftContent, DraftLine, Totals } from '../contract/drafts.ts';
import { assert } from './assert.ts';
import { divideRounded, parseDecimal } from './decimal.ts';
import { lineAmount } from './line-amount.ts';

export interface TaxRateTerms {
  readonly id: string;
  readonly name: string;
  /** Decimal text. */
  readonly percentage: string;
  readonly inclusive: boolean;
}

type PricedDraft = Pick<DraftContent, 'currency' | 'lines' | 'discount'>;

interface LineState {
  readonly line: DraftLine;
  /** Quantity times price, rounded. */
  readonly amount: bigint;
  readonly ownDiscount: bigint;
  readonly discount: bigint;
}

/**
 * Estimates what Stripe will make of the draft. Unknown tax rates count as no tax; lines that cannot be read count as zero.
 * A customer who is `taxExempt` (exempt or reverse charge) owes none: the rates are listed with zero. `coupon` is what the coupon of
 * the invoice takes off, after the discount of the draft, as Stripe takes discounts off one after the other.
 */
export function estimateTotals(
  draft: PricedDraft,
  taxRates: readonly TaxRateTerms[],
  taxExempt = false,
  coupon: Discount | null = null,
): Totals {
  const lines = [draft.discount, coupon].reduce(withInvoiceDiscount, draft.lines.map(priceLine));
  const byId = new Map(taxRates.map((rate) => [rate.id, rate]));
  const taxes = new Map<string, { rate: TaxRateTerms; taxable: bigint; amount: bigint }>();
  let exclusive = 0n;
  let inclusive = 0n;
  const byLine = lines.map((state) => {
    const { line, amount, discount } = state;
    const rates = line.taxRateIds.flatMap((id) => byId.get(id) ?? []);
    let lineTax = 0n;
    for (const part of taxLine(amount - discount, rates, taxExempt)) {
      const sum = taxes.get(part.rate.id) ?? { rate: part.rate, taxable: 0n, amount: 0n };
      taxes.set(part.rate.id, {
        rate: part.rate,
        taxable: sum.taxable + part.taxable,
        amount: sum.amount + part.amount,
      });
      if (part.rate.inclusive) inclusive += part.amount;
      else exclusive += part.amount;
      lineTax += part.amount;
    }
    return lineTotals(state, lineTax);
  });
  const subtotal = lines.reduce((sum, { amount }) => sum + amount, 0n);
  const discount = lines.reduce((sum, line) => sum + line.discount, 0n);
  return {
    currency: draft.currency,
    lines: byLine,
    subtotal: toNumber(subtotal),
    discount: toNumber(discount),
    net: toNumber(subtotal - discount - inclusive),
    taxes: [...taxes.values()].map(({ rate, taxable, amount }) => ({
      taxRateId: rate.id,
      label: rate.name,
      percentage: rate.percentage,
      inclusive: rate.inclusive,
      taxable: toNumber(taxable),
      amount: toNumber(amount),
    })),
    total: toNumber(subtotal - discount + exclusive),
  };
}

function lineTotals(
  { line, amount, ownDiscount, discount }: LineState,
  tax: bigint,
): Totals['lines'][number] {
  return {
    id: line.id,
    amount: toNumber(amount),
    ownDiscount: toNumber(ownDiscount),
    discount: toNumber(discount),
    tax: toNumber(tax),
  };
}

function priceLine(line: DraftLine): LineState {
  const amount = saturate(lineAmount(line) ?? 0n);
  const ownDiscount = line.discount ? discountOn(amount, line.discount) : 0n;
  return { line, amount, ownDiscount, discount: ownDiscount };
}

/** Far above Stripe's largest charge, so the form and the review refuse the line anyway, and low enough that 250 lines stay a safe integer. */
const LARGEST_LINE = 10n ** 13n;

function saturate(amount: bigint): bigint {
  if (amount > LARGEST_LINE) return LARGEST_LINE;
  return amount < -LARGEST_LINE ? -LARGEST_LINE : amount;
}

/** A discount never exceeds what it is taken from, and a credit line is not discounted. */
function discountOn(amount: bigint, discount: Discount): bigint {
  if (amount <= 0n) return 0n;
  const wanted = discount.kind === 'amount' ? BigInt(discount.amount) : percentOf(amount, discount.percent);
  if (wanted <= 0n) return 0n;
  return wanted > amount ? amount : wanted;
}

function percentOf(amount: bigint, percent: string): bigint {
  const value = parseDecimal(percent);
  return value ? divideRounded(amount * value.units, 100n * 10n ** BigInt(value.places)) : 0n;
}

/** Spreads the invoice's discount over its lines in proportion. */
function withInvoiceDiscount(lines: readonly LineState[], discount: Discount | null): readonly LineState[] {
  if (!discount) return lines;
  const bases = lines.map(({ amount, discount: own }) => (amount > own ? amount - own : 0n));
  const base = bases.reduce((sum, amount) => sum + amount, 0n);
  const shares = allocate(discountOn(base, discount), bases);
  return lines.map((line, index) => ({ ...line, discount: line.discount + (shares[index] ?? 0n) }));
}

/** Splits an amount by weights; the units that rounding down leaves over go to the largest remainders, the first line first. */
function allocate(amount: bigint, weights: readonly bigint[]): readonly bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) return weights.map(() => 0n);
  const shares = weights.map((weight, index) => ({
    index,
    share: (amount * weight) / whole,
    remainder: (amount * weight) % whole,
  }));
  let left = amount - shares.reduce((sum, { share }) => sum + share, 0n);
  const extra = new Set<number>();
  for (const { index } of shares.toSorted(
    (a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder),
  )) {
    if (left === 0n) break;
    extra.add(index);
    left -= 1n;
  }
  return shares.map(({ index, share }) => (extra.has(index) ? share + 1n : share));
}

interface TaxPart {
  readonly rate: TaxRateTerms;
  readonly taxable: bigint;
  readonly amount: bigint;
}

/** Inclusive rates are taken out of the amount together, exclusive ones are added on what is left. */
function taxLine(amount: bigint, rates: readonly TaxRateTerms[], taxExempt: boolean): readonly TaxPart[] {
  if (taxExempt) return rates.map((rate) => ({ rate, taxable: amount, amount: 0n }));
  const parts = rates.map((rate) => ({ rate, percent: parseDecimal(rate.percentage) }));
  // Percentages as integers of 10^-12 percent.
  const scaled = (p: { units: bigint; places: number } | null): bigint =>
    p ? p.units * 10n ** BigInt(12 - p.places) : 0n;
  const hundred = 100n * 10n ** 12n;
  const inclusivePercent = parts.reduce(
    (sum, { rate, percent }) => (rate.inclusive ? sum + scaled(percent) : sum),
    0n,
  );
  const inclusiveParts = parts
    .filter(({ rate }) => rate.inclusive)
    .map(({ rate, percent }) => ({
      rate,
      amount: divideRounded(amount * scaled(percent), hundred + inclusivePercent),
    }));
  const net = amount - inclusiveParts.reduce((sum, part) => sum + part.amount, 0n);
  return parts.map(({ rate, percent }) => {
    const known = inclusiveParts.find((part) => part.rate === rate);
    return {
      rate,
      taxable: net,
      amount: known ? known.amount : divideRounded(net * scaled(percent), hundred),
    };
  });
}

function toNumber(amount: bigint): number {
  const number = Number(amount);
  assert(Number.isSafeInteger(number), 'A total must be a safe integer in minor units');
  return number;
}
