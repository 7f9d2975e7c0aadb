// Why a payment was refused, by Stripe's or the bank's code, in words for a bookkeeper, and what they can do about it.
// Source: docs.stripe.com/declines/codes and the failure codes of bank debits.

export interface DeclineWords {
  /** A sentence about what happened. */
  readonly reason: string;
  /** A sentence about what to do now. */
  readonly advice: string;
}

const ASK_BANK = 'The customer can ask their bank why, or pay another way.';
const OTHER_CARD = 'Ask the customer for another way to pay.';
const LATER = 'Try again later, or ask the customer for another way to pay.';
const TYPED_WRONG = 'The customer has to enter the card anew on the payment page.';
const SECRET = 'Do not try it again and do not tell the customer the reason; ask for another way to pay.';
const NEW_ACCOUNT = 'Ask the customer for another account or another way to pay.';

const WORDS: Readonly<Record<string, readonly [reason: string, advice: string]>> = {
  authentication_required: [
    'The bank wants the customer to confirm the payment in person.',
    'Send the payment link: the customer confirms it there.',
  ],
  generic_decline: ['The bank declined and gave no reason.', ASK_BANK],
  card_declined: ['The bank declined and gave no reason.', ASK_BANK],
  do_not_honor: ['The bank declined and gave no reason.', ASK_BANK],
  call_issuer: ['The bank declined and gave no reason.', ASK_BANK],
  no_action_taken: ['The bank declined and gave no reason.', ASK_BANK],
  do_not_try_again: ['The bank declined and gave no reason.', ASK_BANK],
  transaction_not_allowed: ['The bank does not allow this payment.', ASK_BANK],
  not_permitted: ['The bank does not allow this payment.', ASK_BANK],
  service_not_allowed: ['The bank does not allow this payment.', ASK_BANK],
  security_violation: ['The bank declined for reasons of security.', ASK_BANK],
  restricted_card: ['The card may not be used for this.', ASK_BANK],
  insufficient_funds: ['There was not enough money in the account.', LATER],
  card_velocity_exceeded: ['The card has reached its limit for now.', LATER],
  withdrawal_count_limit_exceeded: ['The card has reached its limit for now.', LATER],
  charge_exceeds_source_limit: ['The amount is above the limit for this method.', OTHER_CARD],
  charge_exceeds_transaction_limit: ['The amount is above the limit for one payment.', OTHER_CARD],
  charge_exceeds_weekly_limit: ['The limit of this week is reached.', LATER],
  expired_card: ['The card has expired.', 'Ask the customer for their new card.'],
  new_account_information_available: [
    'The card or account has been replaced.',
    'Ask the customer for the new one.',
  ],
  incorrect_number: ['The card number was wrong.', TYPED_WRONG],
  invalid_number: ['The card number was wrong.', TYPED_WRONG],
  incorrect_cvc: ['The security code of the card was wrong.', TYPED_WRONG],
  invalid_cvc: ['The security code of the card was wrong.', TYPED_WRONG],
  incorrect_zip: ['The postal code did not match the card.', TYPED_WRONG],
  incorrect_address: ['The address did not match the card.', TYPED_WRONG],
  invalid_expiry_month: ['The expiry date of the card was wrong.', TYPED_WRONG],
  invalid_expiry_year: ['The expiry date of the card was wrong.', TYPED_WRONG],
  invalid_amount: ['The bank does not take payments of this amount.', ASK_BANK],
  invalid_account: ['The card or its account does not exist any more.', ASK_BANK],
  card_not_supported: ['The card cannot be used for this kind of payment.', OTHER_CARD],
  currency_not_supported: ['The card cannot pay in this currency.', OTHER_CARD],
  duplicate_transaction: [
    'The bank has just seen the same payment.',
    'Look whether the invoice is paid already before you try again.',
  ],
  processing_error: ['Something went wrong while the card was processed.', LATER],
  issuer_not_available: ['The customer’s bank could not be reached.', LATER],
  try_again_later: ['The bank declined for now and gave no reason.', LATER],
  reenter_transaction: ['The bank could not process the payment.', LATER],
  approve_with_id: ['The bank could not authorise the payment.', LATER],
  lost_card: ['The card was reported lost.', SECRET],
  stolen_card: ['The card was reported stolen.', SECRET],
  pickup_card: ['The card was blocked by its bank.', SECRET],
  fraudulent: ['Stripe suspects that the payment is fraudulent.', SECRET],
  merchant_blacklist: ['The payment matches an entry on your block list at Stripe.', SECRET],
  highest_risk_level: ['Stripe blocked the payment because its risk is high.', SECRET],
  rule: ['A rule of yours at Stripe blocked the payment.', 'Look at the rule in Stripe’s dashboard.'],
  revocation_of_authorization: ['The customer has withdrawn their consent.', OTHER_CARD],
  revocation_of_all_authorizations: ['The customer has withdrawn their consent.', OTHER_CARD],
  stop_payment_order: ['The customer has told the bank not to pay.', OTHER_CARD],
  testmode_decline: ['A test card was used for a real payment.', OTHER_CARD],
  debit_not_authorized: [
    'The customer told the bank that they did not allow this debit.',
    'Speak to the customer before anything is debited again.',
  ],
  refer_to_customer: [
    'The customer’s bank refused the debit at the customer’s request.',
    'Speak to the customer.',
  ],
  account_closed: ['The bank account is closed.', NEW_ACCOUNT],
  no_account: ['The bank account does not exist.', NEW_ACCOUNT],
  invalid_account_number: ['The account number is wrong.', NEW_ACCOUNT],
  bank_account_restricted: ['The bank account does not allow debits.', NEW_ACCOUNT],
  bank_account_unusable: ['The bank account cannot be debited.', NEW_ACCOUNT],
  bank_ownership_changed: ['The account has moved to another bank.', NEW_ACCOUNT],
  invalid_currency: ['The bank account is not in this currency.', NEW_ACCOUNT],
  could_not_process: ['The bank could not process the debit.', LATER],
  generic_could_not_process: ['The bank could not process the debit and gave no reason.', LATER],
};

/** One name for what Stripe calls differently when an invoice is charged. */
const SAME: Readonly<Record<string, string>> = {
  invoice_payment_intent_requires_action: 'authentication_required',
  payment_intent_authentication_failure: 'authentication_required',
  subscription_payment_intent_requires_action: 'authentication_required',
};

/** Whether only the customer themselves can make the payment go through. */
export function needsAuthentication(code: string | null): boolean {
  return code !== null && (SAME[code] ?? code) === 'authentication_required';
}

/** `codes` from the most exact to the least; the first that is known counts. */
export function declineWords(...codes: readonly (string | null)[]): DeclineWords {
  for (const code of codes) {
    const name = code === null ? '' : (SAME[code] ?? code);
    const words = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
    if (words) return { reason: words[0], advice: words[1] };
  }
  const code = codes.find((known) => known !== null && known !== '');
  const named = code === null || code === undefined ? '' : ` (${code.replaceAll('_', ' ')})`;
  return { reason: `The payment did not go through${named}.`, advice: OTHER_CARD };
}

/** Whether the code says why a payment was refused, as opposed to why a request was. */
export function isDecline(code: string | null): boolean {
  return code !== null && Object.hasOwn(WORDS, SAME[code] ?? code);
}
