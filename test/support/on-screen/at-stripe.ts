// Everything that Stripe says of an account, read through the SDK as any other program would: what the screens are held against.
import type Stripe from 'stripe';
import { dayOf } from '../../../shared/domain/dates.ts';
import type { Simulator } from '../../../main/simulator/simulator.ts';
import { dashboard } from '../dashboard.ts';
import { idOf } from '../id-of.ts';
import { idIn } from './references.ts';

export interface AtStripe {
  /** Unix seconds of Stripe's clock. */
  readonly now: number;
  readonly customers: ReadonlyMap<string, Stripe.Customer>;
  readonly products: ReadonlyMap<string, Stripe.Product>;
  readonly taxRates: ReadonlyMap<string, Stripe.TaxRate>;
  readonly invoices: ReadonlyMap<string, Stripe.Invoice>;
  /** All of them, also where the invoice itself shows the first ten only. */
  readonly lines: ReadonlyMap<string, readonly Stripe.InvoiceLineItem[]>;
  readonly links: readonly Stripe.InvoicePayment[];
  readonly intents: ReadonlyMap<string, Stripe.PaymentIntent>;
  readonly charges: ReadonlyMap<string, Stripe.Charge>;
  readonly refunds: readonly Stripe.Refund[];
  readonly disputes: readonly Stripe.Dispute[];
  readonly creditNotes: readonly Stripe.CreditNote[];
  readonly subscriptions: readonly Stripe.Subscription[];
  readonly payouts: readonly Stripe.Payout[];
  readonly transactions: ReadonlyMap<string, Stripe.BalanceTransaction>;
  /** Ids of the movements that each automatic payout holds, its own among them. */
  readonly contents: ReadonlyMap<string, readonly string[]>;
}

const PAGE = { limit: 100 } as const;
const ALL = { limit: 10_000 } as const;

export async function readStripe(simulator: Simulator): Promise<AtStripe> {
  const stripe = dashboard(simulator);
  const inClocks = await readClocks(stripe, simulator);
  const invoices = [
    ...withOwnMarks(await stripe.invoices.list(PAGE).autoPagingToArray(ALL)),
    ...inClocks.invoices,
  ];
  const payouts = await stripe.payouts.list(PAGE).autoPagingToArray(ALL);
  return {
    now: Math.floor(simulator.control.now() / 1000),
    customers: byId([...(await stripe.customers.list(PAGE).autoPagingToArray(ALL)), ...inClocks.customers]),
    products: byId(await stripe.products.list(PAGE).autoPagingToArray(ALL)),
    taxRates: byId(await stripe.taxRates.list(PAGE).autoPagingToArray(ALL)),
    invoices: byId(invoices),
    lines: new Map(await Promise.all(invoices.map((invoice) => linesOf(stripe, invoice)))),
    links: once([...(await stripe.invoicePayments.list(PAGE).autoPagingToArray(ALL)), ...inClocks.links]),
    intents: byId(await stripe.paymentIntents.list(PAGE).autoPagingToArray(ALL)),
    charges: byId(await stripe.charges.list(PAGE).autoPagingToArray(ALL)),
    refunds: await stripe.refunds.list(PAGE).autoPagingToArray(ALL),
    disputes: await stripe.disputes.list(PAGE).autoPagingToArray(ALL),
    creditNotes: once([
      ...(await stripe.creditNotes.list(PAGE).autoPagingToArray(ALL)),
      ...inClocks.creditNotes,
    ]),
    subscriptions: [
      ...(await stripe.subscriptions.list({ ...PAGE, status: 'all' }).autoPagingToArray(ALL)),
      ...inClocks.subscriptions,
    ],
    payouts,
    transactions: byId(await stripe.balanceTransactions.list(PAGE).autoPagingToArray(ALL)),
    contents: new Map(await Promise.all(payouts.map((payout) => contentsOf(stripe, payout)))),
  };
}

interface InClocks {
  readonly customers: readonly Stripe.Customer[];
  readonly invoices: readonly Stripe.Invoice[];
  readonly subscriptions: readonly Stripe.Subscription[];
  /** These may stand on plain lists, too. */
  readonly links: readonly Stripe.InvoicePayment[];
  readonly creditNotes: readonly Stripe.CreditNote[];
}

