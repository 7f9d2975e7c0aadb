// How a payment was made, in words such as "Visa •••• 4242". Pure.

/** By Stripe's name of the type; those that read well as they are need no entry. */
const METHODS: Readonly<Record<string, string>> = {
  card: 'Card',
  card_present: 'Card in person',
  sepa_debit: 'SEPA debit',
  sepa_credit_transfer: 'SEPA transfer',
  customer_balance: 'Bank transfer',
  us_bank_account: 'ACH debit',
  ach_debit: 'ACH debit',
  ach_credit_transfer: 'ACH transfer',
  acss_debit: 'Pre-authorized debit',
  au_becs_debit: 'BECS debit',
  bacs_debit: 'Bacs debit',
  ideal: 'iDEAL',
  p24: 'Przelewy24',
  eps: 'EPS',
  paypal: 'PayPal',
  wechat_pay: 'WeChat Pay',
  afterpay_clearpay: 'Afterpay',
  revolut_pay: 'Revolut Pay',
  mobilepay: 'MobilePay',
  mb_way: 'MB WAY',
  twint: 'TWINT',
  blik: 'BLIK',
  fpx: 'FPX',
  oxxo: 'OXXO',
  nz_bank_account: 'Direct debit',
};

const BRANDS: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  cartes_bancaires: 'Cartes Bancaires',
  eftpos_au: 'eftpos',
};

/** `details` is Stripe's `payment_method_details`; empty text when it is not known yet. */
export function paymentMethodText(details: Readonly<Record<string, unknown>> | null): string {
  const type = details?.['type'];
  if (details === null || typeof type !== 'string') return '';
  const own = details[type];
  const brand = type === 'card' ? textOf(own, 'brand') : '';
  const name = brand === '' ? (METHODS[type] ?? sentence(type)) : (BRANDS[brand] ?? sentence(brand));
  const last4 = textOf(own, 'last4');
  return last4 === '' ? name : `${name} •••• ${last4}`;
}

function textOf(fields: unknown, name: string): string {
  const value: unknown =
    typeof fields === 'object' && fields !== null ? Reflect.get(fields, name) : undefined;
  return typeof value === 'string' ? value : '';
}

function sentence(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
