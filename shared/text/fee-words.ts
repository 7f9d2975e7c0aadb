// What Stripe takes money for, in words.

const KINDS: Readonly<Record<string, string>> = {
  stripe_fee: 'Stripe’s fee',
  tax: 'Tax on the fee',
  withheld_tax: 'Tax withheld',
  application_fee: 'Fee of the platform',
  payment_method_passthrough_fee: 'Fee of the card network',
};

/** A part of one fee, by Stripe's name of its kind. */
export function feeKindWords(kind: string): string {
  return KINDS[kind] ?? sentence(kind);
}

function sentence(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words === '' ? 'Other' : words.charAt(0).toUpperCase() + words.slice(1);
}
