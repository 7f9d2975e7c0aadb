// What a back-fill lists and in which order. Pure.
import type { BooksMode } from '../../shared/contract/session.ts';
import type { BackfillPosition } from '../store/sync-position.ts';
import type { JsonObject, ListResource } from '../stripe/request.ts';

interface Listed {
  readonly resource: ListResource;
  /** Stripe's type name of what is listed. */
  readonly object: string;
  /** Objects that may change at any age are listed whole in a repair, too; the others from a day on. */
  readonly always: boolean;
  /** How many stand on a page; as many as Stripe gives when it is left out. */
  readonly pageSize?: number;
  /** Stripe has it in test mode alone. */
  readonly testOnly?: true;
}

/** What names other things comes first, so that a page that is shown meanwhile is as complete as it can be. */
const RESOURCES: readonly Listed[] = [
  { resource: 'customers', object: 'customer', always: true },
  { resource: 'taxRates', object: 'tax_rate', always: true },
  { resource: 'subscriptions', object: 'subscription', always: true },
  // And with each clock what lives in it, which the other lists leave out: one clock is work enough for one page.
  { resource: 'testClocks', object: 'test_helpers.test_clock', always: true, pageSize: 1, testOnly: true },
  { resource: 'invoices', object: 'invoice', always: false },
  { resource: 'invoicePayments', object: 'invoice_payment', always: false },
  // A payment is shown with its charge's card, so the charge comes first and its row is written once.
  { resource: 'charges', object: 'charge', always: false },
  { resource: 'paymentIntents', object: 'payment_intent', always: false },
  { resource: 'refunds', object: 'refund', always: false },
  { resource: 'disputes', object: 'dispute', always: false },
  { resource: 'balanceTransactions', object: 'balance_transaction', always: false },
  { resource: 'creditNotes', object: 'credit_note', always: false },
  { resource: 'payouts', object: 'payout', always: false },
  { resource: 'coupons', object: 'coupon', always: true },
  { resource: 'products', object: 'product', always: true },
  { resource: 'prices', object: 'price', always: true },
];

/** A refund or a payout may still fail this long after it succeeded, so a repair looks back so much further. */
const LOOK_BACK_SECONDS = 60 * 86_400;

/** Null while the books are bound to no account. */
type Mode = BooksMode | null;

const listedIn = (mode: Mode): readonly Listed[] =>
  RESOURCES.filter(({ testOnly }) => testOnly !== true || mode === 'test');

/** `watermark` is where the poller stood, null on a first run; `startedAt` is Stripe's clock (unix seconds). */
export function planBackfill(watermark: number | null, startedAt: number, mode: Mode): BackfillPosition {
  return {
    kind: watermark === null ? 'first' : 'repair',
    startedAt,
    createdFrom: watermark === null ? null : Math.max(0, watermark - LOOK_BACK_SECONDS),
    resources: listedIn(mode).map(({ resource }) => ({ resource, after: null, objects: 0, done: false })),
    refetched: watermark === null,
    done: false,
  };
}

/** Everything, from the newest to the oldest, without regard to how far events have been taken in. */
export function planComparison(startedAt: number, mode: Mode): BackfillPosition {
  return { ...planBackfill(null, startedAt, mode), kind: 'compare' };
}

/** Stripe's type name of what a list holds. */
export function objectOf(resource: ListResource): string | undefined {
  return RESOURCES.find((known) => known.resource === resource)?.object;
}

/** What a newer version of the program lists as well is listed once by books that were filled before; the same position when there is none. */
export function withNewLists(position: BackfillPosition, mode: Mode): BackfillPosition {
  const known = new Set(position.resources.map(({ resource }) => resource));
  const fresh = listedIn(mode).filter(({ resource }) => !known.has(resource));
  if (fresh.length === 0) return position;
  const added = fresh.map(({ resource }) => ({ resource, after: null, objects: 0, done: false }));
  return { ...position, resources: [...position.resources, ...added], done: false };
}

export interface NextPage {
  readonly resource: ListResource;
  readonly params: JsonObject;
}

/** The next page to ask for; null when all lists are done. */
export function nextPage(position: BackfillPosition): NextPage | null {
  for (const { resource, after, done } of position.resources) {
    const listed = RESOURCES.find((known) => known.resource === resource);
    if (done || !listed) continue;
    const created =
      listed.always || position.createdFrom === null ? {} : { created: { gte: position.createdFrom } };
    return {
      resource: listed.resource,
      params: {
        ...created,
        ...(listed.pageSize === undefined ? {} : { limit: listed.pageSize }),
        ...(after === null ? {} : { starting_after: after }),
      },
    };
  }
  return null;
}

/** The position after a page of `resource`. */
export function afterPage(
  position: BackfillPosition,
  resource: string,
  page: { readonly last: string | null; readonly objects: number; readonly hasMore: boolean },
): BackfillPosition {
  return {
    ...position,
    resources: position.resources.map((known) =>
      known.resource === resource
        ? {
            resource,
            after: page.last ?? known.after,
            objects: known.objects + page.objects,
            done: !page.hasMore || page.objects === 0,
          }
        : known,
    ),
  };
}

/** The position with the list of `resource` before its first page. */
export function startAgain(position: BackfillPosition, resource: string): BackfillPosition {
  return {
    ...position,
    resources: position.resources.map((known) =>
      known.resource === resource ? { resource, after: null, objects: 0, done: false } : known,
    ),
  };
}
