// What the rest of the business does at Stripe while the program is not looking: by the real SDK.
import type Stripe from 'stripe';
import type { SyncBench } from './sync-bench.ts';

export interface Shop {
  customer(name?: string): Promise<Stripe.Customer>;
  draft(customer: string, lines?: number): Promise<Stripe.Invoice>;
  /** Finalized, not sent. */
  invoice(customer: string, lines?: number): Promise<Stripe.Invoice>;
  /** Paid by its customer with a card; answers the payment intent. */
  pay(invoice: string): Promise<string>;
  refund(intent: string, amount?: number): Promise<Stripe.Refund>;
}

const LINES_PER_CALL = 20;

export function createShop({ stripe, simulator }: Pick<SyncBench, 'stripe' | 'simulator'>): Shop {
  const shop: Shop = {
    customer: (name = 'Ada Lovelace') => stripe.customers.create({ name, email: 'ada@example.com' }),
    async draft(customer, lines = 1) {
      const draft = await stripe.invoices.create({
        customer,
        currency: 'eur',
        collection_method: 'send_invoice',
        days_until_due: 14,
      });
      for (let from = 0; from < lines; from += LINES_PER_CALL) {
        const count = Math.min(LINES_PER_CALL, lines - from);
        await stripe.invoices.addLines(draft.id, {
          lines: Array.from({ length: count }, (_, index) => ({
            description: `Line ${from + index + 1}`,
            quantity: 1,
            price_data: { currency: 'eur', unit_amount: 1_000, product_data: { name: 'Work' } },
          })),
        });
      }
      return draft;
    },
    async invoice(customer, lines) {
      const draft = await shop.draft(customer, lines);
      return stripe.invoices.finalizeInvoice(draft.id);
    },
    async pay(invoice) {
      simulator.control.payInvoice({ invoice });
      const payments = await stripe.invoicePayments.list({ invoice, status: 'paid' });
      const intent = payments.data[0]?.payment.payment_intent;
      if (typeof intent !== 'string') throw new Error('The invoice was not paid');
      return intent;
    },
    refund: (intent, amount) =>
      stripe.refunds.create({ payment_intent: intent, ...(amount === undefined ? {} : { amount }) }),
  };
  return shop;
}
