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

const CATEGORIES: Readonly<Record<string, string>> = {
  charge: 'Payments',
  charge_failure: 'Payments that failed later',
  refund: 'Refunds',
  refund_failure: 'Refunds that failed later',
  dispute: 'Disputes',
  dispute_reversal: 'Disputes won back',
  fee: 'Other fees of Stripe',
  network_cost: 'Fees of the card networks',
  tax: 'Taxes',
  payout: 'Payouts',
  payout_reversal: 'Payouts that came back',
  other_adjustment: 'Adjustments',
  advance: 'Advances',
  advance_funding: 'Repayment of advances',
  risk_reserved_funds: 'Money that Stripe holds back',
  transfer: 'Transfers',
  transfer_reversal: 'Transfers that came back',
  topup: 'Top-ups',
  topup_reversal: 'Top-ups that came back',
  platform_earning: 'Earnings of the platform',
  contribution: 'Contributions',
};

/** Movements of the balance, by Stripe's reporting category. */
export function categoryWords(category: string): string {
  return CATEGORIES[category] ?? sentence(category);
}

function sentence(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words === '' ? 'Other' : words.charAt(0).toUpperCase() + words.slice(1);
}
