// A Stripe account of any size that is read only: pages made on demand, newest first, always the same.
import type { Gateway, JsonObject, ListPage, ListResource, StripeObject } from '../../main/stripe/request.ts';
import * as objects from '../support/stripe-objects.ts';

export interface History {
  readonly gateway: Gateway;
  /** Objects by resource. */
  readonly counts: ReadonlyMap<ListResource, number>;
  /** Pages that were asked for, by resource. */
  readonly asked: ReadonlyMap<ListResource, number>;
}

const PAGE = 100;
const STRIPE_TIME = objects.NOON + 86_400;
const key = (n: number): string => n.toString(36).padStart(16, '0');

export function createHistory(invoices: number, customers: number): History {
  const counts = new Map<ListResource, number>([
    ['customers', customers],
    ['invoices', invoices],
    ['invoicePayments', invoices],
    ['paymentIntents', invoices],
  ]);
  const asked = new Map<ListResource, number>();
  const make = makers(customers);
  const list = (resource: ListResource, params: JsonObject): ListPage => {
    asked.set(resource, (asked.get(resource) ?? 0) + 1);
    const total = counts.get(resource) ?? 0;
    const after = params['starting_after'];
    const from = typeof after === 'string' ? Number.parseInt(after.split('_')[1] ?? '', 36) - 1 : total;
    const data = Array.from({ length: Math.min(PAGE, from) }, (_, index) => make(resource, from - index));
    return { data, hasMore: from > PAGE };
  };
  const never = (): never => {
    throw new Error('The benchmark only lists');
  };
  const answered = { requestId: null, stripeTime: STRIPE_TIME };
  return {
    counts,
    asked,
    gateway: {
      write: never,
      get: never,
      previewCreditNote: never,
      account: never,
      balance: never,
      preview: never,
      list: async (resource, params) => ({ ok: true, value: list(resource, params), ...answered }),
    },
  };
}

function makers(customers: number): (resource: ListResource, n: number) => StripeObject {
  const owner = (n: number): string => `cus_${key(1 + ((n * 7919) % customers))}`;
  return (resource, n) => {
    const created = objects.NOON - 1_000_000 + n;
    switch (resource) {
      case 'customers':
        return objects.customer(`cus_${key(n)}`, {
          created,
          name: `Customer ${n}`,
          email: `ap${n}@example.com`,
        });
      case 'invoices':
        return objects.paidInvoice(`in_${key(n)}`, {
          created,
          customer: owner(n),
          number: `N-${n}`,
          description: `Thanks for order ${n}`,
        });
      case 'invoicePayments':
        return objects.invoicePayment(`inpay_${key(n)}`, `in_${key(n)}`, `pi_${key(n)}`, { created });
      default:
        return objects.paymentIntent(`pi_${key(n)}`, null, { created, customer: owner(n) });
    }
  };
}
