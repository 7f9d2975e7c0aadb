// Replaces ids in an answer by the objects they name, along the paths that the caller asked for.
import { refuse } from './failure.ts';
import { shownCash } from '../world/cash-balance.ts';
import { listOf, render, shown, type Json, type JsonObject, type ShownKind } from '../world/render.ts';
import type { World } from '../world/world.ts';

/** Which kinds the id in a field may name. */
const named: Readonly<Record<string, readonly ShownKind[]>> = {
  balance_transaction: ['balance_transaction'],
  charge: ['charge'],
  coupon: ['coupon'],
  credit_note: ['credit_note'],
  customer: ['customer'],
  customer_balance_transaction: ['customer_balance_transaction'],
  default_payment_method: ['payment_method'],
  default_price: ['price'],
  discount: ['discount'],
  discounts: ['discount'],
  cancellation_policy: ['file'],
  customer_communication: ['file'],
  customer_signature: ['file'],
  duplicate_charge_documentation: ['file'],
  failure_balance_transaction: ['balance_transaction'],
  invoice: ['invoice'],
  latest_charge: ['charge'],
  latest_invoice: ['invoice'],
  mandate: ['mandate'],
  latest_revision: ['invoice'],
  original_payout: ['payout'],
  payment_intent: ['payment_intent'],
  payment_method: ['payment_method'],
  price: ['price'],
  product: ['product'],
  receipt: ['file'],
  refund: ['refund'],
  refund_policy: ['file'],
  reversed_by: ['payout'],
  service_documentation: ['file'],
  shipping_documentation: ['file'],
  uncategorized_file: ['file'],
  file: ['file'],
  source: ['charge', 'refund', 'payout', 'dispute'],
  subscription: ['subscription'],
  test_clock: ['test_clock'],
};
/** Charges name their method and credit notes their discounts by text only. */
const plain = new Set(['charge.payment_method', 'charge.source', 'payment_intent.source']);

type Included = (world: World, id: string) => JsonObject;

/** Lists that exist on an object only when they are asked for. */
const included: Readonly<Record<string, Included>> = {
  'invoice.payments': (world, id) =>
    listOf(
      `/v1/invoice_payments?invoice=${id}`,
      world.get('invoice', id).inner.payments.map((payment) => shown(world.get('invoice_payment', payment))),
    ),
  'customer.tax_ids': (world, id) =>
    listOf(
      `/v1/customers/${id}/tax_ids`,
      world.get('customer', id).inner.taxIds.map((taxId) => shown(world.get('tax_id', taxId))),
    ),
  'customer.subscriptions': (world, id) =>
    listOf(
      `/v1/customers/${id}/subscriptions`,
      Array.from(world.table('subscription').newestFirst())
        .filter((subscription) => subscription.customer === id && subscription.status !== 'canceled')
        .map((subscription) => render(world, 'subscription', subscription)),
    ),
  'charge.refunds': (world, id) =>
    listOf(
      `/v1/charges/${id}/refunds`,
      world
        .get('charge', id)
        .inner.refunds.toReversed()
        .map((refund) => shown(world.get('refund', refund))),
    ),
  'customer.cash_balance': (world, id) => shownCash(world, id),
  'invoice.confirmation_secret': (world, id) => confirmationSecret(world, id),
};
/** Lists and objects that are always whole; naming them in a path is allowed. */
const whole = new Set([
  'applied_to_payment',
  'data',
  'evidence',
  'links',
  'items',
  'lines',
  'payment',
  'source',
  'pricing',
  'payment_method_details',
  'sepa_debit',
  'price_details',
  'from_invoice',
  'refunds',
  'refunded_from_payment',
  'total_discount_amounts',
  'discount_amounts',
  'last_payment_error',
  'invoice_settings',
  'balance_transactions',
  'owner',
  'parent',
  'payments',
  'subscription_details',
  'subscriptions',
  'tax_ids',
]);

function confirmationSecret(world: World, invoiceId: string): JsonObject {
  const payment = world.get('invoice', invoiceId).inner.payments.at(-1);
  const intentId =
    payment === undefined ? undefined : world.get('invoice_payment', payment).payment.payment_intent;
  const secret = intentId === undefined ? null : world.get('payment_intent', intentId).client_secret;
  return { client_secret: secret, type: 'payment_intent' };
}

const MAX_DEPTH = 4;

function levelsOf(world: World, segments: readonly string[]): number {
  const isFree = world.settings.rules.expandLevels === 'without_data';
  return segments.filter((segment) => !(isFree && segment === 'data')).length;
}

export function expand(world: World, answer: JsonObject, paths: readonly string[]): JsonObject {
  let expanded: Json = answer;
  for (const path of paths) {
    const segments = path.split('.');
    if (levelsOf(world, segments) > MAX_DEPTH) {
      throw refuse(`You cannot expand more than ${MAX_DEPTH} levels of a property. Property: ${path}`, {
        param: 'expand',
      });
    }
    expanded = along(world, expanded, segments, path);
  }
  return isObject(expanded) ? expanded : answer;
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function along(world: World, node: Json, segments: readonly string[], path: string): Json {
  const [name, ...rest] = segments;
  if (name === undefined) return node;
  if (Array.isArray(node)) return node.map((element: Json) => along(world, element, segments, path));
  // Of what was deleted there is nothing left to expand.
  if (!isObject(node) || node['deleted'] === true || isOtherWay(node, name)) return node;
  const value = valueOf(world, node, name, path);
  return { ...node, [name]: along(world, value, rest, path) };
}

const waysToPay: ReadonlySet<string> = new Set(['charge', 'payment_intent', 'payment_record']);

/** The payment of an invoice was made in one of these ways; the others are absent from it, not unknown. */
function isOtherWay(node: JsonObject, name: string): boolean {
  const { object, type } = node;
  const isWay = object === undefined && typeof type === 'string' && waysToPay.has(type);
  return isWay && waysToPay.has(name) && type !== name;
}

function valueOf(world: World, node: JsonObject, name: string, path: string): Json {
  const qualified = `${typeof node['object'] === 'string' ? node['object'] : ''}.${name}`;
  const existing = node[name];
  const include = included[qualified];
  if (include !== undefined && existing === undefined && typeof node['id'] === 'string')
    return include(world, node['id']);
  const kinds = plain.has(qualified) ? undefined : named[name];
  if (existing === undefined || (kinds === undefined && !(whole.has(name) && typeof existing === 'object'))) {
    throw refuse(`This property cannot be expanded (${path}).`, { param: 'expand' });
  }
  return kinds === undefined ? existing : resolve(world, existing, kinds);
}

function resolve(world: World, value: Json, kinds: readonly ShownKind[]): Json {
  if (Array.isArray(value)) return value.map((element: Json) => resolve(world, element, kinds));
  if (typeof value !== 'string') return value;
  for (const kind of kinds) {
    const record = world.find(kind, value);
    if (record !== undefined) return render(world, kind, record);
  }
  return value;
}
