// Turns kept records into the JSON that Stripe answers with: without what is internal, with the lists that Stripe includes.
import { customerSnapshot } from './customer-snapshot.ts';
import type { Kind, Records } from './records.ts';
import type { World } from './world.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** Kinds that callers can see. */
export type ShownKind = Exclude<
  Kind,
  'account' | 'cash_balance' | 'due' | 'email' | 'idempotency' | 'counter'
>;

export function listOf(url: string, data: readonly JsonObject[], hasMore = false): JsonObject {
  return { object: 'list', data, has_more: hasMore, url };
}

/** Drops `inner`. Records hold only JSON, which their interfaces cannot state. */
export function shown(record: object): JsonObject {
  const { inner: _inner, ...rest }: JsonObject = { inner: null, ...record };
  return rest;
}

const LINES_ON_INVOICE = 10;

type Renderers = { readonly [K in ShownKind]?: (world: World, record: Records[K]) => JsonObject };

const special: Renderers = {
  customer: (_world, customer) =>
    customer.inner.deleted
      ? { id: customer.id, object: 'customer', deleted: true }
      : { ...shown(customer), discount: null },
  invoice(world, invoice) {
    const lines = invoice.inner.lines;
    const data = lines.slice(0, LINES_ON_INVOICE).map((id) => shown(world.get('line_item', id)));
    const customer = invoice.status === 'draft' ? world.find('customer', invoice.customer ?? '') : undefined;
    return {
      ...shown(invoice),
      ...(customer === undefined ? {} : customerSnapshot(world, customer)),
      default_tax_rates: invoice.inner.defaultTaxRates.map((id) => shown(world.get('tax_rate', id))),
      lines: listOf(`/v1/invoices/${invoice.id}/lines`, data, lines.length > LINES_ON_INVOICE),
    };
  },
  invoiceitem: (world, item) => ({
    ...shown(item),
    tax_rates: item.inner.taxRates.map((id) => shown(world.get('tax_rate', id))),
  }),
  credit_note: (world, note) => ({
    ...shown(note),
    lines: listOf(
      `/v1/credit_notes/${note.id}/lines`,
      note.inner.lines.slice(0, LINES_ON_INVOICE).map((line) => creditNoteLine(world, line)),
      note.inner.lines.length > LINES_ON_INVOICE,
    ),
  }),
  dispute: (world, dispute) => ({
    ...shown(dispute),
    balance_transactions: dispute.inner.transactions.map((id) =>
      balanceTransaction(world, world.get('balance_transaction', id)),
    ),
  }),
  file: (world, file) => ({
    ...shown(file),
    links: listOf(
      `/v1/file_links?file=${file.id}`,
      file.inner.links.toReversed().map((id) => fileLink(world, world.get('file_link', id))),
    ),
  }),
  file_link: (world, link) => fileLink(world, link),
  balance_transaction: (world, transaction) => balanceTransaction(world, transaction),
  subscription,
  subscription_item: subscriptionItem,
};

/** The older name of a recurring price. */
function plan(price: Records['price']): JsonObject {
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: price.livemode,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  };
}

const taxRates = (world: World, ids: readonly string[]): readonly JsonObject[] =>
  ids.map((id) => shown(world.get('tax_rate', id)));

function subscriptionItem(world: World, item: Records['subscription_item']): JsonObject {
  const price = world.get('price', item.inner.price);
  return {
    ...shown(item),
    plan: plan(price),
    price: shown(price),
    tax_rates: taxRates(world, item.inner.taxRates),
  };
}

const ITEMS_ON_SUBSCRIPTION = 20;

function subscription(world: World, record: Records['subscription']): JsonObject {
  const items = record.inner.items.slice(0, ITEMS_ON_SUBSCRIPTION);
  return {
    ...shown(record),
    default_tax_rates: taxRates(world, record.inner.defaultTaxRates),
    items: listOf(
      `/v1/subscription_items?subscription=${record.id}`,
      items.map((id) => subscriptionItem(world, world.get('subscription_item', id))),
    ),
  };
}

function fileLink(world: World, link: Records['file_link']): JsonObject {
  return { ...shown(link), expired: link.expires_at !== null && link.expires_at <= world.accountNow() };
}

function balanceTransaction(world: World, transaction: Records['balance_transaction']): JsonObject {
  return {
    ...shown(transaction),
    status: transaction.available_on <= world.accountNow() ? 'available' : 'pending',
  };
}

export function creditNoteLine(
  world: World,
  line: Records['credit_note']['inner']['lines'][number],
): JsonObject {
  return { ...shown(line), tax_rates: line.inner.taxRates.map((id) => shown(world.get('tax_rate', id))) };
}

export function render<K extends ShownKind>(world: World, kind: K, record: Records[K]): JsonObject {
  const renderer: ((world: World, record: Records[K]) => JsonObject) | undefined = special[kind];
  return renderer === undefined ? shown(record) : renderer(world, record);
}

export function renderById(world: World, kind: ShownKind, id: string): JsonObject {
  return render(world, kind, world.get(kind, id));
}
