// Which objects an event says have changed. Pure. An event is a hint; the object is fetched.
import type { EventSnapshot } from '../stripe/event-snapshot.ts';

/** An object to fetch, by Stripe's type name. */
export interface Target {
  readonly object: string;
  readonly id: string;
}

type Subject = EventSnapshot['data']['object'];

/** Things that change together with the object itself: Stripe may tell of them in another event, or of none. */
const ALSO: Readonly<Record<string, (subject: Subject) => readonly Target[]>> = {
  // An invoice names its latest revision, and may not be told of when it was void before.
  invoice: (revision) => target('invoice', revision.from_invoice?.invoice),
  invoiceitem: (item) => target('invoice', item.invoice),
  invoice_payment: (link) => [
    ...target('invoice', link.invoice),
    ...target('payment_intent', link.payment?.payment_intent),
    ...target('charge', link.payment?.charge),
  ],
  charge: (charge) => target('payment_intent', charge.payment_intent),
  refund: (refund) => [
    ...paymentOf(refund),
    ...target('balance_transaction', refund.failure_balance_transaction),
  ],
  dispute: paymentOf,
  payout: (payout) => target('balance_transaction', payout.failure_balance_transaction),
  credit_note: (note) => target('invoice', note.invoice),
  tax_id: customerOf,
  discount: customerOf,
  card: customerOf,
  bank_account: customerOf,
  source: customerOf,
  cash_balance: customerOf,
  customer_cash_balance_transaction: customerOf,
  mandate: (mandate) => target('payment_method', mandate.payment_method),
};

/** Not fetched by themselves: they are told by the object that they belong to. */
const PART = new Set(['invoiceitem', 'invoice_payment', 'tax_id', 'line_item']);

export function targetsOf(event: EventSnapshot): readonly Target[] {
  const subject = event.data.object;
  const itself = PART.has(subject.object) ? [] : target(subject.object, subject.id);
  const also = Object.hasOwn(ALSO, subject.object) ? ALSO[subject.object] : undefined;
  return [...itself, ...(also?.(subject) ?? [])];
}

function paymentOf(subject: Subject): readonly Target[] {
  return subject.payment_intent
    ? target('payment_intent', subject.payment_intent)
    : target('charge', subject.charge);
}

function customerOf(subject: Subject): readonly Target[] {
  return target('customer', subject.customer);
}

function target(object: string, id: string | null | undefined): readonly Target[] {
  return id ? [{ object, id }] : [];
}
