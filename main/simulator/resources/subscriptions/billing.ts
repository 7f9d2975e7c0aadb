// Makes the invoices of subscriptions: as drafts that advance by themselves, with what is pending for them.
import { plan } from '../../world/due.ts';
import { emit } from '../../world/events.ts';
import type { Debit, Invoice, Subscription } from '../../world/records.ts';
import type { Span } from '../../arithmetic/periods.ts';
import type { World } from '../../world/world.ts';
import { blankInvoice } from '../invoices/blank.ts';
import { takePendingItems } from '../invoices/drafts.ts';
import { markUncollectible, finalize, voidInvoice } from '../invoices/finalize.ts';
import { recalculate } from '../invoices/recalculate.ts';
import { writeLine, type NewLine } from './lines.ts';

const HOUR = 3600;
const DAY = 86_400;

export interface Bill {
  readonly reason: 'subscription_create' | 'subscription_cycle' | 'subscription_update' | 'manual';
  readonly lines: readonly NewLine[];
  /** Of the invoice: the time in which items could be added to it. */
  readonly period: Span;
}

/** Discounts that still apply; a coupon for one time ends with the invoice that uses it. */
function liveDiscounts(world: World, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => {
    const { end } = world.get('discount', id);
    return end === null || end > world.now();
  });
}

function isForOnce(world: World, id: string): boolean {
  const coupon = world.get('discount', id).source.coupon ?? '';
  return world.get('coupon', coupon).duration === 'once';
}

function takeOffUsedDiscounts(world: World, subscription: Subscription): void {
  const kept = (ids: readonly string[]): readonly string[] =>
    liveDiscounts(world, ids).filter((id) => !isForOnce(world, id));
  const current = world.get('subscription', subscription.id);
  world.put('subscription', { ...current, discounts: kept(current.discounts) });
  for (const id of current.inner.items) {
    const item = world.get('subscription_item', id);
    world.put('subscription_item', { ...item, discounts: kept(item.discounts) });
  }
}

function blank(world: World, subscription: Subscription, what: Bill): Invoice {
  const customer = world.get('customer', subscription.customer);
  const settings = subscription.invoice_settings;
  const days = subscription.days_until_due;
  const base = blankInvoice(world, customer, subscription.currency);
  return {
    ...base,
    account_tax_ids: settings.account_tax_ids,
    billing_reason: what.reason,
    collection_method: subscription.collection_method,
    custom_fields: settings.custom_fields ?? base.custom_fields,
    default_payment_method: subscription.default_payment_method,
    description: settings.description,
    discounts: liveDiscounts(world, subscription.discounts),
    due_date: days === null ? null : world.now() + days * DAY,
    footer: settings.footer ?? base.footer,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    payment_settings: {
      ...base.payment_settings,
      payment_method_types: subscription.payment_settings?.payment_method_types ?? null,
    },
    period_start: what.period.start,
    period_end: what.period.end,
    inner: { ...base.inner, daysUntilDue: days, defaultTaxRates: subscription.inner.defaultTaxRates },
  };
}

/** What each line charged after its discounts, so that it can be given back exactly. */
function recordDebits(world: World, lines: readonly { readonly id: string; readonly of: NewLine }[]): void {
  for (const { id, of } of lines) {
    if (of.amount === 0) continue;
    const line = world.get('line_item', id);
    const off = (line.discount_amounts ?? []).reduce((sum, each) => sum + each.amount, 0);
    const item = world.get('subscription_item', of.item.id);
    const debit: Debit = { ...of.span, amount: line.amount - off, line: id, invoiceItem: null };
    world.put('subscription_item', {
      ...item,
      inner: { ...item.inner, debits: [...item.inner.debits, debit] },
    });
  }
}

/** Writes the draft, takes in what is pending, and makes it the subscription's latest invoice. */
export function bill(world: World, subscription: Subscription, what: Bill): Invoice {
  const draft = world.put('invoice', blank(world, subscription, what));
  const lines = what.lines.map((of) => ({
    id: writeLine(world, draft.id, subscription.currency, of).id,
    of,
  }));
  world.put('invoice', { ...draft, inner: { ...draft.inner, lines: lines.map(({ id }) => id) } });
  takePendingItems(world, draft.id, subscription.id);
  const invoice = world.put('invoice', recalculate(world, world.get('invoice', draft.id)));
  recordDebits(world, lines);
  takeOffUsedDiscounts(world, subscription);
  world.put('subscription', { ...world.get('subscription', subscription.id), latest_invoice: invoice.id });
  return advance(world, invoice, subscription);
}

/** Draft for an hour, unless payments are not collected now. */
function advance(world: World, draft: Invoice, subscription: Subscription): Invoice {
  const paused = subscription.pause_collection;
  const stays = paused?.behavior === 'keep_as_draft' || subscription.status === 'unpaid';
  const at = world.now() + HOUR;
  const advances = !stays && paused === null;
  const invoice = world.put('invoice', {
    ...draft,
    auto_advance: advances,
    automatically_finalizes_at: advances ? at : null,
  });
  emit(world, 'invoice.created', 'invoice', invoice);
  if (advances) plan(world, HOUR * 1000, { kind: 'finalize-invoice', invoice: invoice.id });
  if (stays || paused === null) return invoice;
  const open = finalize(world, invoice.id);
  if (open.status !== 'open') return open;
  return paused.behavior === 'void'
    ? voidInvoice(world, open.id)
    : markUncollectible(world, open.id, 'subscription_paused');
}
