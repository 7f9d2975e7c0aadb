// Drafts made from other invoices: revisions, and previews that are never kept.
import { refuse } from '../../api/failure.ts';
import { clearable, currency, list, object, optional, text, type Parsed } from '../../api/params.ts';
import { emit } from '../../world/events.ts';
import type { Invoice } from '../../world/records.ts';
import { listOf, render, shown, type JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { applyDiscounts, discountRule } from '../coupons.ts';
import { liveCustomer } from '../customer-lookup.ts';
import { blankInvoice } from './blank.ts';
import { changed, type Change } from './changes.ts';
import { attachItem, writeItem } from './lines.ts';
import { previewLineFields } from './line-params.ts';
import { recalculate } from './recalculate.ts';

function copyLines(world: World, original: Invoice, draftId: string): void {
  for (const id of original.inner.lines) {
    const line = world.get('line_item', id);
    const source = world.get('invoiceitem', line.inner.invoiceItem ?? '');
    const item = world.put('invoiceitem', {
      ...source,
      id: world.id('ii'),
      date: world.now(),
      invoice: null,
    });
    attachItem(world, item, draftId, { taxAmounts: line.inner.taxAmounts, quantity: line.quantity });
  }
}

/** Copies an open invoice, with its lines, into a draft that voids it when finalized. */
export function createRevision(world: World, originalId: string, params: Change): Invoice {
  const original = world.get('invoice', originalId, 'from_invoice[invoice]');
  if (original.status !== 'open' && original.status !== 'uncollectible') {
    throw refuse(
      `You can only revise an open or uncollectible invoice. This invoice is ${original.status ?? 'unknown'}.`,
      { param: 'from_invoice[invoice]' },
    );
  }
  if (original.parent !== null)
    throw refuse('You can not revise an invoice of a subscription.', { param: 'from_invoice[invoice]' });
  const customer = liveCustomer(world, original.customer ?? '', 'from_invoice[invoice]');
  const draft = world.put('invoice', {
    ...blankInvoice(world, customer, original.currency),
    collection_method: original.collection_method,
    custom_fields: original.custom_fields,
    description: original.description,
    discounts: original.discounts,
    due_date: original.due_date,
    footer: original.footer,
    from_invoice: { action: 'revision', invoice: originalId },
    metadata: original.metadata,
    payment_settings: original.payment_settings,
    rendering: original.rendering,
    inner: {
      ...original.inner,
      lines: [],
      payments: [],
      appliedBalance: 0,
      creditNotes: [],
      failedFirst: null,
      retrying: false,
    },
  });
  copyLines(world, original, draft.id);
  const revised = world.put(
    'invoice',
    recalculate(world, changed(world, world.get('invoice', draft.id), params)),
  );
  emit(world, 'invoice.created', 'invoice', revised);
  return revised;
}

export const previewFields = {
  currency: optional(currency),
  customer: optional(text()),
  discounts: clearable(list(discountRule, 20)),
  invoice_items: optional(list(object(previewLineFields), 250)),
};
type PreviewParams = Parsed<typeof previewFields>;
type PreviewLine = NonNullable<PreviewParams['invoice_items']>[number];

function written(line: PreviewLine): Parameters<typeof writeItem>[2] {
  const { price, unit_amount, unit_amount_decimal, ...rest } = line;
  return {
    ...rest,
    pricing: price === undefined ? undefined : { price },
    unit_amount_decimal: unit_amount_decimal ?? (unit_amount === undefined ? undefined : String(unit_amount)),
  };
}

/** Thrown to leave a preview without a trace; carries what was computed. */
class PreviewDone extends Error {
  readonly invoice: JsonObject;
  constructor(invoice: JsonObject) {
    super('A preview is done');
    this.invoice = invoice;
  }
}

/** What an invoice would come to; nothing of it stays. */
export function preview(world: World, params: PreviewParams): JsonObject {
  const customerId = params.customer;
  if (customerId === undefined)
    throw refuse('You must specify a customer or customer_details.', {
      code: 'parameter_missing',
      param: 'customer',
    });
  try {
    return world.step(() => {
      throw new PreviewDone(computed(world, params, customerId));
    });
  } catch (error) {
    if (error instanceof PreviewDone) return error.invoice;
    throw error;
  }
}

function computed(world: World, params: PreviewParams, customerId: string): JsonObject {
  const customer = liveCustomer(world, customerId, 'customer');
  const invoiceCurrency =
    params.currency ??
    params.invoice_items?.find((line) => line.currency !== undefined)?.currency ??
    customer.currency ??
    world.settings.defaultCurrency;
  const draft = world.put('invoice', blankInvoice(world, customer, invoiceCurrency));
  for (const line of params.invoice_items ?? [])
    writeItem(world, { customer: customerId, currency: invoiceCurrency, invoice: draft.id }, written(line));
  const discounts = applyDiscounts(world, params.discounts ?? [], {
    customer: customerId,
    invoice: draft.id,
    invoiceItem: null,
    currency: invoiceCurrency,
  });
  const whole = world.put('invoice', recalculate(world, { ...world.get('invoice', draft.id), discounts }));
  const id = `upcoming_in_${draft.id.slice(3)}`;
  const lines = whole.inner.lines.map((line) => shown(world.get('line_item', line)));
  return {
    ...render(world, 'invoice', whole),
    id,
    billing_reason: 'upcoming',
    lines: listOf(`/v1/invoices/${id}/lines`, lines),
  };
}
