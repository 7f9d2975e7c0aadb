// Test payment methods and what comes of charging them (docs.stripe.com/testing).
import type { PaymentOutcome } from '../../options.ts';
import type { Behaviour } from '../../world/behaviour.ts';

export interface Decline {
  readonly code: string;
  readonly declineCode?: string;
  readonly adviceCode: 'try_again_later' | 'do_not_try_again' | 'confirm_card_data';
  readonly message: string;
}

export const declines: Readonly<Partial<Record<PaymentOutcome, Decline>>> = {
  declined: {
    code: 'card_declined',
    declineCode: 'generic_decline',
    adviceCode: 'try_again_later',
    message: 'Your card was declined.',
  },
  insufficient_funds: {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    adviceCode: 'try_again_later',
    message: 'Your card has insufficient funds.',
  },
  lost_card: {
    code: 'card_declined',
    declineCode: 'lost_card',
    adviceCode: 'do_not_try_again',
    message: 'Your card was declined.',
  },
  stolen_card: {
    code: 'card_declined',
    declineCode: 'stolen_card',
    adviceCode: 'do_not_try_again',
    message: 'Your card was declined.',
  },
  expired_card: { code: 'expired_card', adviceCode: 'do_not_try_again', message: 'Your card has expired.' },
  incorrect_cvc: {
    code: 'incorrect_cvc',
    adviceCode: 'confirm_card_data',
    message: "Your card's security code is incorrect.",
  },
  processing_error: {
    code: 'processing_error',
    adviceCode: 'try_again_later',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
  fraudulent: {
    code: 'card_declined',
    declineCode: 'fraudulent',
    adviceCode: 'do_not_try_again',
    message: 'Your card was declined.',
  },
};

export const authenticationRequired: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  adviceCode: 'try_again_later',
  message: 'Your card was declined. This transaction requires authentication.',
};

/** A method that stands for a card or account. */
export interface TestMethod {
  readonly type: 'card' | 'sepa_debit' | 'customer_balance';
  readonly brand: string;
  readonly country: string;
  readonly last4: string;
  readonly outcome: PaymentOutcome;
  readonly behaviour: Behaviour;
}

function card(
  outcome: PaymentOutcome,
  last4: string,
  brand = 'visa',
  behaviour: Behaviour = 'normal',
): TestMethod {
  return { type: 'card', brand, country: 'US', last4, outcome, behaviour };
}
function debit(outcome: PaymentOutcome, last4: string, behaviour: Behaviour = 'normal'): TestMethod {
  return { type: 'sepa_debit', brand: '', country: 'DE', last4, outcome, behaviour };
}

/** Stripe's tokens for test methods. */
export const testMethods: Readonly<Record<string, TestMethod>> = {
  pm_card_visa: card('succeeded', '4242'),
  pm_card_mastercard: card('succeeded', '4444', 'mastercard'),
  pm_card_amex: card('succeeded', '8431', 'amex'),
  pm_card_bypassPending: card('succeeded', '0077', 'visa', 'available_at_once'),
  pm_card_visa_chargeDeclined: card('declined', '0002'),
  pm_card_chargeDeclined: card('declined', '0002'),
  pm_card_chargeCustomerFail: card('declined', '0341'),
  pm_card_visa_chargeDeclinedInsufficientFunds: card('insufficient_funds', '9995'),
  pm_card_chargeDeclinedInsufficientFunds: card('insufficient_funds', '9995'),
  pm_card_visa_chargeDeclinedLostCard: card('lost_card', '9987'),
  pm_card_chargeDeclinedLostCard: card('lost_card', '9987'),
  pm_card_visa_chargeDeclinedStolenCard: card('stolen_card', '9979'),
  pm_card_chargeDeclinedExpiredCard: card('expired_card', '0069'),
  pm_card_chargeDeclinedIncorrectCvc: card('incorrect_cvc', '0127'),
  pm_card_chargeDeclinedProcessingError: card('processing_error', '0119'),
  pm_card_chargeDeclinedFraudulent: card('fraudulent', '0019'),
  pm_card_authenticationRequired: card('authentication_required', '3184'),
  pm_card_threeDSecure2Required: card('authentication_required', '3220'),
  pm_card_createDispute: card('succeeded', '0259', 'visa', 'dispute'),
  pm_card_createDisputeProductNotReceived: card('succeeded', '2685', 'visa', 'dispute_not_received'),
  pm_card_createDisputeInquiry: card('succeeded', '1976', 'visa', 'inquiry'),
  pm_card_refundFail: card('succeeded', '5126', 'visa', 'refund_fails'),
  pm_card_pendingRefund: card('succeeded', '7726', 'visa', 'refund_pending'),
  pm_success_de: debit('sepa_processing', '3000'),
  pm_failure_de: debit('sepa_fails', '3001'),
};

/** Test account numbers (docs.stripe.com/payments/sepa-debit/accept-a-payment#test-integration). */
export const testIbans: Readonly<Record<string, TestMethod>> = {
  DE89370400440532013000: debit('sepa_processing', '3000'),
  DE08370400440532013003: debit('sepa_processing', '3003', 'slow'),
  DE62370400440532013001: debit('sepa_fails', '3001'),
  DE78370400440532013004: debit('sepa_fails', '3004', 'slow'),
  DE35370400440532013002: debit('sepa_processing', '3002', 'dispute'),
};

/** Money on a customer's cash balance pays by itself. */
export const cashMethod: TestMethod = {
  type: 'customer_balance',
  brand: '',
  country: '',
  last4: '',
  outcome: 'succeeded',
  behaviour: 'normal',
};

/** The test method by which a customer reaches an outcome. */
export function methodFor(outcome: PaymentOutcome): TestMethod {
  return Object.values(testMethods).find((method) => method.outcome === outcome) ?? card(outcome, '4242');
}
