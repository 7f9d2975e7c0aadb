// The operations on invoices.
import {
  inRange,
  metadata,
  pageFields,
  range,
  changeMetadata,
  type MetadataChange,
} from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOf, pageOfArray } from '../../api/pages.ts';
import {
  clearable,
  flag,
  list,
  object,
  oneOf,
  optional,
  required,
  text,
  type Parsed,
} from '../../api/params.ts';
import { updateFrom } from '../../world/events.ts';
import type { Invoice } from '../../world/records.ts';
import { render, renderById, shown, type JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { changed, changeFields, type Change } from './changes.ts';
import { createDraft, createFields, deleteDraft, requireDraft } from './drafts.ts';
import { expectPayment } from './expected-payment.ts';
import { finalize, markUncollectible, send, voidInvoice } from './finalize.ts';
import { lineFields } from './line-params.ts';
import { detachLine, rewriteLine, writeItem, attachItem, type WrittenLine } from './lines.ts';
import { attachPayment, pay, payFields } from './pay.ts';
import { preview, previewFields } from './preview.ts';
import { recalculate } from './recalculate.ts';
import { createRevision } from './revise.ts';

const invoiceMetadata = { invoice_metadata: clearable(metadata) };

/** What may still change when an invoice is final. */
const finalFields: readonly string[] = [
  'auto_advance',
  'default_payment_method',
  'metadata',
  'payment_settings',
];
/** And under the rule `editableWhenFinal`. */
const finalTexts: readonly string[] = ['custom_fields', 'description', 'due_date', 'footer'];

function isEditable(world: World, name: string): boolean {
  if (finalFields.includes(name)) return true;
  return world.settings.rules.editableWhenFinal === 'texts_too' && finalTexts.includes(name);
}

function changeInvoice(world: World, params: Change, id: string): JsonObject {
  const invoice = world.get('invoice', id);
  const was = render(world, 'invoice', invoice);
  if (invoice.status === 'draft') {
    return render(
      world,
      'invoice',
      updateFrom(
        world,
        'invoice.updated',
        'invoice',
        was,
        recalculate(world, changed(world, invoice, params)),
      ),
    );
  }
  const frozen = Object.entries(params).find(
    ([name, value]) => value !== undefined && !isEditable(world, name),
  );
  if (frozen !== undefined) {
    throw refuse(`Finalized invoices can't be updated in this way (${frozen[0]}).`, {
      code: 'invoice_not_editable',
      param: frozen[0],
    });
  }
  return render(
    world,
    'invoice',
    updateFrom(world, 'invoice.updated', 'invoice', was, changed(world, invoice, params)),
  );
}

/** Changes the lines of a draft, then its totals, as one update. */
function editLines(
  world: World,
  id: string,
  change: MetadataChange | null | undefined,
  edit: (invoice: Invoice) => void,
): JsonObject {
  const before = world.get('invoice', id);
  requireDraft(before, 'changing its lines');
  const was = render(world, 'invoice', before);
  edit(before);
  const edited = world.get('invoice', id);
  const after = recalculate(world, { ...edited, metadata: changeMetadata(edited.metadata, change) });
  return render(world, 'invoice', updateFrom(world, 'invoice.updated', 'invoice', was, after));
}

function refuseTooManyLines(world: World, count: number): void {
  const most = world.settings.rules.linesPerCall;
  if (count > most)
    throw refuse(`Array lines exceeded maximum ${most} allowed elements.`, { param: 'lines' });
}

function addLine(
  world: World,
  invoice: Invoice,
  line: WrittenLine & { readonly invoice_item: string | undefined },
): void {
  if (line.invoice_item === undefined) {
    writeItem(
      world,
      { customer: invoice.customer ?? '', currency: invoice.currency, invoice: invoice.id },
      line,
    );
    return;
  }
  const item = world.get('invoiceitem', line.invoice_item, 'lines[invoice_item]');
  if (item.invoice !== null)
    throw refuse('This invoice item is already attached to an invoice.', { param: 'lines' });
  attachItem(world, item, invoice.id, { taxAmounts: null, quantity: item.quantity });
}

function lines(world: World, id: string): readonly JsonObject[] {
  return world.get('invoice', id).inner.lines.map((line) => shown(world.get('line_item', line)));
}

const listFields = {
  ...pageFields,
  collection_method: optional(oneOf('charge_automatically', 'send_invoice')),
  created: optional(range),
  customer: optional(text()),
  due_date: optional(range),
  status: optional(oneOf('draft', 'open', 'paid', 'uncollectible', 'void')),
  subscription: optional(text()),
};

/** Invoices in a test clock stand only on lists of their customer or subscription (docs.stripe.com/billing/testing/test-clocks/api-advanced-usage). */
function matches(invoice: Invoice, params: Parsed<typeof listFields>): boolean {
  return (
    (invoice.test_clock === null || params.customer !== undefined || params.subscription !== undefined) &&
    (params.customer === undefined || invoice.customer === params.customer) &&
    (params.status === undefined || invoice.status === params.status) &&
    (params.collection_method === undefined || invoice.collection_method === params.collection_method) &&
    (params.subscription === undefined ||
      invoice.parent?.subscription_details?.subscription === params.subscription) &&
    inRange(invoice.created, params.created) &&
    (params.due_date === undefined || inRange(invoice.due_date, params.due_date))
  );
}

const draftOperations: readonly Operation[] = [
  operation('POST /v1/invoices', createFields, (world, params) => {
    const from = params.from_invoice;
    return render(
      world,
      'invoice',
      from === undefined ? createDraft(world, params) : createRevision(world, from.invoice, params),
    );
  }),
  operation('POST /v1/invoices/create_preview', previewFields, preview),
  operation('POST /v1/invoices/:id', changeFields, (world, params, id = '') =>
    changeInvoice(world, params, id),
  ),
  operation('DELETE /v1/invoices/:id', {}, (world, _params, id = '') => deleteDraft(world, id)),
  operation(
    'POST /v1/invoices/:id/add_lines',
    { ...invoiceMetadata, lines: required(list(object(lineFields))) },
    (world, params, id = '') =>
      editLines(world, id, params.invoice_metadata, (invoice) => {
        refuseTooManyLines(world, params.lines.length);
        for (const line of params.lines) addLine(world, invoice, line);
      }),
  ),
  operation(
    'POST /v1/invoices/:id/update_lines',
    { ...invoiceMetadata, lines: required(list(object({ ...lineFields, id: required(text()) }))) },
    (world, params, id = '') =>
      editLines(world, id, params.invoice_metadata, () => {
        for (const line of params.lines) rewriteLine(world, world.get('invoice', id), line.id, line);
      }),
  ),
  operation(
    'POST /v1/invoices/:id/remove_lines',
    {
      ...invoiceMetadata,
      lines: required(
        list(object({ id: required(text()), behavior: required(oneOf('delete', 'unassign')) })),
      ),
    },
    (world, params, id = '') =>
      editLines(world, id, params.invoice_metadata, () => {
        for (const line of params.lines) detachLine(world, world.get('invoice', id), line.id, line.behavior);
      }),
  ),
  operation('POST /v1/invoices/:id/lines/:line', lineFields, (world, params, id = '', line = '') => {
    editLines(world, id, undefined, (invoice) => rewriteLine(world, invoice, line, params));
    return renderById(world, 'line_item', line);
  }),
];

const lifeOperations: readonly Operation[] = [
  operation('POST /v1/invoices/:id/finalize', { auto_advance: optional(flag) }, (world, params, id = '') =>
    render(world, 'invoice', finalize(world, id, params.auto_advance)),
  ),
  operation('POST /v1/invoices/:id/send', {}, (world, _params, id = '') => {
    const invoice = send(world, id);
    expectPayment(world, invoice, false);
    return render(world, 'invoice', invoice);
  }),
  operation('POST /v1/invoices/:id/pay', payFields, (world, params, id = '') =>
    render(world, 'invoice', pay(world, id, params)),
  ),
  operation('POST /v1/invoices/:id/void', {}, (world, _params, id = '') =>
    render(world, 'invoice', voidInvoice(world, id)),
  ),
  operation('POST /v1/invoices/:id/mark_uncollectible', {}, (world, _params, id = '') =>
    render(world, 'invoice', markUncollectible(world, id)),
  ),
  operation(
    'POST /v1/invoices/:id/attach_payment',
    { payment_intent: required(text()) },
    (world, params, id = '') => render(world, 'invoice', attachPayment(world, id, params.payment_intent)),
  ),
];

const readOperations: readonly Operation[] = [
  operation('GET /v1/invoices/:id/lines', pageFields, (world, params, id = '') =>
    pageOfArray(`/v1/invoices/${id}/lines`, lines(world, id), params),
  ),
  operation('GET /v1/invoices/:id', {}, (world, _params, id = '') => renderById(world, 'invoice', id)),
  operation('GET /v1/invoices', listFields, (world, params) =>
    pageOf(world, 'invoice', '/v1/invoices', params, (invoice) => matches(invoice, params)),
  ),
];

export const invoiceOperations: readonly Operation[] = [
  ...draftOperations,
  ...lifeOperations,
  ...readOperations,
];
