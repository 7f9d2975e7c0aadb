// What an invoice would come to: written like any other, looked at, and taken back.
import { refuse } from '../../api/failure.ts';
import { clearable, currency, list, object, oneOf, optional, text, type Parsed } from '../../api/params.ts';
import type { Invoice } from '../../world/records.ts';
import { listOf, shown, type JsonObject } from '../../world/render.ts';
import { tryOut } from '../../world/try-out.ts';
import type { World } from '../../world/world.ts';
import { applyDiscounts, discountRule } from '../coupons.ts';
import { liveCustomer } from '../customer-lookup.ts';
import { beginSubscription } from '../subscriptions/create.ts';
import { nextSubscription } from '../subscriptions/moments.ts';
import { changeOf, creationOf, subscriptionDetailsRule } from '../subscriptions/preview-params.ts';
import { invoiceAfter, nextInvoice, noneUpcoming, shownUpcoming } from '../subscriptions/preview.ts';
import { blankInvoice } from './blank.ts';
import { previewLineFields } from './line-params.ts';
import { rewriteLine, writeItem } from './lines.ts';
import { recalculate } from './recalculate.ts';

export const previewFields = {
  currency: optional(currency),
  customer: optional(text()),
  discounts: clearable(list(discountRule, 20)),
  invoice_items: optional(list(object(previewLineFields), 250)),
  preview_mode: optional(oneOf('next', 'recurring')),
  subscription: optional(text()),
  subscription_details: optional(subscriptionDetailsRule),
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

/** What an existing subscription bills next, as it is or after what is proposed. */
function ofSubscription(world: World, id: string, params: PreviewParams): Invoice {
  const subscription = world.get('subscription', id, 'subscription');
  if (params.customer !== undefined && params.customer !== subscription.customer)
    throw refuse(`The customer does not have a subscription with ID ${id}`, { param: 'subscription' });
  const { subscription_details: details } = params;
  if (details === undefined && params.discounts === undefined) return nextInvoice(world, id);
  return invoiceAfter(world, id, changeOf(details, params.discounts), details?.cancel_now === true);
}

/** The first invoice of a subscription that does not exist yet. */
function ofNewSubscription(world: World, customer: string, params: PreviewParams): Invoice {
  const details = params.subscription_details;
  if (details === undefined) throw new RangeError('A new subscription is previewed by its details');
  const begin = (): Invoice => {
    const creation = creationOf(customer, params.currency, details, world.now());
    const { id, invoice } = beginSubscription(world, { ...creation, discounts: params.discounts });
    return invoice ?? nextInvoice(world, id);
  };
  const start = details.start_date ?? world.now();
  return start > world.now() ? world.step(begin, start * 1000) : begin();
}

function ofItemsAlone(world: World, customerId: string, params: PreviewParams): Invoice {
  const customer = liveCustomer(world, customerId, 'customer');
  const money =
    params.currency ??
    params.invoice_items?.find((line) => line.currency !== undefined)?.currency ??
    customer.currency ??
    world.settings.defaultCurrency;
  const draft = world.put('invoice', blankInvoice(world, customer, money));
  const discounts = applyDiscounts(world, params.discounts ?? [], {
    customer: customerId,
    invoice: draft.id,
    invoiceItem: null,
    currency: money,
  });
  return world.put('invoice', { ...draft, discounts });
}

function begun(world: World, params: PreviewParams): Invoice {
  if (params.subscription !== undefined) return ofSubscription(world, params.subscription, params);
  if (params.customer === undefined)
    throw refuse('You must specify a customer or customer_details.', {
      code: 'parameter_missing',
      param: 'customer',
    });
  liveCustomer(world, params.customer, 'customer');
  if (params.subscription_details?.items !== undefined)
    return ofNewSubscription(world, params.customer, params);
  const next = nextSubscription(world, params.customer);
  if (next !== null) return ofSubscription(world, next, params);
  if (params.invoice_items === undefined) throw noneUpcoming(params.customer);
  return ofItemsAlone(world, params.customer, params);
}

function addItem(world: World, invoiceId: string, line: PreviewLine): void {
  const invoice = world.get('invoice', invoiceId);
  const existing = invoice.inner.lines.find(
    (id) =>
      line.invoiceitem !== undefined && world.get('line_item', id).inner.invoiceItem === line.invoiceitem,
  );
  if (existing === undefined)
    writeItem(
      world,
      { customer: invoice.customer ?? '', currency: invoice.currency, invoice: invoiceId },
      written(line),
    );
  else rewriteLine(world, invoice, existing, written(line));
}

/** Only what recurs, without what is billed once. */
function withoutOnce(world: World, invoice: Invoice): Invoice {
  const lines = invoice.inner.lines.filter((id) => world.get('line_item', id).inner.invoiceItem === null);
  return world.put('invoice', { ...invoice, inner: { ...invoice.inner, lines } });
}

function computed(world: World, params: PreviewParams): JsonObject {
  const first = begun(world, params);
  if (params.preview_mode === 'recurring') withoutOnce(world, first);
  for (const line of params.invoice_items ?? []) addItem(world, first.id, line);
  const whole = world.put('invoice', recalculate(world, world.get('invoice', first.id)));
  const id = `upcoming_in_${first.id.slice(3)}`;
  const lines = whole.inner.lines.map((line) => shown(world.get('line_item', line)));
  return { ...shownUpcoming(world, whole), id, lines: listOf(`/v1/invoices/${id}/lines`, lines) };
}

export function preview(world: World, params: PreviewParams): JsonObject {
  return tryOut(world, world.nowMs(), () => computed(world, params));
}
