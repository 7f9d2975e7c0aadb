// What a charge says of the method that paid it.
import type { Charge, PaymentIntent, PaymentMethod } from '../../world/records.ts';

/** As a bank reports that its customer was asked and agreed. */
const authenticated = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
} as const;

export function methodDetails(
  intent: PaymentIntent,
  method: PaymentMethod,
  failed: boolean,
): Charge['payment_method_details'] {
  if (method.customer_balance !== undefined) return { customer_balance: {}, type: 'customer_balance' };
  if (method.sepa_debit !== undefined) {
    const { bank_code, branch_code, country, fingerprint, last4 } = method.sepa_debit;
    return {
      sepa_debit: { bank_code, branch_code, country, fingerprint, last4, mandate: method.inner.mandate },
      type: 'sepa_debit',
    };
  }
  const {
    brand = null,
    country = null,
    exp_month = 12,
    exp_year = 2030,
    fingerprint = null,
    funding = null,
    last4 = null,
  } = method.card ?? {};
  return {
    card: {
      amount_authorized: intent.amount,
      authorization_code: null,
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country,
      electronic_commerce_indicator: null,
      exp_month,
      exp_year,
      fingerprint,
      funding,
      installments: null,
      last4,
      mandate: null,
      network: brand,
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: method.inner.outcome === 'authentication_required' && !failed ? authenticated : null,
      transaction_link_id: null,
      wallet: null,
    },
    type: 'card',
  };
}
