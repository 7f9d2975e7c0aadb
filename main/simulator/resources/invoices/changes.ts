// What can be said about a draft, and how it changes by it.
import { address, changeMetadata, kept, metadata } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import {
  clearable,
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
import { cancelPlanned, plan } from '../../world/due.ts';
import type { Invoice } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { applyDiscounts, discountRule } from '../coupons.ts';
import { changedPaymentSettings, paymentSettingsRule, refuseUnfitTypes } from './payment-settings.ts';

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3600;

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
  default_payment_method: clearable(text()),
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
export type Change = Parsed<typeof changeFields>;

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
function refuseUnfitCollection(world: World, invoice: Invoice): void {
  if (invoice.collection_method === 'charge_automatically') {
    if (invoice.due_date !== null)
      throw refuse(
        'You can only set `days_until_due` or `due_date` if the collection method is `send_invoice`.',
        { param: 'due_date' },
      );
    return;
  }
  if (invoice.customer_email === null && world.settings.rules.emailRequired === 'when_created') {
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

function refuseForeignMethod(world: World, { customer, default_payment_method: method }: Invoice): void {
  if (method !== null && world.find('payment_method', method)?.customer !== customer)
    throw refuse(
      `The customer does not have a payment method with the ID ${method}. The payment method must be attached to the customer.`,
      { code: 'resource_missing', param: 'default_payment_method' },
    );
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
  refuseTakenNumber(world, invoice, params.number);
  for (const id of params.default_tax_rates ?? []) world.get('tax_rate', id, 'default_tax_rates');
  const next: Invoice = {
    ...invoice,
    ...changedTexts(invoice, params),
    account_tax_ids: kept(params.account_tax_ids, invoice.account_tax_ids),
    auto_advance: params.auto_advance ?? invoice.auto_advance ?? false,
    automatically_finalizes_at: params.automatically_finalizes_at ?? invoice.automatically_finalizes_at,
    collection_method: params.collection_method ?? invoice.collection_method,
    default_payment_method: kept(params.default_payment_method, invoice.default_payment_method),
    discounts: changedDiscounts(world, invoice, params.discounts),
    due_date: dueDate(invoice, params, world.now()),
    effective_at: kept(params.effective_at, invoice.effective_at),
    metadata: changeMetadata(invoice.metadata, params.metadata),
    payment_settings: changedPaymentSettings(invoice.payment_settings, params.payment_settings),
    rendering: changedRendering(invoice, params.rendering),
    inner: {
      ...invoice.inner,
      daysUntilDue: params.days_until_due ?? invoice.inner.daysUntilDue,
      defaultTaxRates: kept(params.default_tax_rates, invoice.inner.defaultTaxRates) ?? [],
    },
  };
  refuseUnfitCollection(world, next);
  if (params.default_payment_method !== undefined) refuseForeignMethod(world, next);
  if (params.payment_settings !== undefined) refuseUnfitTypes(world, next, 'when_set');
  planFinalizing(world, invoice, next);
  return next;
}

/** Stripe finalizes a draft that advances by itself an hour later, or at the moment that was set. */
function planFinalizing(world: World, before: Invoice, after: Invoice): void {
  if (after.status !== 'draft') return;
  if (
    before.auto_advance === after.auto_advance &&
    before.automatically_finalizes_at === after.automatically_finalizes_at
  )
    return;
  cancelPlanned(world, (task) => task.kind === 'finalize-invoice' && task.invoice === after.id);
  const at =
    after.automatically_finalizes_at ?? (after.auto_advance === true ? world.now() + HOUR_SECONDS : null);
  if (at !== null) plan(world, (at - world.now()) * 1000, { kind: 'finalize-invoice', invoice: after.id });
}

function changedTexts(
  invoice: Invoice,
  params: Change,
): Pick<
  Invoice,
  'custom_fields' | 'description' | 'footer' | 'number' | 'shipping_details' | 'statement_descriptor'
> {
  const shipping = params.shipping_details;
  return {
    custom_fields: kept(params.custom_fields, invoice.custom_fields),
    description: kept(params.description, invoice.description),
    footer: kept(params.footer, invoice.footer),
    number: kept(params.number, invoice.number),
    shipping_details:
      shipping === undefined
        ? invoice.shipping_details
        : shipping && { ...shipping, phone: shipping.phone ?? null },
    statement_descriptor: kept(params.statement_descriptor, invoice.statement_descriptor),
  };
}

function changedDiscounts(world: World, invoice: Invoice, params: Change['discounts']): readonly string[] {
  if (params === undefined) return invoice.discounts;
  return applyDiscounts(world, params ?? [], {
    customer: invoice.customer,
    invoice: invoice.id,
    invoiceItem: null,
    currency: invoice.currency,
  });
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
