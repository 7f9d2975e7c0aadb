// The totals of an invoice: discounts of lines, discounts of the invoice spread over lines, taxes rounded per line.
import { divideRounded, includedPercentOf, percentFromNumber, percentOf } from './decimal.ts';

export interface DiscountTerm {
  readonly id: string;
  readonly percentOff: number | null;
  readonly amountOff: number | null;
}
export interface TaxTerm {
  readonly rate: string;
  readonly percentage: number;
  readonly inclusive: boolean;
}
export interface TotalsLine {
  readonly amount: number;
  readonly discountable: boolean;
  readonly discounts: readonly DiscountTerm[];
  readonly taxes: readonly TaxTerm[];
  /** Stated by the caller instead of rates. */
  readonly statedTaxes: readonly TaxAmount[] | null;
}
export interface TaxAmount {
  readonly rate: string;
  readonly inclusive: boolean;
  readonly amount: number;
  readonly taxable: number;
}
export interface DiscountAmount {
  readonly discount: string;
  readonly amount: number;
}
export interface LineTotals {
  readonly discounts: readonly DiscountAmount[];
  readonly taxes: readonly TaxAmount[];
}
export interface Totals {
  readonly lines: readonly LineTotals[];
  readonly subtotal: number;
  readonly subtotalExcludingTax: number;
  readonly totalExcludingTax: number;
  readonly total: number;
  readonly discounts: readonly DiscountAmount[];
  readonly taxes: readonly TaxAmount[];
}

/** Where Stripe rounds is not known for certain. */
export interface Rounding {
  readonly taxRounding: 'per_line' | 'per_invoice';
  readonly discountRemainder: 'largest' | 'last_line';
}
const usualRounding: Rounding = { taxRounding: 'per_line', discountRemainder: 'largest' };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function off(base: number, term: DiscountTerm): number {
  if (base <= 0) return 0;
  return term.percentOff === null
    ? Math.min(base, term.amountOff ?? 0)
    : percentOf(base, percentFromNumber(term.percentOff));
}

