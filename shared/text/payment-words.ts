// How a payment stands and what happens or is to be done next, in words: every status that Stripe has, and the failed attempt.
import type { PaymentRow, PaymentStanding } from '../contract/payments.ts';
import { declineWords, needsAuthentication } from './decline-words.ts';

export interface StandingWords {
  readonly word: string;
  /** What happens or is to be done now, a sentence without its full stop; empty when nothing is. */
  readonly next: string;
}

type Facts = Pick<PaymentRow, 'standing' | 'methodType' | 'failure' | 'nextAction'>;

const WORDS: Readonly<Record<PaymentStanding, StandingWords>> = {
  succeeded: { word: 'Succeeded', next: '' },
  processing: { word: 'Processing', next: 'The bank is at work; nothing is paid before Stripe says so' },
  requires_action: {
    word: 'Needs the customer',
    next: 'The customer confirms it on the payment page; send them the link',
  },
  requires_payment_method: { word: 'Not paid', next: 'The customer has not paid yet' },
  requires_confirmation: { word: 'Not confirmed', next: 'The customer has not finished paying' },
  requires_capture: { word: 'Authorised', next: 'The money is reserved; capture it in Stripe’s dashboard' },
  canceled: { word: 'Cancelled', next: 'Nothing was charged' },
  failed: { word: 'Failed', next: '' },
};

const DEBITS = new Set(['sepa_debit', 'bacs_debit', 'au_becs_debit', 'us_bank_account', 'acss_debit']);

export function standingWord(standing: PaymentStanding): string {
  return WORDS[standing].word;
}

/** The business days that a delayed method takes, in words; null for one that is not known to. */
export function expectedDays(methodType: string): string | null {
  if (methodType === 'sepa_debit') return '2–4 business days';
  return DEBITS.has(methodType) ? 'some business days' : null;
}

export function paymentWords({ standing, methodType, failure, nextAction }: Facts): StandingWords {
  const words = WORDS[standing];
  if (standing === 'failed') {
    if (needsAuthentication(failure[0] ?? null))
      return {
        word: 'Needs the customer',
        next: 'The bank wants the customer to confirm; send them the link',
      };
    const { reason, advice } = declineWords(...failure);
    return { word: words.word, next: `${reason} ${advice}`.replace(/\.$/, '') };
  }
  if (standing === 'processing') {
    const days = expectedDays(methodType);
    return days === null
      ? words
      : { word: words.word, next: `The debit takes ${days}; it is not paid before Stripe says so` };
  }
  if (standing === 'requires_action' && nextAction === 'display_bank_transfer_instructions') {
    return {
      word: 'Waits for the transfer',
      next: 'The customer has the bank details; the money is not there yet',
    };
  }
  return words;
}