/** What plain lists leave out because it lives in a test clock, or did until the clock was deleted: asked for by id. */
async function readClocks(stripe: Stripe, { control }: Simulator): Promise<InClocks> {
  const ids = (type: 'customer' | 'invoice' | 'subscription'): readonly string[] =>
    control
      .objects({ type })
      .flatMap((object) => (typeof object['test_clock'] === 'string' ? [idOf(object)] : []))
      .toReversed();
  const each = <T>(of: readonly string[], read: (id: string) => Promise<T>): Promise<readonly T[]> =>
    Promise.all(of.map(read));
  const customers = await each(ids('customer'), (id) => stripe.customers.retrieve(id));
  const links = await each(ids('invoice'), (invoice) => stripe.invoicePayments.list({ ...PAGE, invoice }));
  const notes = await each(ids('invoice'), (invoice) => stripe.creditNotes.list({ ...PAGE, invoice }));
  return {
    links: links.flatMap(({ data }) => data),
    creditNotes: notes.flatMap(({ data }) => data),
    customers: customers.filter((customer) => customer.deleted !== true),
    invoices: await each(ids('invoice'), (id) => stripe.invoices.retrieve(id)),
    subscriptions: await each(ids('subscription'), (id) => stripe.subscriptions.retrieve(id)),
  };
}

/** A revision made in the dashboard begins with all that its original has, our mark among it: only the oldest was made here. */
function withOwnMarks(invoices: readonly Stripe.Invoice[]): readonly Stripe.Invoice[] {
  const marks = new Set<string>();
  const oldestFirst = invoices.toReversed().map((invoice) => {
    const mark = invoice.metadata?.['quittance_invoice'];
    if (mark === undefined) return invoice;
    if (marks.has(mark)) return { ...invoice, metadata: {} };
    marks.add(mark);
    return invoice;
  });
  return oldestFirst.toReversed();
}

async function linesOf(
  stripe: Stripe,
  { id, lines }: Stripe.Invoice,
): Promise<[string, readonly Stripe.InvoiceLineItem[]]> {
  if (!lines.has_more) return [id, lines.data];
  return [id, await stripe.invoices.listLineItems(id, PAGE).autoPagingToArray(ALL)];
}

async function contentsOf(
  stripe: Stripe,
  { id, automatic }: Stripe.Payout,
): Promise<[string, readonly string[]]> {
  if (!automatic) return [id, []];
  const held = await stripe.balanceTransactions.list({ ...PAGE, payout: id }).autoPagingToArray(ALL);
  return [id, held.map((transaction) => transaction.id)];
}

function once<T extends { readonly id: string }>(objects: readonly T[]): readonly T[] {
  return [...byId(objects).values()];
}

function byId<T extends { readonly id: string }>(objects: readonly T[]): ReadonlyMap<string, T> {
  return new Map(objects.map((object) => [object.id, object]));
}

/** What is still to be paid. Of a void invoice Stripe keeps what had remained, which nobody owes. */
export function leftOf({ status, amount_remaining: remaining }: Stripe.Invoice): number {
  return status === 'void' ? 0 : remaining;
}

/** The business's zone in tests. */
export const day = (at: number): string => dayOf(at, 'Europe/Berlin');

/** The intents that an invoice was to be paid with, oldest first, each with what went to the invoice. */
export function intentsOf(
  { links, intents }: AtStripe,
  invoice: string,
): readonly { readonly intent: Stripe.PaymentIntent; readonly paid: number | null }[] {
  return links
    .filter((link) => idIn(link.invoice) === invoice)
    .flatMap((link) => {
      const intent = intents.get(idIn(link.payment.payment_intent) ?? '');
      return intent === undefined ? [] : [{ intent, paid: link.amount_paid ?? null }];
    });
}

/** The invoices that an intent is for, the one it was first meant for first. */
export function invoicesOf(
  { links, invoices }: AtStripe,
  intent: string,
): readonly { readonly invoice: Stripe.Invoice; readonly paid: number | null }[] {
  return links
    .filter((link) => idIn(link.payment.payment_intent) === intent)
    .toSorted((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1))
    .flatMap((link) => {
      const invoice = invoices.get(idIn(link.invoice) ?? '');
      return invoice === undefined ? [] : [{ invoice, paid: link.amount_paid ?? null }];
    });
}
