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
  if (params.pending_invoice_items_behavior === 'include') takePendingItems(world, draft.id, null);
  const invoice = world.put('invoice', recalculate(world, world.get('invoice', draft.id)));
  emit(world, 'invoice.created', 'invoice', invoice);
  return invoice;
}

/** Items of a subscription wait for an invoice of that subscription; all others for any. */
export function takePendingItems(world: World, invoiceId: string, subscription: string | null): void {
  const { customer, currency: money } = world.get('invoice', invoiceId);
  const items = [...world.table('invoiceitem').oldestFirst()].filter(
    (item) => item.invoice === null && item.customer === customer && item.currency === money,
  );
  for (const item of items) {
    const owner = item.parent?.subscription_details?.subscription ?? null;
    if (owner === null || owner === subscription)
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
  if (invoice.parent !== null)
    throw refuse("You can't delete an invoice of a subscription. Finalize it and void it instead.", {
      code: 'invoice_not_editable',
    });
  emit(world, 'invoice.deleted', 'invoice', invoice);
  for (const line of invoice.inner.lines) {
    const { invoiceItem } = world.get('line_item', line).inner;
    if (invoiceItem !== null) world.remove('invoiceitem', invoiceItem);
    world.remove('line_item', line);
  }
  world.remove('invoice', id);
  return { id, object: 'invoice', deleted: true };
}
