// Scenes of the catalogue: tax rates, items, prices and coupons.
import type { OperationKind } from '../../../main/outbox/step.ts';
import type { Click, Scene, Shop } from './scene.ts';

const FIELDS = { name: 'Consulting', description: 'By the hour', unitLabel: 'hour' };
const EUROS = { currency: 'eur', unitAmount: 12_000, every: null };
const COUPON = {
  name: 'Spring',
  off: { kind: 'percent', percent: '10' },
  duration: 'once',
  months: null,
  redeemBy: null,
  maxRedemptions: null,
} as const;

const made =
  (click: Click): Scene =>
  async () =>
  async () =>
    click;

const item = async ({ stripe }: Shop): Promise<string> =>
  (await stripe.products.create({ name: 'Hosting' })).id;

const price = async (shop: Shop): Promise<string> => {
  const product = await item(shop);
  return (await shop.stripe.prices.create({ product, currency: 'eur', unit_amount: 4_900 })).id;
};

const on =
  (make: (shop: Shop) => Promise<string>, click: (id: string) => Click): Scene =>
  async (shop) => {
    const id = await make(shop);
    return async () => click(id);
  };

type Kind = Extract<OperationKind, `${'tax-rate' | 'item' | 'price' | 'coupon'}.${string}`>;

export const CATALOGUE: Readonly<Record<Kind, Scene>> = {
  'tax-rate.create': made({
    call: 'taxRates.create',
    input: { name: 'VAT', percentage: '19', inclusive: false, country: 'DE' },
  }),
  'tax-rate.archive': on(
    async ({ stripe }) =>
      (await stripe.taxRates.create({ display_name: 'VAT', percentage: 7, inclusive: false })).id,
    (id) => ({ call: 'taxRates.archive', input: { id, archived: true } }),
  ),
  'item.create': made({ call: 'items.create', input: { fields: FIELDS, price: EUROS } }),
  'item.change': on(item, (id) => ({ call: 'items.change', input: { id, fields: FIELDS } })),
  'item.archive': on(item, (id) => ({ call: 'items.archive', input: { id, archived: true } })),
  'price.create': on(item, (itemId) => ({ call: 'prices.create', input: { itemId, price: EUROS } })),
  'price.replace': on(price, (id) => ({ call: 'prices.replace', input: { id, unitAmount: 5_900 } })),
  'price.archive': on(price, (id) => ({ call: 'prices.archive', input: { id, archived: true } })),
  'coupon.create': made({ call: 'coupons.create', input: { fields: COUPON } }),
  'coupon.delete': on(
    async ({ stripe }) => (await stripe.coupons.create({ name: 'Old', percent_off: 5, duration: 'once' })).id,
    (id) => ({ call: 'coupons.delete', input: { id } }),
  ),
};
