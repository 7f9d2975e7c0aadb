// Stripe's smallest and largest charges, so that an impossible amount is refused before anything is queued.
// Source: docs.stripe.com/currencies, "Minimum and maximum charge amounts".

/** Smallest charge in minor units, by currency. A currency that is not listed must only be positive. */
const MINIMUM: Readonly<Record<string, number>> = {
  usd: 50,
  aed: 200,
  ars: 50,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  cop: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  idr: 50,
  ils: 50,
  inr: 50,
  jpy: 50,
  krw: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  php: 50,
  pln: 200,
  ron: 200,
  rub: 50,
  sek: 300,
  sgd: 50,
  thb: 1000,
  zar: 50,
};

/** Cards take at most 12 digits of minor units, other methods 8; an invoice may be paid by card, so the larger one binds. */
export const LARGEST_CHARGE = 999_999_999_999;

export function minimumCharge(currency: string): number {
  return MINIMUM[currency] ?? 1;
}

export type AmountVerdict = 'ok' | 'too-small' | 'too-large' | 'too-many-digits';

/** Judges the total of an invoice. Zero is `ok`: Stripe marks such an invoice paid without a charge. */
export function judgeCharge(amount: number, currency: string, step: number): AmountVerdict {
  if (amount % step !== 0) return 'too-many-digits';
  if (amount > LARGEST_CHARGE) return 'too-large';
  return amount !== 0 && amount < minimumCharge(currency) ? 'too-small' : 'ok';
}
