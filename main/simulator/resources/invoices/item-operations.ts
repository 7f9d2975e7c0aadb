// Invoice items: lines that are written before or beside their invoice.
import { inRange, pageFields, range } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOf } from '../../api/pages.ts';
import { currency, flag, optional, text, type Parsed } from '../../api/params.ts';
import { emit, updateFrom } from '../../world/events.ts';
import { render, renderById, type JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { liveCustomer } from '../customer-lookup.ts';
import { requireDraft } from './drafts.ts';
import { itemFields } from './line-params.ts';
import { detachLine, rewriteLine, writeItem } from './lines.ts';
import { recalculate } from './recalculate.ts';

const createFields = {
  ...itemFields,
  currency: optional(currency),
  customer: optional(text()),
  invoice: optional(text()),
};

/** Runs a change of an invoice's lines and brings the invoice up to date. */
function onInvoice(world: World, invoiceId: string, edit: () => void): void {
  const before = world.get('invoice', invoiceId, 'invoice');
  requireDraft(before, 'changing its items');
  const was = render(world, 'invoice', before);
  edit();
  updateFrom(world, 'invoice.updated', 'invoice', was, recalculate(world, world.get('invoice', invoiceId)));
}

function create(world: World, params: Parsed<typeof createFields>): JsonObject {
  const invoice = params.invoice === undefined ? null : world.get('invoice', params.invoice, 'invoice');
  const customerId = params.customer ?? invoice?.customer;
  if (customerId === undefined || customerId === null)
    throw refuse('Missing required param: customer.', { code: 'parameter_missing', param: 'customer' });
  const customer = liveCustomer(world, customerId, 'customer');
  if (invoice !== null && invoice.customer !== customerId)
    throw refuse('The customer of the invoice item must be the customer of the invoice.', {
      param: 'invoice',
    });
  const stated =
    params.currency ?? params.price_data?.currency ?? invoice?.currency ?? customer.currency ?? undefined;
  if (stated === undefined)
    throw refuse('Missing required param: currency.', { code: 'parameter_missing', param: 'currency' });
  if (invoice !== null && stated !== invoice.currency)
    throw refuse(
      `The currency of the invoice item (${stated}) must match the currency of the invoice (${invoice.currency}).`,
      { param: 'currency' },
    );
  if (invoice === null) {
    const item = writeItem(world, { customer: customerId, currency: stated, invoice: null }, params);
    emit(world, 'invoiceitem.created', 'invoiceitem', item);
    return render(world, 'invoiceitem', item);
  }
  let id = '';
  onInvoice(world, invoice.id, () => {
    id = writeItem(world, { customer: customerId, currency: stated, invoice: invoice.id }, params).id;
    emit(world, 'invoiceitem.created', 'invoiceitem', world.get('invoiceitem', id));
  });
  return renderById(world, 'invoiceitem', id);
}

function change(world: World, params: Parsed<typeof itemFields>, id: string): JsonObject {
  const item = world.get('invoiceitem', id);
  const { line } = item.inner;
  if (item.invoice === null || line === null)
    throw refuse('Change the item when it is on an invoice, or delete it and write it again.', {});
  const { invoice } = item;
  onInvoice(world, invoice, () => rewriteLine(world, world.get('invoice', invoice), line, params));
  return renderById(world, 'invoiceitem', id);
}

function remove(world: World, id: string): JsonObject {
  const item = world.get('invoiceitem', id);
  const { line } = item.inner;
  const { invoice } = item;
  if (invoice === null || line === null) world.remove('invoiceitem', id);
  else onInvoice(world, invoice, () => detachLine(world, world.get('invoice', invoice), line, 'delete'));
  emit(world, 'invoiceitem.deleted', 'invoiceitem', item);
  return { id, object: 'invoiceitem', deleted: true };
}

export const invoiceItemOperations: readonly Operation[] = [
  operation('POST /v1/invoiceitems', createFields, create),
  operation('POST /v1/invoiceitems/:id', itemFields, (world, params, id = '') => change(world, params, id)),
  operation('GET /v1/invoiceitems/:id', {}, (world, _params, id = '') =>
    renderById(world, 'invoiceitem', id),
  ),
  operation('DELETE /v1/invoiceitems/:id', {}, (world, _params, id = '') => remove(world, id)),
  operation(
    'GET /v1/invoiceitems',
    {
      ...pageFields,
      created: optional(range),
      customer: optional(text()),
      invoice: optional(text()),
      pending: optional(flag),
    },
    (world, params) =>
      pageOf(
        world,
        'invoiceitem',
        '/v1/invoiceitems',
        params,
        (item) =>
          // Those in a test clock stand only on lists of their customer or invoice, as invoices do; that the invoice is enough is UNCONFIRMED.
          (item.test_clock === null || params.customer !== undefined || params.invoice !== undefined) &&
          inRange(item.date, params.created) &&
          (params.customer === undefined || item.customer === params.customer) &&
          (params.invoice === undefined || item.invoice === params.invoice) &&
          (params.pending === undefined || (item.invoice === null) === params.pending),
      ),
  ),
];
