// Drafts: how they are created, changed and deleted.
import { refuse } from '../../api/failure.ts';
import { currency, object, oneOf, optional, required, text, type Parsed } from '../../api/params.ts';
import { emit } from '../../world/events.ts';
import type { Invoice } from '../../world/records.ts';
import type { JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { liveCustomer } from '../customer-lookup.ts';
import { blankInvoice } from './blank.ts';
import { changed, changeFields } from './changes.ts';
import { attachItem } from './lines.ts';
import { recalculate } from './recalculate.ts';

export const createFields = {
  ...changeFields,
  currency: optional(currency),
  customer: optional(text()),
  from_invoice: optional(object({ action: required(oneOf('revision')), invoice: required(text()) })),
  pending_invoice_items_behavior: optional(oneOf('exclude', 'include')),
};
type Creation = Parsed<typeof createFields>;

export function createDraft(world: World, params: Creation): Invoice {
  if (params.customer === undefined)
    throw refuse('Missing required param: customer.', { code: 'parameter_missing', param: 'customer' });
  const customer = liveCustomer(world, params.customer, 'customer');
  const invoiceCurrency = params.currency ?? customer.currency ?? world.settings.defaultCurrency;
  if ((customer.currency ?? null) === null) world.put('customer', { ...customer, currency: invoiceCurrency });
  const draft = world.put('invoice', blankInvoice(world, customer, invoiceCurrency));
  world.put('invoice', changed(world, draft, params));
  if (params.pending_invoice_items_behavior === 'include')
    takePendingItems(world, draft.id, customer.id, invoiceCurrency);
  const invoice = world.put('invoice', recalculate(world, world.get('invoice', draft.id)));
  emit(world, 'invoice.created', 'invoice', invoice);
  return invoice;
}

function takePendingItems(
  world: World,
  invoiceId: string,
  customerId: string,
  invoiceCurrency: string,
): void {
  const items = [...world.table('invoiceitem').oldestFirst()];
  for (const item of items) {
    if (item.invoice === null && item.customer === customerId && item.currency === invoiceCurrency)
      attachItem(world, item, invoiceId, { taxAmounts: null, quantity: item.quantity });
  }
}

/** Refuses what Stripe refuses of an invoice that is no draft. */
export function requireDraft(invoice: Invoice, doing: string): void {
  if (invoice.status !== 'draft') {
    throw refuse(`This invoice is no longer a draft, so ${doing} is not possible.`, {
      code: 'invoice_not_editable',
    });
  }
}

export function deleteDraft(world: World, id: string): JsonObject {
  const invoice = world.get('invoice', id);
  if (invoice.status !== 'draft')
    throw refuse('You can only delete draft invoices.', { code: 'invoice_not_editable' });
  emit(world, 'invoice.deleted', 'invoice', invoice);
  for (const line of invoice.inner.lines) {
    world.remove('invoiceitem', world.get('line_item', line).inner.invoiceItem);
    world.remove('line_item', line);
  }
  world.remove('invoice', id);
  return { id, object: 'invoice', deleted: true };
}
