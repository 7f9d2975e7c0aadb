// Scenes of recurring invoices.
import type Stripe from 'stripe';
import type { OperationKind } from '../../../main/outbox/step.ts';
import type { Desk } from './desk.ts';
import type { Click, Scene, Shop } from './scene.ts';
import { CUSTOMER } from './customer.ts';

async function subscription(
  { stripe }: Shop,
  more: Partial<Stripe.SubscriptionUpdateParams> = {},
): Promise<string> {
  const customer = await stripe.customers.create({ name: 'Monthly Ltd', email: CUSTOMER.email });
  const product = await stripe.products.create({ name: 'Hosting' });
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'eur',
    unit_amount: 4_900,
    recurring: { interval: 'month' },
  });
  const { id } = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    collection_method: 'send_invoice',
    days_until_due: 14,
  });
  if (Object.keys(more).length > 0) await stripe.subscriptions.update(id, more);
  return id;
}

const on =
  (click: (id: string) => Click, more: Partial<Stripe.SubscriptionUpdateParams> = {}): Scene =>
  async (shop) => {
    const id = await subscription(shop, more);
    return async () => click(id);
  };

const beginning: Scene = async ({ stripe }) => {
  const { id: customerId } = await stripe.customers.create({ name: 'New Monthly', email: CUSTOMER.email });
  return async (desk) => {
    const line = {
      id: 'line-1',
      itemId: null,
      priceId: null,
      description: 'Hosting',
      quantity: 1,
      unitAmountDecimal: '4900',
      taxRateIds: [],
    };
    const fields = {
      customerId,
      currency: 'eur',
      every: { interval: 'month', count: 1 },
      start: { kind: 'today' },
      end: { kind: 'never' },
      lines: [line],
      couponId: null,
      collection: { kind: 'send', days: 14 },
      memo: '',
      footer: '',
    } as const;
    const { totals } = await desk.call('recurring.review', { fields: { ...fields, lines: [line] } });
    return { call: 'recurring.create', input: { fields, total: { amount: totals.total, currency: 'eur' } } };
  };
};

/** Another quantity, from the next invoice on. */
const changing: Scene = async (shop) => {
  const id = await subscription(shop);
  return async (desk: Desk) => {
    const { content } = await desk.call('recurring.get', { id });
    const lines = content.lines.map((line) => ({ ...line, quantity: 3 }));
    return {
      call: 'recurring.change',
      input: { id, change: { ...content, lines, end: null, proration: 'next-invoice' } },
    };
  };
};

type Kind = Extract<OperationKind, `recurring.${string}`>;

export const RECURRING: Readonly<Record<Kind, Scene>> = {
  'recurring.create': beginning,
  'recurring.change': changing,
  'recurring.pause': on((id) => ({
    call: 'recurring.pause',
    input: { id, behavior: 'keep_as_draft', until: null },
  })),
  'recurring.resume': on((id) => ({ call: 'recurring.resume', input: { id } }), {
    pause_collection: { behavior: 'void' },
  }),
  'recurring.cancel': on((id) => ({ call: 'recurring.cancel', input: { id, when: 'now', credit: false } })),
  'recurring.keep': on((id) => ({ call: 'recurring.keep', input: { id } }), { cancel_at_period_end: true }),
};
