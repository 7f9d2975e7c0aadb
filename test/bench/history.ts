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
const OF_A_PAYOUT = 100;
const AMOUNT = 10_710;
const FEE = 186;
const STRIPE_TIME = objects.NOON + 86_400;
const key = (n: number): string => n.toString(36).padStart(16, '0');

export function createHistory(invoices: number, customers: number): History {
  const payouts = Math.ceil(invoices / OF_A_PAYOUT);
  const counts = new Map<ListResource, number>([
    ['customers', customers],
    ['invoices', invoices],
    ['invoicePayments', invoices],
    ['charges', invoices],
    ['paymentIntents', invoices],
    ['balanceTransactions', invoices + payouts],
    ['payouts', payouts],
  ]);
  const asked = new Map<ListResource, number>();
  const make = makers(invoices, customers);
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

function makers(invoices: number, customers: number): (resource: ListResource, n: number) => StripeObject {
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
          lines: { object: 'list', data: [line(n)], has_more: false },
        });
      case 'invoicePayments':
        return objects.invoicePayment(`inpay_${key(n)}`, `in_${key(n)}`, `pi_${key(n)}`, {
          created,
          status_transitions: { paid_at: created + 3_600 },
        });
      case 'charges':
        return objects.charge(`ch_${key(n)}`, `pi_${key(n)}`, {
          created,
          customer: owner(n),
          balance_transaction: `txn_${key(n)}`,
        });
      case 'balanceTransactions':
        return n > invoices ? payoutTransaction(n, n - invoices) : chargeTransaction(n, created);
      case 'payouts':
        return payout(n, `txn_${key(invoices + n)}`);
      default:
        return objects.paymentIntent(`pi_${key(n)}`, `ch_${key(n)}`, { created, customer: owner(n) });
    }
  };
}

function line(n: number): object {
  return { id: `il_${key(n)}`, object: 'line_item', description: 'Work', amount: AMOUNT - 1_710 };
}

function chargeTransaction(n: number, created: number): StripeObject {
  return objects.balanceTransaction(`txn_${key(n)}`, `ch_${key(n)}`, {
    created,
    amount: AMOUNT,
    fee: FEE,
    net: AMOUNT - FEE,
    fee_details: [{ amount: FEE, type: 'stripe_fee' }],
  });
}

function payoutTransaction(n: number, p: number): StripeObject {
  const amount = -OF_A_PAYOUT * (AMOUNT - FEE);
  return objects.balanceTransaction(`txn_${key(n)}`, `po_${key(p)}`, {
    type: 'payout',
    created: objects.NOON - 1_000_000 + n,
    amount,
    fee: 0,
    net: amount,
  });
}

/** By hand, of which Stripe cannot list what it holds: a list for each payout would be another measurement. */
function payout(p: number, transaction: string): StripeObject {
  const created = objects.NOON - 1_000_000 + p;
  return {
    id: `po_${key(p)}`,
    object: 'payout',
    status: 'paid',
    currency: 'eur',
    amount: OF_A_PAYOUT * (AMOUNT - FEE),
    automatic: false,
    method: 'standard',
    reconciliation_status: 'not_applicable',
    balance_transaction: transaction,
    failure_code: null,
    created,
    arrival_date: created + 2 * 86_400,
  };
}
