// Which ways to pay know which currencies, so that an impossible one is refused before anything is queued.
// Sources: docs.stripe.com/payments/payment-methods/payment-method-support and /payments/bank-transfers.

/** By Stripe's name of the type; a type that is not listed is left to Stripe to judge. */
const CURRENCIES: Readonly<Record<string, readonly string[]>> = {
  sepa_debit: ['eur'],
  customer_balance: ['eur', 'gbp', 'usd', 'jpy', 'mxn'],
  us_bank_account: ['usd'],
  bacs_debit: ['gbp'],
  au_becs_debit: ['aud'],
  acss_debit: ['cad', 'usd'],
  nz_bank_account: ['nzd'],
};

const NAMES: Readonly<Record<string, string>> = {
  card: 'Card',
  sepa_debit: 'SEPA direct debit',
  customer_balance: 'Bank transfer',
  us_bank_account: 'US bank account',
  bacs_debit: 'Bacs direct debit',
  au_becs_debit: 'BECS direct debit',
  acss_debit: 'Canadian pre-authorised debit',
  nz_bank_account: 'New Zealand bank account',
};

/** What a bookkeeper calls a way to pay. */
export function paymentMethodName(type: string): string {
  const name = NAMES[type] ?? type.replaceAll('_', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Every way that an invoice in some currency can be given here, the most used first. */
export const OFFERED_METHODS: readonly string[] = ['card', ...Object.keys(CURRENCIES)];

/** Those of them that know the currency. */
export function methodsIn(currency: string): readonly string[] {
  return OFFERED_METHODS.filter((type) => methodRefusal(type, currency) === null);
}

/** Why a way to pay cannot be used in a currency, in words; null when it can. */
export function methodRefusal(type: string, currency: string): string | null {
  const known = CURRENCIES[type];
  if (!known || known.includes(currency)) return null;
  const names = known.map((code) => code.toUpperCase());
  const list =
    names.length === 1 ? `${names[0]} only` : `${names.slice(0, -1).join(', ')} or ${names.at(-1)} only`;
  return `${paymentMethodName(type)} takes ${list}, and this is in ${currency.toUpperCase()}.`;
}
