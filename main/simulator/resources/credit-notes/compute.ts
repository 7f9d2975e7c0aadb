// What a credit note comes to: by lines of the invoice, by lines of its own, or by an amount spread over the invoice.
import { refuse } from '../../api/failure.ts';
import {
  clearable,
  decimal,
  integer,
  list,
  naturalNumber,
  object,
  oneOf,
  optional,
  required,
  text,
  type Parsed,
} from '../../api/params.ts';
import { metadata } from '../../api/common-params.ts';
import { multiplyToAmount, parseDecimal } from '../../arithmetic/decimal.ts';
import {
  allocate,
  byRate,
  proportion,
  taxesOf,
  type TaxAmount,
  type TaxTerm,
} from '../../arithmetic/totals.ts';
import type { CreditNoteLine, Invoice, InvoiceLine } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { creditsOf, refuseMixing } from './before.ts';
import { lineOf } from '../invoices/lines.ts';
import { shownTax } from '../invoices/recalculate.ts';

const taxAmountRule = object({
  amount: required(integer),
  tax_rate: required(text()),
  taxable_amount: required(integer),
});
const creditLineFields = {
  amount: optional(integer),
  description: optional(text()),
  invoice_line_item: optional(text()),
  metadata: optional(metadata),
  quantity: optional(naturalNumber),
  tax_amounts: clearable(list(taxAmountRule, 20)),
  tax_rates: clearable(list(text(), 5)),
  type: required(oneOf('custom_line_item', 'invoice_line_item')),
  unit_amount: optional(integer),
  unit_amount_decimal: optional(decimal),
};
export const creditLineRule = object(creditLineFields);
export type CreditLineParams = Parsed<typeof creditLineFields>;

interface Part {
  readonly amount: number;
  readonly description: string | null;
  readonly invoiceLine: string | null;
  readonly quantity: number | null;
  readonly unitAmount: string | null;
  readonly discount: number;
  readonly discounts: InvoiceLine['discount_amounts'];
  readonly taxes: readonly TaxAmount[];
}

interface DiscountShare {
  readonly discount: string;
  readonly amount: number;
}

