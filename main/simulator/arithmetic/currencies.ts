// What the simulator knows of currencies: their digits, Stripe's smallest and largest charges, and fixed rates to the euro.
import { divideRounded, ONE, parseDecimal } from './decimal.ts';

const zeroDecimal = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '));

const threeDecimal = new Set('bhd jod kwd omr tnd'.split(' '));

/** Smallest charge in minor units (docs.stripe.com/currencies); 50 where none is listed. */
const minimums: Readonly<Record<string, number>> = {
  aed: 200,
  czk: 1500,
  dkk: 250,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  jpy: 50,
  krw: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  pln: 200,
  ron: 200,
  sek: 300,
  thb: 1000,
};

/** Largest invoice: eight digits, more in three currencies (docs.stripe.com/currencies). */
const longest: Readonly<Record<string, number>> = { idr: 12, cop: 10, inr: 9 };

/** Euros for one unit of the currency. */
const euros: Readonly<Record<string, string>> = {
  eur: '1',
  usd: '0.92',
  gbp: '1.17',
  chf: '1.04',
  sek: '0.087',
  nok: '0.086',
  dkk: '0.134',
  pln: '0.232',
  czk: '0.0395',
  jpy: '0.0061',
  cad: '0.67',
  aud: '0.6',
  aed: '0.2505',
  huf: '0.0025',
  ron: '0.201',
};

export function digitsOf(currency: string): number {
  return zeroDecimal.has(currency) ? 0 : 2;
}

export function hasThreeDigits(currency: string): boolean {
  return threeDecimal.has(currency);
}

export function minimumCharge(currency: string): number {
  return minimums[currency] ?? 50;
}

export function maximumCharge(currency: string): number {
  return 10 ** (longest[currency] ?? 8) - 1;
}

/** Units of `to` for one unit of `from`. */
export function exchangeRate(from: string, to: string): number {
  const rate = divideRounded(parseDecimal(euros[from] ?? '1') * 1_000_000n, parseDecimal(euros[to] ?? '1'));
  return Number(rate) / 1_000_000;
}

/** As a movement says it: nothing where no money was changed. */
export function rateOf(from: string, to: string): { readonly exchangeRate?: number } {
  return from === to ? {} : { exchangeRate: exchangeRate(from, to) };
}

/** Converts minor units; halves go away from zero. */
export function convert(amount: number, from: string, to: string): number {
  if (from === to) return amount;
  const rate = parseDecimal(exchangeRate(from, to).toFixed(6));
  const scale = 10n ** BigInt(digitsOf(to));
  return Number(divideRounded(BigInt(amount) * rate * scale, ONE * 10n ** BigInt(digitsOf(from))));
}
