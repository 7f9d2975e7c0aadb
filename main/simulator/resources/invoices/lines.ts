// Lines of drafts: each line has an invoice item behind it, as at Stripe.
import { changeMetadata, type MetadataChange } from '../../api/common-params.ts';
import { missing, refuse } from '../../api/failure.ts';
import type { Invoice, InvoiceItem, InvoiceLine, ManualTax } from '../../world/records.ts';
import { clockIdOf } from '../../world/test-clock.ts';
import type { World } from '../../world/world.ts';
import { applyDiscounts, type DiscountParam } from '../coupons.ts';
import { createTaxRate } from '../tax-rates.ts';
import { costOf, statesCost, type CostParams } from './pricing.ts';

const MAX_ITEMS = 250;

interface TaxAmountParam {
  readonly amount: number;
  readonly taxable_amount: number;
  readonly tax_rate_data: {
    readonly display_name: string;
    readonly inclusive: boolean;
    readonly percentage: string;
    readonly country: string | undefined;
    readonly description: string | undefined;
    readonly jurisdiction: string | undefined;
    readonly state: string | undefined;
    readonly tax_type: string | undefined;
  };
}
export interface WrittenLine extends CostParams {
  readonly discountable: boolean | undefined;
  readonly discounts: readonly DiscountParam[] | null | undefined;
  readonly metadata: MetadataChange | null | undefined;
  readonly period: { readonly start: number; readonly end: number } | undefined;
  readonly tax_rates: readonly string[] | null | undefined;
  readonly tax_amounts?: readonly TaxAmountParam[] | null | undefined;
}

/** Where a new line belongs; a pending item has no invoice yet. */
export interface LineOwner {
  readonly customer: string;
  readonly currency: string;
  readonly invoice: string | null;
}

function manualTaxes(
  world: World,
  params: readonly TaxAmountParam[] | null | undefined,
): readonly ManualTax[] | null {
  if (params === undefined || params === null) return null;
  return params.map((param) => {
    const rate = createTaxRate(world, { ...param.tax_rate_data, active: false, metadata: undefined });
    return {
      amount: param.amount,
      taxableAmount: param.taxable_amount,
      taxRate: rate.id,
      inclusive: rate.inclusive,
    };
  });
}

function checkRates(world: World, ids: readonly string[] | null | undefined): readonly string[] {
  for (const id of ids ?? []) {
    if (!world.get('tax_rate', id, 'tax_rates').active)
      throw refuse(`The tax rate ${id} is archived and can't be used.`, { param: 'tax_rates' });
  }
  return ids ?? [];
}

/** Writes an invoice item and, on an invoice, its line. */
export function writeItem(world: World, owner: LineOwner, params: WrittenLine): InvoiceItem {
  const cost = costOf(world, params, owner.currency);
  const id = world.id('ii');
  const discounts = applyDiscounts(world, params.discounts ?? [], {
    customer: owner.customer,
    invoice: null,
    invoiceItem: id,
    currency: owner.currency,
  });
  const taxRates = checkRates(world, params.tax_rates);
  const item = world.put('invoiceitem', {
    id,
    object: 'invoiceitem',
    amount: cost.amount,
    currency: owner.currency,
    customer: owner.customer,
    customer_account: null,
    date: world.now(),
    description: cost.description,
    discountable: params.discountable ?? cost.amount >= 0,
    discounts,
    invoice: owner.invoice,
    livemode: false,
    metadata: changeMetadata(null, params.metadata),
    parent: null,
    period: params.period ?? { start: world.now(), end: world.now() },
    pricing: cost.pricing,
    proration: false,
    quantity: cost.quantity ?? Math.round(Number(cost.quantityDecimal)),
    quantity_decimal: cost.quantityDecimal,
    test_clock: clockIdOf(world, owner.customer),
    inner: { line: null, taxRates, credited: null },
  });
  if (owner.invoice === null) return item;
  return attachItem(world, item, owner.invoice, {
    taxAmounts: manualTaxes(world, params.tax_amounts),
    quantity: cost.quantity,
  });
}

/** Puts an item on an invoice as a line. Totals are not yet recalculated. */
export function attachItem(
  world: World,
  item: InvoiceItem,
  invoiceId: string,
  extra: { readonly taxAmounts: readonly ManualTax[] | null; readonly quantity: number | null },
): InvoiceItem {
  const invoice = world.get('invoice', invoiceId, 'invoice');
  if (invoice.inner.lines.length >= MAX_ITEMS)
    throw refuse(`Invoices can have at most ${MAX_ITEMS} line items.`, { param: 'lines' });
  const line: InvoiceLine = world.put('line_item', {
    id: world.id('il'),
    object: 'line_item',
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discount_amounts: [],
    discountable: item.discountable,
    discounts: item.discounts ?? [],
    invoice: invoiceId,
    livemode: false,
    metadata: item.metadata ?? {},
    parent: parentOf(item),
    period: item.period,
    pretax_credit_amounts: [],
    pricing: item.pricing,
    quantity: extra.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription: item.parent?.subscription_details?.subscription ?? null,
    subtotal: item.amount,
    taxes: [],
    inner: { taxRates: item.inner.taxRates, taxAmounts: extra.taxAmounts, invoiceItem: item.id },
  });
  world.put('invoice', { ...invoice, inner: { ...invoice.inner, lines: [...invoice.inner.lines, line.id] } });
  return world.put('invoiceitem', { ...item, invoice: invoiceId, inner: { ...item.inner, line: line.id } });
}

