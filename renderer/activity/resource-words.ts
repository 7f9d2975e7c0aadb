// What Stripe's lists are called, as a bookkeeper says it.

const WORDS: Readonly<Record<string, string>> = {
  customers: 'customers',
  taxRates: 'tax rates',
  invoices: 'invoices',
  invoicePayments: 'payments of invoices',
  charges: 'charges',
  paymentIntents: 'payments',
  refunds: 'refunds',
  disputes: 'disputes',
  balanceTransactions: 'movements of the balance',
  creditNotes: 'credit notes',
  payouts: 'payouts',
  coupons: 'coupons',
  products: 'items',
  prices: 'prices',
  subscriptions: 'recurring invoices',
  testClocks: 'test clocks',
};

export function resourceWords(resource: string): string {
  const words = Object.hasOwn(WORDS, resource) ? WORDS[resource] : undefined;
  return words ?? resource;
}

/** At the beginning of a line. */
export function resourceTitle(resource: string): string {
  const words = resourceWords(resource);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
