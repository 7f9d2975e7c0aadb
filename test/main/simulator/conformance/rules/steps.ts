// What many rules begin with, by means that the simulator and Stripe's test mode both have.
import type Stripe from 'stripe';
import { createCustomer, createOpen, intentOf } from '../subject.ts';
import type { Subject } from './subject.ts';

export interface Paid {
  readonly customer: string;
  readonly invoice: Stripe.Invoice;
  readonly intent: Stripe.PaymentIntent;
}

/** An invoice that its customer's card has paid. */
export async function createPaidByCard(
  stripe: Stripe,
  amount = 10_000,
  more: Stripe.CustomerCreateParams = {},
): Promise<Paid> {
  const customer = await createCustomer(stripe, more);
  const { id: method } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  const open = await createOpen(stripe, amount, { customer });
  const invoice = await stripe.invoices.pay(open.id, { payment_method: method });
  return { customer, invoice, intent: await intentOf(stripe, invoice.id) };
}

interface OfACustomer {
  readonly id?: string;
  readonly customer?: string | null;
}

/** The types of the events about a customer and what belongs to it, once all of the named ones are there; oldest first. */
export async function eventsAbout(
  { stripe, eventually }: Subject,
  customer: string,
  ...awaited: readonly string[]
): Promise<readonly string[]> {
  const read = async (): Promise<readonly string[]> => {
    const events = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 300 });
    const own = events.filter(({ data }) => {
      const about = data.object as OfACustomer;
      return about.id === customer || about.customer === customer;
    });
    return own.map(({ type }) => type).toReversed();
  };
  return eventually(read, (types) => awaited.every((type) => types.includes(type)));
}
