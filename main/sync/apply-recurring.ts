// Writes recurring invoices as Stripe tells them.
import type { RecurringContent, RecurringLine } from '../../shared/contract/recurring.ts';
import { periodAmount, recurringTitle, recurringWords } from '../../shared/domain/recurring.ts';
import { sortKey } from '../../shared/domain/sort-key.ts';
import { knownPrice, knownProduct } from '../store/mirror-catalogue.ts';
import { knownCustomer } from '../store/mirror-customers.ts';
import {
  adoptRecurring,
  forgetPreview,
  knownRecurring,
  type MirroredRecurring,
  mirroredRecurring,
} from '../store/mirror-recurring.ts';
import { recordRecurringUse } from '../store/recurring-use.ts';
import type { StripeObject } from '../stripe/request.ts';
import { SubscriptionSnapshot } from '../stripe/snapshots/recurring.ts';
import { announce, type Batch, bury, keep, understand } from './batch.ts';
import { storedObject } from './stored-object.ts';

export function applyRecurring(batch: Batch, object: StripeObject): void {
  const { db } = batch;
  const subscription = understand(batch, SubscriptionSnapshot, object);
  const { deleted } = keep(batch, object);
  if (!subscription) return;
  const localId = subscription.metadata['quittance_recurring'];
  if (localId !== undefined) adoptRecurring(db, localId, subscription.id);
  const content = contentOf(batch, subscription);
  const row = rowOf(batch, subscription, content);
  const written = mirroredRecurring.upsert(db, deleted ? { ...row, ...GONE } : row);
  const known = knownRecurring(db, subscription.id);
  if (!known || written === 'same') return;
  recordRecurringUse(db, known.seq, content);
  forgetPreview(db, known.seq);
  announce(batch, 'recurring', known.id);
}

/** Whatever was last said of it: it bills nothing any more. */
const GONE = { status: 'canceled', next_at: null } as const;

/** As when the test clock is deleted in which it lived. */
export function deleteRecurring(batch: Batch, object: StripeObject): void {
  if (bury(batch, object)) renewRecurring(batch, object.id);
}

/** Takes the names of its customer and items anew, without asking Stripe. */
export function renewRecurring(batch: Batch, stripeId: string): void {
  const object = storedObject(batch.db, stripeId);
  if (object) applyRecurring(batch, object);
}

function rowOf(
  batch: Batch,
  subscription: SubscriptionSnapshot,
  content: RecurringContent,
): MirroredRecurring {
  const customer = knownCustomer(batch.db, subscription.customer);
  const customerName = customer?.name ?? '';
  const items = subscription.items.data;
  // At least one, by the schema.
  const every = items[0]?.price.recurring;
  const periodEnd = Math.min(...items.map((item) => item.current_period_end));
  return {
    stripe_id: subscription.id,
    id: subscription.id,
    status: subscription.status,
    customer_id: customer?.id ?? null,
    customer_stripe_id: subscription.customer,
    customer_name: customerName,
    customer_sort: sortKey(customerName),
    title: recurringTitle(content.lines),
    words: recurringWords(
      { name: customerName, email: customer?.email ?? '' },
      content.lines,
      subscription.id,
    ),
    currency: subscription.currency,
    amount: periodAmount(content.lines),
    interval: every?.interval ?? 'month',
    interval_count: every?.interval_count ?? 1,
    collection: subscription.collection_method,
    days_until_due: subscription.days_until_due,
    anchor: subscription.billing_cycle_anchor,
    period_start: Math.max(...items.map((item) => item.current_period_start)),
    period_end: periodEnd,
    cancel_at: subscription.cancel_at,
    ended_at: subscription.ended_at,
    pause: subscription.pause_collection?.behavior ?? null,
    resumes_at: subscription.pause_collection?.resumes_at ?? null,
    next_at: makesNoMore(subscription, periodEnd) ? null : periodEnd,
    latest_invoice: subscription.latest_invoice,
    content: JSON.stringify(content),
    created: subscription.created,
  };
}

const SILENT: ReadonlySet<string> = new Set(['canceled', 'incomplete_expired', 'incomplete', 'paused']);

function makesNoMore({ status, cancel_at: cancelAt }: SubscriptionSnapshot, periodEnd: number): boolean {
  return SILENT.has(status) || (cancelAt !== null && cancelAt <= periodEnd);
}

function contentOf(batch: Batch, subscription: SubscriptionSnapshot): RecurringContent {
  return {
    lines: subscription.items.data.map((item) => lineOf(batch, subscription, item)),
    couponId: subscription.discounts,
    collection:
      subscription.collection_method === 'send_invoice'
        ? { kind: 'send', days: subscription.days_until_due ?? 0 }
        : { kind: 'charge', methodId: subscription.default_payment_method },
    memo: subscription.invoice_settings.description,
    footer: subscription.invoice_settings.footer,
  };
}

/** Rates that hold for the whole subscription are shown on each of its items that has none of its own. */
function lineOf(
  { db }: Batch,
  { default_tax_rates: defaults }: SubscriptionSnapshot,
  { id, price, quantity, tax_rates: own }: SubscriptionSnapshot['items']['data'][number],
): RecurringLine {
  const rates = own.length === 0 ? defaults : own;
  return {
    id,
    itemId: knownProduct(db, price.product)?.id ?? price.product,
    priceId: knownPrice(db, price.id)?.id ?? price.id,
    description: nameOf(db, price.product),
    quantity,
    unitAmountDecimal: price.unit_amount_decimal ?? '0',
    taxRateIds: rates.map(
      (rate) => db.get<{ id: string }>('SELECT id FROM tax_rate WHERE stripe_id = ?', [rate])?.id ?? rate,
    ),
  };
}

/** What Stripe made for one line alone is no item of the catalogue, but has its name all the same. */
function nameOf(db: Batch['db'], productStripeId: string): string {
  const item = db.get<{ name: string }>('SELECT name FROM product WHERE stripe_id = ?', [productStripeId]);
  const name = item?.name ?? storedObject(db, productStripeId)?.['name'];
  return typeof name === 'string' ? name : '';
}