export interface Computed {
  readonly lines: readonly CreditNoteLine[];
  readonly subtotal: number;
  readonly discount: number;
  /** The same by discount. */
  readonly discounts: readonly DiscountShare[];
  readonly totalExcludingTax: number;
  readonly total: number;
  readonly taxes: readonly TaxAmount[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function taxesOfLine(line: InvoiceLine): readonly TaxAmount[] {
  return (line.taxes ?? []).map((tax) => ({
    rate: tax.tax_rate_details?.tax_rate ?? '',
    inclusive: tax.tax_behavior === 'inclusive',
    amount: tax.amount,
    taxable: tax.taxable_amount ?? 0,
  }));
}

/** The share `part / line.amount` of a line, with its discounts and taxes. */
function shareOfLine(line: InvoiceLine, amount: number, quantity: number | null): Part {
  const discounts = (line.discount_amounts ?? []).map((share) => ({
    discount: share.discount,
    amount: proportion(share.amount, amount, line.amount),
  }));
  return {
    amount,
    description: line.description,
    invoiceLine: line.id,
    quantity,
    unitAmount: quantity === null ? null : (line.pricing?.unit_amount_decimal ?? null),
    discount: sum(discounts.map((share) => share.amount)),
    discounts,
    taxes: taxesOfLine(line).map((tax) => ({
      ...tax,
      amount: proportion(tax.amount, amount, line.amount),
      taxable: proportion(tax.taxable, amount, line.amount),
    })),
  };
}

function partOfInvoiceLine(world: World, invoice: Invoice, params: CreditLineParams): Part {
  const line = lineOf(world, invoice, params.invoice_line_item ?? '');
  const before = creditsOf(world, invoice, line.id);
  if (params.quantity !== undefined) {
    const unit = parseDecimal(line.pricing?.unit_amount_decimal ?? '0');
    refuseMixing(before, true);
    const credited = sum(before.map((credit) => credit.quantity ?? 0));
    if (credited + params.quantity > (line.quantity ?? 0))
      throw refuse(
        'The quantity of a credit note line cannot be more than the quantity of the invoice line.',
        { param: 'lines' },
      );
    return shareOfLine(line, multiplyToAmount(unit, parseDecimal(String(params.quantity))), params.quantity);
  }
  refuseMixing(before, false);
  const amount = params.amount ?? line.amount;
  const credited = sum(before.map((credit) => credit.amount));
  if (Math.abs(amount + credited) > Math.abs(line.amount))
    throw refuse('The amount of a credit note line cannot be more than the amount of the invoice line.', {
      param: 'lines',
    });
  return shareOfLine(line, amount, null);
}

function termsOf(world: World, rates: readonly string[]): readonly TaxTerm[] {
  return rates.map((id) => {
    const rate = world.get('tax_rate', id, 'lines');
    return { rate: id, percentage: rate.percentage, inclusive: rate.inclusive };
  });
}

function customPart(world: World, params: CreditLineParams): Part {
  const stated = params.unit_amount_decimal ?? params.unit_amount?.toString();
  if (stated === undefined || params.description === undefined)
    throw refuse('Custom credit note lines need a description, a quantity and a unit amount.', {
      code: 'parameter_missing',
      param: 'lines',
    });
  const quantity = params.quantity ?? 1;
  const amount = multiplyToAmount(parseDecimal(stated), parseDecimal(String(quantity)));
  const given = params.tax_amounts?.map((tax) => ({
    rate: tax.tax_rate,
    inclusive: world.get('tax_rate', tax.tax_rate, 'lines').inclusive,
    amount: tax.amount,
    taxable: tax.taxable_amount,
  }));
  return {
    amount,
    description: params.description,
    invoiceLine: null,
    quantity,
    unitAmount: stated,
    discount: 0,
    discounts: [],
    taxes: given ?? taxesOf(amount, termsOf(world, params.tax_rates ?? []), false),
  };
}

/** Spreads a gross amount over the lines of the invoice by what each costs with its taxes. */
function partsOfAmount(world: World, invoice: Invoice, amount: number): readonly Part[] {
  const lines = invoice.inner.lines.map((id) => world.get('line_item', id));
  const gross = lines.map((line) => Math.max(0, grossOf(line)));
  const shares = allocate(amount, gross);
  return lines.flatMap((line, index): readonly Part[] => {
    const share = shares[index] ?? 0;
    if (share === 0) return [];
    const taxes = taxesOfLine(line).map((tax) => ({
      ...tax,
      amount: proportion(tax.amount, share, gross[index] ?? 0),
      taxable: proportion(tax.taxable, share, gross[index] ?? 0),
    }));
    const exclusive = sum(taxes.filter((tax) => !tax.inclusive).map((tax) => tax.amount));
    return [
      {
        amount: share - exclusive,
        description: line.description,
        invoiceLine: line.id,
        quantity: null,
        unitAmount: null,
        discount: 0,
        discounts: [],
        taxes,
      },
    ];
  });
}

function grossOf(line: InvoiceLine): number {
  const discount = sum((line.discount_amounts ?? []).map((share) => share.amount));
  const exclusive = sum(
    taxesOfLine(line)
      .filter((tax) => !tax.inclusive)
      .map((tax) => tax.amount),
  );
  return line.amount - discount + exclusive;
}

function byDiscount(parts: readonly Part[]): readonly DiscountShare[] {
  const sums = new Map<string, number>();
  for (const { discount, amount } of parts.flatMap((part) => part.discounts ?? []))
    sums.set(discount, (sums.get(discount) ?? 0) + amount);
  return [...sums].map(([discount, amount]) => ({ discount, amount }));
}

function toLine(world: World, part: Part): CreditNoteLine {
  return {
    id: world.id('cnli'),
    object: 'credit_note_line_item',
    amount: part.amount,
    description: part.description,
    discount_amount: part.discount,
    discount_amounts: part.discounts ?? [],
    ...(part.invoiceLine === null ? {} : { invoice_line_item: part.invoiceLine }),
    livemode: world.settings.livemode,
    metadata: {},
    pretax_credit_amounts: (part.discounts ?? []).map((share) => ({ ...share, type: 'discount' })),
    quantity: part.quantity,
    taxes: part.taxes.map((tax) => shownTax(tax, 'none')),
    type: part.invoiceLine === null ? 'custom_line_item' : 'invoice_line_item',
    unit_amount: part.unitAmount === null || part.unitAmount.includes('.') ? null : Number(part.unitAmount),
    unit_amount_decimal: part.unitAmount,
    inner: { taxRates: part.taxes.map((tax) => tax.rate) },
  };
}

export function computeCredit(
  world: World,
  invoice: Invoice,
  params: { readonly amount: number | undefined; readonly lines: readonly CreditLineParams[] | undefined },
): Computed {
  if ((params.amount === undefined) === (params.lines === undefined)) {
    throw refuse('You must specify exactly one of amount, lines or shipping_cost.', {
      code: 'parameter_missing',
      param: 'amount',
    });
  }
  const parts =
    params.lines === undefined
      ? partsOfAmount(world, invoice, params.amount ?? 0)
      : params.lines.map((line) =>
          line.type === 'invoice_line_item'
            ? partOfInvoiceLine(world, invoice, line)
            : customPart(world, line),
        );
  const taxes = byRate(parts.flatMap((part) => part.taxes));
  const included = sum(taxes.filter((tax) => tax.inclusive).map((tax) => tax.amount));
  const added = sum(taxes.filter((tax) => !tax.inclusive).map((tax) => tax.amount));
  const subtotal = sum(parts.map((part) => part.amount));
  const discount = sum(parts.map((part) => part.discount));
  return {
    lines: parts.map((part) => toLine(world, part)),
    subtotal,
    discount,
    discounts: byDiscount(parts),
    totalExcludingTax: subtotal - discount - included,
    total: subtotal - discount + added,
    taxes,
  };
}
