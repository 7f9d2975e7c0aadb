// An invoice that was issued at Stripe, as many scenes begin with one.
import { CUSTOMER } from './customer.ts';
import type { Shop } from './scene.ts';

const LINES_TOTAL = 10_000;

/** Answers the invoice's id. */
export async function openInvoice({ stripe }: Shop, customer?: string): Promise<string> {
  const of = customer ?? (await stripe.customers.create({ name: CUSTOMER.name, email: CUSTOMER.email })).id;
  const { id } = await stripe.invoices.create({
    customer: of,
    currency: 'eur',
    collection_method: 'send_invoice',
    days_until_due: 14,
  });
  await stripe.invoices.addLines(id, { lines: [{ description: 'Work', amount: LINES_TOTAL }] });
  await stripe.invoices.finalizeInvoice(id, { auto_advance: false });
  return id;
}