/** Splits an amount by weights; what rounding leaves goes to the largest remainders, the first line first. */
export function allocate(amount: number, weights: readonly number[]): readonly number[] {
  const whole = BigInt(sum(weights));
  if (whole === 0n) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const shares = exact.map((product) => Number(product / whole));
  const byRemainder = exact
    .map((product, index) => ({ index, remainder: product % whole }))
    .toSorted((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  const left = amount - sum(shares);
  const extra = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return shares.map((share, index) => share + (extra.has(index) ? 1 : 0));
}

/** Splits an amount by weights, each share rounded; what that leaves goes to the last line. */
export function allocateToLast(amount: number, weights: readonly number[]): readonly number[] {
  const whole = sum(weights);
  const last = weights.findLastIndex((weight) => weight !== 0);
  const shares = weights.map((weight, index) => (index === last ? 0 : proportion(amount, weight, whole)));
  return shares.map((share, index) => (index === last ? amount - sum(shares) : share));
}

function ownDiscounts(line: TotalsLine): readonly DiscountAmount[] {
  let rest = line.amount;
  return line.discounts.map((term) => {
    const amount = off(rest, term);
    rest -= amount;
    return { discount: term.id, amount };
  });
}

/** Per line, its share of each discount of the invoice. */
function spreadDiscounts(
  lines: readonly TotalsLine[],
  afterOwn: readonly number[],
  terms: readonly DiscountTerm[],
  { discountRemainder }: Rounding,
): readonly (readonly DiscountAmount[])[] {
  const split = discountRemainder === 'largest' ? allocate : allocateToLast;
  let bases = lines.map((line, index) => (line.discountable ? Math.max(0, afterOwn[index] ?? 0) : 0));
  let spread: readonly (readonly DiscountAmount[])[] = lines.map(() => []);
  for (const term of terms) {
    const shares = split(off(sum(bases), term), bases);
    spread = spread.map((earlier, index) =>
      bases[index] === 0 ? earlier : [...earlier, { discount: term.id, amount: shares[index] ?? 0 }],
    );
    bases = bases.map((base, index) => base - (shares[index] ?? 0));
  }
  return spread;
}

/** Taxes of a base. Exclusive rates apply to what is left when inclusive taxes are taken out. */
export function taxesOf(base: number, terms: readonly TaxTerm[], exempt: boolean): readonly TaxAmount[] {
  const included = terms
    .filter((term) => term.inclusive)
    .reduce((total, term) => total + percentFromNumber(term.percentage), 0n);
  const includedTaxes = terms.map((term) =>
    term.inclusive && !exempt ? includedPercentOf(base, percentFromNumber(term.percentage), included) : 0,
  );
  const taxable = base - sum(includedTaxes);
  return terms.map((term, index) => {
    const exclusive = exempt || term.inclusive ? 0 : percentOf(taxable, percentFromNumber(term.percentage));
    return {
      rate: term.rate,
      inclusive: term.inclusive,
      amount: term.inclusive ? (includedTaxes[index] ?? 0) : exclusive,
      taxable,
    };
  });
}

/** Taxes on top, rounded once for each rate; what that changes goes to the last line with the rate. */
function roundedOnce(
  lines: readonly TotalsLine[],
  taxes: readonly (readonly TaxAmount[])[],
  exempt: boolean,
): readonly (readonly TaxAmount[])[] {
  if (exempt) return taxes;
  const adjusted = taxes.map((own) => [...own]);
  const terms = new Map(lines.flatMap((line) => line.taxes).map((term) => [term.rate, term]));
  for (const { rate, percentage, inclusive } of terms.values()) {
    if (inclusive) continue;
    const own = adjusted.flatMap((of, line) =>
      lines[line]?.statedTaxes === null ? of.filter((tax) => tax.rate === rate) : [],
    );
    const once = percentOf(sum(own.map(({ taxable }) => taxable)), percentFromNumber(percentage));
    const difference = once - sum(own.map(({ amount }) => amount));
    const last = own.at(-1);
    for (const of of adjusted)
      for (const [index, tax] of of.entries())
        if (tax === last) of[index] = { ...tax, amount: tax.amount + difference };
  }
  return adjusted;
}

const inclusiveSum = (taxes: readonly TaxAmount[]): number =>
  sum(taxes.filter((tax) => tax.inclusive).map((tax) => tax.amount));
const exclusiveSum = (taxes: readonly TaxAmount[]): number =>
  sum(taxes.filter((tax) => !tax.inclusive).map((tax) => tax.amount));

function byDiscount(amounts: readonly DiscountAmount[]): readonly DiscountAmount[] {
  const totals = new Map<string, number>();
  for (const { discount, amount } of amounts) totals.set(discount, (totals.get(discount) ?? 0) + amount);
  return [...totals.entries()].map(([discount, amount]) => ({ discount, amount }));
}

export function byRate(taxes: readonly TaxAmount[]): readonly TaxAmount[] {
  const totals = new Map<string, TaxAmount>();
  for (const tax of taxes) {
    const key = `${tax.rate} ${tax.inclusive}`;
    const earlier = totals.get(key);
    totals.set(
      key,
      earlier === undefined
        ? tax
        : { ...tax, amount: earlier.amount + tax.amount, taxable: earlier.taxable + tax.taxable },
    );
  }
  return [...totals.values()];
}

/** All amounts in minor units. `exempt` customers owe no tax; the rates stay listed with zero. */
export function computeTotals(
  lines: readonly TotalsLine[],
  invoiceDiscounts: readonly DiscountTerm[],
  exempt: boolean,
  rounding: Rounding = usualRounding,
): Totals {
  const own = lines.map(ownDiscounts);
  const afterOwn = lines.map(
    (line, index) => line.amount - sum((own[index] ?? []).map(({ amount }) => amount)),
  );
  const spread = spreadDiscounts(lines, afterOwn, invoiceDiscounts, rounding);
  const bases = afterOwn.map(
    (amount, index) => amount - sum((spread[index] ?? []).map((share) => share.amount)),
  );
  const onLines = lines.map(
    (line, index) => line.statedTaxes ?? taxesOf(bases[index] ?? 0, line.taxes, exempt),
  );
  const taxes = rounding.taxRounding === 'per_line' ? onLines : roundedOnce(lines, onLines, exempt);
  const lineTotals = lines.map((_line, index) => ({
    discounts: [...(own[index] ?? []), ...(spread[index] ?? [])],
    taxes: taxes[index] ?? [],
  }));
  const allTaxes = taxes.flat();
  const beforeInvoiceDiscount = lines.map(
    (line, index) => line.statedTaxes ?? taxesOf(afterOwn[index] ?? 0, line.taxes, exempt),
  );
  const totalExcludingTax = sum(bases) - inclusiveSum(allTaxes);
  return {
    lines: lineTotals,
    subtotal: sum(afterOwn),
    subtotalExcludingTax: sum(afterOwn) - inclusiveSum(beforeInvoiceDiscount.flat()),
    totalExcludingTax,
    total: sum(bases) + exclusiveSum(allTaxes),
    discounts: byDiscount(lineTotals.flatMap((line) => line.discounts)),
    taxes: byRate(allTaxes),
  };
}

/** `part` of `whole` taken of an amount; halves go away from zero. */
export function proportion(amount: number, part: number, whole: number): number {
  return whole === 0 ? 0 : Number(divideRounded(BigInt(amount) * BigInt(part), BigInt(whole)));
}
