// To which kind of account a bank transfer goes, as Stripe asks for it beside the way to pay.
// Source: docs.stripe.com/invoicing/bank-transfer and the parameters of the invoice's payment settings.

const TYPES: Readonly<Record<string, string>> = {
  eur: 'eu_bank_transfer',
  gbp: 'gb_bank_transfer',
  usd: 'us_bank_transfer',
  jpy: 'jp_bank_transfer',
  mxn: 'mx_bank_transfer',
};

/** Stripe has accounts for transfers in euros in these countries only. */
const EURO_COUNTRIES: readonly string[] = ['BE', 'DE', 'ES', 'FR', 'IE', 'NL'];
const OTHER_EURO_COUNTRY = 'IE';

export interface BankTransfer {
  readonly type: string;
  readonly eu_bank_transfer?: { readonly country: string };
}

/** `country` is the business's own (two capital letters). Null where no bank transfer knows the currency. */
export function bankTransferIn(currency: string, country: string | null): BankTransfer | null {
  const type = TYPES[currency];
  if (type === undefined) return null;
  if (type !== 'eu_bank_transfer') return { type };
  const at = country !== null && EURO_COUNTRIES.includes(country) ? country : OTHER_EURO_COUNTRY;
  return { type, eu_bank_transfer: { country: at } };
}
