// Drafts: how they are created, changed and deleted.
import { address, changeMetadata, metadata } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import {
  clearable,
  currency,
  flag,
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
import { emit } from '../../world/events.ts';
import type { Customer, Invoice } from '../../world/records.ts';
import type { JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { applyDiscounts, discountRule } from '../coupons.ts';
import { liveCustomer } from '../customer-lookup.ts';
import { attachItem } from './lines.ts';
import { customerSnapshot } from '../../world/customer-snapshot.ts';
import { recalculate } from './recalculate.ts';

const DAY_SECONDS = 86_400;

const paymentSettingsRule = object({
  default_mandate: clearable(text()),
  payment_method_types: clearable(list(text(40), 30)),
});
const renderingRule = object({
  amount_tax_display: clearable(oneOf('exclude_tax', 'include_inclusive_tax')),
  pdf: optional(object({ page_size: optional(oneOf('a4', 'auto', 'letter')) })),
  template: optional(text()),
  template_version: clearable(integer),
});

export const changeFields = {
  account_tax_ids: clearable(list(text())),
  auto_advance: optional(flag),
  automatic_tax: optional(object({ enabled: required(flag) })),
  automatically_finalizes_at: optional(integer),
  collection_method: optional(oneOf('charge_automatically', 'send_invoice')),
  custom_fields: clearable(list(object({ name: required(text(40)), value: required(text(140)) }), 4)),
  days_until_due: optional(naturalNumber),
  default_payment_method: optional(text()),
  default_tax_rates: clearable(list(text(), 20)),
  description: clearable(text()),
  discounts: clearable(list(discountRule, 20)),
  due_date: optional(integer),
  effective_at: clearable(integer),
  footer: clearable(text()),
  metadata: clearable(metadata),
  number: clearable(text(26)),
  payment_settings: optional(paymentSettingsRule),
  rendering: optional(renderingRule),
  shipping_details: clearable(
    object({ address: required(address), name: required(text()), phone: clearable(text(20)) }),
  ),
  statement_descriptor: clearable(text(22)),
};
export const createFields = {
  ...changeFields,
  currency: optional(currency),
  customer: optional(text()),
  from_invoice: optional(object({ action: required(oneOf('revision')), invoice: required(text()) })),
  pending_invoice_items_behavior: optional(oneOf('exclude', 'include')),
};
export type Change = Parsed<typeof changeFields>;
type Creation = Parsed<typeof createFields>;

const notYet = { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null };

export function blankInvoice(world: World, customer: Customer, invoiceCurrency: string): Invoice {
  const now = world.now();
  return {
    id: world.id('in'),
    object: 'invoice',
    account_country: world.settings.country,
    account_name: world.settings.displayName,
    account_tax_ids: null,
    amount_due: 0,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_paid_off_stripe: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: false,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    automatically_finalizes_at: null,
    billing_reason: 'manual',
    collection_method: 'charge_automatically',
    created: now,
    currency: invoiceCurrency,
    custom_fields: customer.invoice_settings.custom_fields,
    customer: customer.id,
    customer_account: null,
    ...customerSnapshot(world, customer),
    default_payment_method: null,
    default_source: null,
    description: null,
    discounts: [],
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: customer.invoice_settings.footer,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: null,
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: now,
    period_start: now,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: {
      amount_tax_display: null,
      pdf: { page_size: 'auto' },
      template: null,
      template_version: null,
    },
    shipping_cost: null,
    shipping_details: null,
    starting_balance:
      customer.currency === null || customer.currency === invoiceCurrency ? customer.balance : 0,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: notYet,
    subtotal: 0,
    subtotal_excluding_tax: 0,
    test_clock: null,
    total: 0,
    total_discount_amounts: [],
    total_excluding_tax: 0,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: null,
    inner: {
      lines: [],
      payments: [],
      defaultTaxRates: [],
      daysUntilDue: null,
      appliedBalance: 0,
      creditNotes: [],
    },
  };
}

function dueDate(invoice: Invoice, params: Change, now: number): number | null {
  if (params.due_date !== undefined && params.days_until_due !== undefined) {
    throw refuse('You may only specify one of these parameters: days_until_due, due_date.', {
      code: 'parameters_exclusive',
      param: 'due_date',
    });
  }
  if (params.due_date !== undefined && params.due_date <= now)
    throw refuse('The `due_date` must be in the future.', { param: 'due_date' });
  if (params.due_date !== undefined) return params.due_date;
  return params.days_until_due === undefined
    ? invoice.due_date
    : invoice.created + params.days_until_due * DAY_SECONDS;
}

/** Stripe wants an address to send to and a day until which to wait, or neither. */
function refuseUnfitCollection(invoice: Invoice): void {
  if (invoice.collection_method === 'charge_automatically') {
    if (invoice.due_date !== null)
      throw refuse(
        'You can only set `days_until_due` or `due_date` if the collection method is `send_invoice`.',
        { param: 'due_date' },
      );
    return;
  }
  if (invoice.customer_email === null) {
    throw refuse(
      'Missing email. In order to create invoices that are sent to the customer, the customer must have a valid email.',
      { param: 'customer' },
    );
  }
  if (invoice.due_date === null) {
    throw refuse(
      'If `collection_method` is `send_invoice`, you must specify `days_until_due` or `due_date`.',
      { code: 'parameter_missing', param: 'days_until_due' },
    );
  }
}

function refuseTakenNumber(world: World, invoice: Invoice, number: string | null | undefined): void {
  if (number === null || number === undefined) return;
  for (const other of world.table('invoice').newestFirst()) {
    if (other.number === number && other.id !== invoice.id)
      throw refuse(`Invoice number ${number} is already used by another invoice.`, { param: 'number' });
  }
}

/** Only what was sent changes; null clears. Totals are not yet recalculated. */
export function changed(world: World, invoice: Invoice, params: Change): Invoice {
  const kept = <T>(sent: T | undefined, existing: T): T => (sent === undefined ? existing : sent);
  refuseTakenNumber(world, invoice, params.number);
  for (const id of params.default_tax_rates ?? []) world.get('tax_rate', id, 'default_tax_rates');
  const target = {
    customer: invoice.customer,
    invoice: invoice.id,
    invoiceItem: null,
    currency: invoice.currency,
  };
  const next: Invoice = {
    ...invoice,
    account_tax_ids: kept(params.account_tax_ids, invoice.account_tax_ids),
    auto_advance: params.auto_advance ?? invoice.auto_advance ?? false,
    automatically_finalizes_at: params.automatically_finalizes_at ?? invoice.automatically_finalizes_at,
    collection_method: params.collection_method ?? invoice.collection_method,
    custom_fields: kept(params.custom_fields, invoice.custom_fields),
    default_payment_method: params.default_payment_method ?? invoice.default_payment_method,
    description: kept(params.description, invoice.description),
    discounts:
      params.discounts === undefined
        ? invoice.discounts
        : applyDiscounts(world, params.discounts ?? [], target),
    due_date: dueDate(invoice, params, world.now()),
    effective_at: kept(params.effective_at, invoice.effective_at),
    footer: kept(params.footer, invoice.footer),
    metadata: changeMetadata(invoice.metadata, params.metadata),
    number: kept(params.number, invoice.number),
    payment_settings: {
      ...invoice.payment_settings,
      default_mandate: kept(
        params.payment_settings?.default_mandate,
        invoice.payment_settings.default_mandate,
      ),
      payment_method_types: kept(
        params.payment_settings?.payment_method_types,
        invoice.payment_settings.payment_method_types,
      ),
    },
    rendering: changedRendering(invoice, params.rendering),
    shipping_details:
      params.shipping_details === undefined
        ? invoice.shipping_details
        : params.shipping_details && {
            ...params.shipping_details,
            phone: params.shipping_details.phone ?? null,
          },
    statement_descriptor: kept(params.statement_descriptor, invoice.statement_descriptor),
    inner: {
      ...invoice.inner,
      daysUntilDue: params.days_until_due ?? invoice.inner.daysUntilDue,
      defaultTaxRates:
        params.default_tax_rates === undefined
          ? invoice.inner.defaultTaxRates
          : (params.default_tax_rates ?? []),
    },
  };
  refuseUnfitCollection(next);
  return next;
}

function changedRendering(invoice: Invoice, params: Change['rendering']): Invoice['rendering'] {
  const existing = invoice.rendering ?? {
    amount_tax_display: null,
    pdf: null,
    template: null,
    template_version: null,
  };
  if (params === undefined) return existing;
  return {
    amount_tax_display:
      params.amount_tax_display === undefined ? existing.amount_tax_display : params.amount_tax_display,
    pdf: params.pdf?.page_size === undefined ? existing.pdf : { page_size: params.pdf.page_size },
    template: params.template ?? existing.template,
    template_version: params.template_version ?? existing.template_version,
  };
}

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
