// What the demo company sells, at which tax, and the words on its invoices.
import type { TaxCase } from './customers.ts';

export interface SeedProduct {
  readonly name: string;
  readonly unit: string;
  /** Minor units of a euro; other currencies follow by a fixed factor, rounded to whole units. */
  readonly euroCents: number;
  readonly quantities: readonly [least: number, most: number];
  /** Prices below a cent are stated exactly. */
  readonly exact?: string;
}

export const seedProducts: readonly SeedProduct[] = [
  { name: 'Brand identity workshop', unit: 'day', euroCents: 98_000, quantities: [1, 3] },
  { name: 'Logo design', unit: 'design', euroCents: 145_000, quantities: [1, 1] },
  { name: 'Brand guidelines', unit: 'booklet', euroCents: 86_000, quantities: [1, 1] },
  { name: 'Poster print, A2, 170 g', unit: 'piece', euroCents: 290, quantities: [40, 400] },
  {
    name: 'Flyer print, A6, both sides',
    unit: 'piece',
    euroCents: 7,
    exact: '6.75',
    quantities: [500, 5000],
  },
  { name: 'Business cards, letterpress', unit: 'set', euroCents: 18_900, quantities: [1, 8] },
  { name: 'Typesetting', unit: 'page', euroCents: 1250, quantities: [16, 160] },
  { name: 'Book cover illustration', unit: 'cover', euroCents: 62_000, quantities: [1, 2] },
  { name: 'Packaging design', unit: 'hour', euroCents: 9200, quantities: [3, 24] },
  { name: 'Product photography', unit: 'day', euroCents: 74_000, quantities: [1, 3] },
  { name: 'Exhibition panel, 2 m', unit: 'panel', euroCents: 31_500, quantities: [1, 12] },
  { name: 'Website care', unit: 'month', euroCents: 16_000, quantities: [1, 3] },
  { name: 'Menu cards, linen paper', unit: 'piece', euroCents: 640, quantities: [20, 120] },
  { name: 'Delivery', unit: 'parcel', euroCents: 990, quantities: [1, 4] },
];

/** In minor units; print runs stay exact. */
export function priceIn(product: SeedProduct, currency: string): string {
  const factor = currency === 'usd' ? 109 : currency === 'gbp' ? 86 : 100;
  if (product.exact !== undefined)
    return factor === 100 ? product.exact : String((Number(product.exact) * factor) / 100);
  const cents = Math.round((product.euroCents * factor) / 100);
  return String(cents >= 10_000 ? Math.round(cents / 500) * 500 : cents);
}

export interface SeedTaxRate {
  readonly name: string;
  readonly percentage: string;
  readonly inclusive: boolean;
  readonly country: string | null;
  readonly description: string;
}

export const seedTaxRates: Readonly<Record<TaxCase, SeedTaxRate>> = {
  de19: { name: 'USt.', percentage: '19', inclusive: false, country: 'DE', description: 'Umsatzsteuer 19 %' },
  de7: {
    name: 'USt.',
    percentage: '7',
    inclusive: false,
    country: 'DE',
    description: 'Umsatzsteuer 7 % (Druckerzeugnisse)',
  },
  de19incl: {
    name: 'USt.',
    percentage: '19',
    inclusive: true,
    country: 'DE',
    description: 'Umsatzsteuer 19 % (im Preis enthalten)',
  },
  fr20: { name: 'TVA', percentage: '20', inclusive: false, country: 'FR', description: 'TVA 20 %' },
  pt23: { name: 'IVA', percentage: '23', inclusive: false, country: 'PT', description: 'IVA 23 %' },
  at20: {
    name: 'USt.',
    percentage: '20',
    inclusive: false,
    country: 'AT',
    description: 'Umsatzsteuer 20 % (AT)',
  },
  gr24: { name: 'ΦΠΑ', percentage: '24', inclusive: false, country: 'GR', description: 'ΦΠΑ 24 %' },
  gb20: { name: 'VAT', percentage: '20', inclusive: false, country: 'GB', description: 'VAT 20%' },
  reverse: {
    name: 'Reverse charge',
    percentage: '0',
    inclusive: false,
    country: null,
    description: 'Tax to be paid by the customer',
  },
  export: {
    name: 'Export',
    percentage: '0',
    inclusive: false,
    country: null,
    description: 'Export, not subject to German VAT',
  },
};

export const seedCoupons = [
  { id: 'PARTNER10', name: 'Partner discount', percent_off: '10' },
  { id: 'WELCOME15', name: 'First order', percent_off: '15' },
  { id: 'VOLUME5', name: 'Volume discount', percent_off: '5' },
  { id: 'GOODWILL50', name: 'Goodwill', amount_off: 5000, currency: 'eur' },
] as const;

export const memos: readonly string[] = [
  'Thank you for the good work together on the spring season.',
  'As agreed on the telephone. Proofs were approved in writing.',
  'Second of three parts. The last part follows on delivery.',
  'Printed on FSC-certified paper. Colours as in the approved proof.',
  'Includes one round of corrections.',
  'For the anniversary edition. Files are kept for five years.',
  'Please transfer with the invoice number as reference.',
];

export const footers: readonly string[] = [
  'Hafenlicht Studio GmbH · Fischmarkt 9 · 22767 Hamburg · USt-IdNr. DE318204477',
];

export const details: readonly string[] = [
  'spring catalogue',
  'autumn programme',
  'second edition',
  'opening night',
  'relaunch',
  'trade fair',
  'anniversary',
  'winter menu',
  'website',
  'shop window',
];
