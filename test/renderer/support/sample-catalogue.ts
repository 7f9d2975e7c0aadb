// What the studio sells, and at which prices.
import type { Coupon, ItemRow, Price } from '../../../shared/contract/catalogue.ts';
import type { Answers } from './fixture-bridge.ts';
import { NOW } from './sample-answers.ts';

const MONTH = { interval: 'month', count: 1 } as const;

export function samplePrice(fields: Partial<Price> & Pick<Price, 'id'>): Price {
  return {
    stripeId: `price_${fields.id}`,
    currency: 'eur',
    unitAmountDecimal: '4900',
    every: MONTH,
    label: '',
    active: true,
    isDefault: false,
    state: 'saved',
    usedBy: 0,
    createdAt: NOW - 86_400 * 90,
    ...fields,
  };
}

export function sampleItem(fields: Partial<ItemRow> & Pick<ItemRow, 'id' | 'name'>): ItemRow {
  return {
    stripeId: `prod_${fields.id}`,
    description: '',
    unitLabel: '',
    active: true,
    prices: [],
    usedBy: { recurring: 0, invoices: 0 },
    state: 'saved',
    createdAt: NOW - 86_400 * 120,
    cursor: fields.id,
    ...fields,
  };
}

export const hosting = sampleItem({
  id: 'item_hosting',
  name: 'Hosting and backups',
  description: 'Servers in Falkenstein',
  unitLabel: 'month',
  prices: [
    samplePrice({ id: 'cost_month', usedBy: 3, isDefault: true }),
    samplePrice({ id: 'cost_once', every: null, unitAmountDecimal: '12.5', usedBy: 0 }),
    samplePrice({ id: 'cost_old', unitAmountDecimal: '3900', active: false, usedBy: 1 }),
  ],
  usedBy: { recurring: 4, invoices: 52 },
});

export const items: readonly ItemRow[] = [
  hosting,
  sampleItem({ id: 'item_advice', name: 'Advice', prices: [samplePrice({ id: 'cost_hour', every: null })] }),
  sampleItem({ id: 'item_new', name: 'Menu service', state: 'queued', stripeId: null }),
];

export const archivedItems: readonly ItemRow[] = [
  sampleItem({ id: 'item_fax', name: 'Fax number', active: false }),
];

function coupon(fields: Partial<Coupon> & Pick<Coupon, 'id' | 'name'>): Coupon {
  return {
    off: { kind: 'percent', percent: '12.5' },
    duration: 'once',
    months: null,
    ofDraft: false,
    active: true,
    redeemed: 0,
    maxRedemptions: null,
    redeemBy: null,
    usedBy: 0,
    state: 'saved',
    createdAt: NOW - 86_400 * 30,
    ...fields,
  };
}

const coupons: readonly Coupon[] = [
  coupon({
    id: 'PARTNER',
    name: 'Partner',
    duration: 'repeating',
    months: 6,
    redeemed: 3,
    maxRedemptions: 10,
  }),
  coupon({
    id: 'SUMMER',
    name: 'Summer',
    off: { kind: 'amount', money: { amount: 2_500, currency: 'usd' } },
    redeemBy: NOW + 86_400 * 20,
    usedBy: 2,
  }),
  coupon({ id: 'quittance_percent_10', name: '10 % discount', ofDraft: true, redeemed: 1 }),
  coupon({ id: 'OLD', name: 'Opening', active: false }),
];

/** The revenue account of the chart, and one that was opened. */
const accounts = (['Revenue', 'Services'] as const).map((name, index) => ({
  account: 4_000 + index,
  part: '',
  partName: null,
  type: 'income' as const,
  name,
  standard: index === 0 ? name : null,
  number: String(8_400 + index),
  items: 0,
  codes: { datev: '', quickbooks: '', xero: '' },
}));

export const catalogueAnswers: Answers = {
  'books.accounts': () => ({ rows: accounts }),
  'books.itemAccount': () => ({ account: 4_000 }),
  'items.list': ({ filter }) => ({ rows: [...(filter.view === 'archived' ? archivedItems : items)] }),
  'items.counts': () => ({ active: items.length, archived: archivedItems.length }),
  'items.get': ({ id }) => [...items, ...archivedItems].find((item) => item.id === id) ?? hosting,
  'items.create': () => ({ id: 'item_new', operationId: 'op_1' }),
  'items.change': () => ({ operationId: 'op_2' }),
  'items.archive': () => ({ operationId: 'op_3' }),
  'prices.create': () => ({ id: 'cost_new', operationId: 'op_4' }),
  'prices.replace': () => ({ id: 'cost_new', operationId: 'op_5' }),
  'prices.archive': () => ({ operationId: 'op_6' }),
  'coupons.list': () => ({ rows: [...coupons] }),
  'coupons.create': () => ({ id: 'quittance_new', operationId: 'op_7' }),
  'coupons.delete': () => ({ operationId: 'op_8' }),
  'taxRates.archive': () => ({ operationId: 'op_9' }),
};
