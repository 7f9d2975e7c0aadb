// At Stripe: a customer who has paid with one Visa card for months.
import type { Simulator } from '../../main/simulator/simulator.ts';
import { dashboard } from './dashboard.ts';
import { idOf } from './id-of.ts';

export const DAY_MS = 86_400_000;

export interface VisaBusiness {
  readonly customer: string;
  /** Charges before the last one, oldest first. */
  readonly charges: readonly string[];
  readonly last: string;
}

/** Pays an invoice at each of these numbers of days before the last one, which is paid now; descending. */
export async function payWithOneCard(
  simulator: Simulator,
  wait: (ms: number) => Promise<void>,
  days: readonly number[],
): Promise<VisaBusiness> {
  const stripe = dashboard(simulator);
  const { id: customer } = await stripe.customers.create({
    name: 'Anna Lind',
    email: 'anna@lind.example',
    address: { line1: 'Storgatan 1', city: 'Malmö', postal_code: '211 22', country: 'SE' },
  });
  const { id: card } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  const pay = async (description: string): Promise<string> => {
    const terms = {
      customer,
      currency: 'eur',
      collection_method: 'send_invoice',
      days_until_due: 14,
    } as const;
    const { id } = await stripe.invoices.create(terms);
    await stripe.invoices.addLines(id, { lines: [{ description, amount: 24_000 }] });
    await stripe.invoices.finalizeInvoice(id);
    await stripe.invoices.pay(id, { payment_method: card });
    return idOf((await stripe.charges.list({ customer, limit: 1 })).data[0]);
  };
  const charges: string[] = [];
  for (const [index, ago] of days.entries()) {
    charges.push(await pay(`Website care, part ${index + 1}`));
    await wait((ago - (days[index + 1] ?? 0)) * DAY_MS);
  }
  return { customer, charges, last: await pay('Website care and a new form') };
}