/** What an item that a subscription made shows: the item of the subscription, and what a credit gives back. */
function parentOf(item: InvoiceItem): NonNullable<InvoiceLine['parent']> {
  const of = item.parent?.subscription_details;
  const shared = {
    proration: item.proration,
    proration_details: { credited_items: item.inner.credited },
    subscription: of?.subscription ?? null,
  };
  if (of?.subscription_item === undefined) {
    return {
      invoice_item_details: { ...shared, invoice_item: item.id },
      subscription_item_details: null,
      type: 'invoice_item_details',
    };
  }
  return {
    invoice_item_details: null,
    subscription_item_details: {
      ...shared,
      invoice_item: item.id,
      subscription_item: of.subscription_item,
    },
    type: 'subscription_item_details',
  };
}

export function lineOf(world: World, invoice: Invoice, id: string): InvoiceLine {
  if (!invoice.inner.lines.includes(id)) throw missing('line_item', id);
  return world.get('line_item', id);
}

/** Changes a line and the item behind it. Totals are not yet recalculated. */
export function rewriteLine(world: World, invoice: Invoice, id: string, params: WrittenLine): void {
  const line = lineOf(world, invoice, id);
  const itemId = line.inner.invoiceItem;
  const states = statesCost(params) || params.quantity !== undefined || params.quantity_decimal !== undefined;
  if (line.parent?.type === 'subscription_item_details' && (states || params.period !== undefined))
    throw refuse('The amount, quantity and period of a line of a subscription cannot be changed.', {
      param: 'lines',
    });
  const item = itemId === null ? null : world.get('invoiceitem', itemId);
  const cost = states ? costOf(world, withKeptPrice(line, params), invoice.currency) : null;
  const taxRates = params.tax_rates === undefined ? line.inner.taxRates : checkRates(world, params.tax_rates);
  const target = {
    customer: invoice.customer,
    invoice: null,
    invoiceItem: itemId ?? line.id,
    currency: invoice.currency,
  };
  const discounts =
    params.discounts === undefined ? line.discounts : applyDiscounts(world, params.discounts ?? [], target);
  const shared = {
    amount: cost?.amount ?? line.amount,
    description: params.description === undefined ? line.description : params.description,
    discountable: params.discountable ?? line.discountable,
    discounts,
    metadata: changeMetadata(line.metadata, params.metadata),
    period: params.period ?? line.period,
    pricing: cost?.pricing ?? line.pricing,
  };
  const quantityDecimal = cost?.quantityDecimal ?? line.quantity_decimal ?? '1';
  const taxAmounts =
    params.tax_amounts === undefined ? line.inner.taxAmounts : manualTaxes(world, params.tax_amounts);
  world.put('line_item', {
    ...line,
    ...shared,
    quantity: cost === null ? line.quantity : cost.quantity,
    quantity_decimal: quantityDecimal,
    inner: { ...line.inner, taxRates, taxAmounts },
  });
  if (item === null) return;
  world.put('invoiceitem', {
    ...item,
    ...shared,
    quantity: Math.round(Number(quantityDecimal)),
    quantity_decimal: quantityDecimal,
    inner: { ...item.inner, taxRates },
  });
}

/** A new quantity alone keeps the unit amount. */
function withKeptPrice(line: InvoiceLine, params: WrittenLine): CostParams {
  if (statesCost(params)) return params;
  return {
    ...params,
    description: params.description ?? line.description,
    unit_amount_decimal: line.pricing?.unit_amount_decimal ?? '0',
  };
}

/** Takes a line off its invoice; its item is deleted or becomes pending again. */
export function detachLine(
  world: World,
  invoice: Invoice,
  id: string,
  behavior: 'delete' | 'unassign',
): void {
  const line = lineOf(world, invoice, id);
  const itemId = line.inner.invoiceItem;
  if (itemId === null)
    throw refuse('A line of a subscription cannot be removed from its invoice.', { param: 'lines' });
  world.remove('line_item', id);
  world.put('invoice', {
    ...invoice,
    inner: { ...invoice.inner, lines: invoice.inner.lines.filter((other) => other !== id) },
  });
  if (behavior === 'delete') world.remove('invoiceitem', itemId);
  else {
    const item = world.get('invoiceitem', itemId);
    world.put('invoiceitem', { ...item, invoice: null, inner: { ...item.inner, line: null } });
  }
}
