// Disputes in words: why the bank disputes a payment, how the case stands, what to do next, and until when.
import { type DisputeStanding, disputeStanding, isAppeal, isInquiry } from '../domain/disputes.ts';

/** By Stripe's word (SDK Disputes.d.ts, `reason`): in short for a list, and as a sentence without its full stop. */
const REASONS: Readonly<Record<string, readonly [short: string, whole: string]>> = {
  bank_cannot_process: ['Not processed', 'The bank could not process it'],
  check_returned: ['Check returned', 'The check was returned'],
  credit_not_processed: ['Refund missing', 'The customer says a promised refund did not come'],
  customer_initiated: ['Debit taken back', 'The customer took the debit back'],
  debit_not_authorized: ['Debit not authorised', 'The customer says the debit was not authorised'],
  duplicate: ['Charged twice', 'The customer says it was charged twice'],
  fraudulent: ['Fraud', 'The cardholder says it was not them'],
  general: ['No reason given', 'The bank gives no reason'],
  incorrect_account_details: ['Wrong account', 'The account details were wrong'],
  insufficient_funds: ['Not enough money', 'There was not enough money in the account'],
  noncompliant: ['Against the rules', 'The card network’s rules were not kept'],
  product_not_received: ['Nothing delivered', 'The customer says nothing was delivered'],
  product_unacceptable: ['Not as agreed', 'The customer says it was not as agreed'],
  subscription_canceled: ['Cancelled before', 'The customer says the subscription was cancelled'],
  unrecognized: ['Not recognised', 'The customer does not recognise the payment'],
};

export function disputeReason(reason: string): string {
  return knownReason(reason)?.[1] ?? plain(reason);
}

/** Two or three words, for a column. */
export function shortDisputeReason(reason: string): string {
  return knownReason(reason)?.[0] ?? plain(reason);
}

function knownReason(reason: string): readonly [short: string, whole: string] | undefined {
  return Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
}

function plain(reason: string): string {
  const text = reason.replaceAll('_', ' ').trim();
  return text === '' ? 'No reason given' : text.charAt(0).toUpperCase() + text.slice(1);
}

export interface DisputeWords {
  readonly word: string;
  /** What happens or is to be done now, a sentence without its full stop; empty when nothing is. */
  readonly next: string;
}

const STANDINGS: Readonly<Record<DisputeStanding, string>> = {
  'needs-answer': 'Needs an answer',
  'under-review': 'Under review',
  won: 'Won',
  lost: 'Lost',
  closed: 'Closed',
};

/** What a part of the list is called. */
export function standingWord(standing: DisputeStanding): string {
  return STANDINGS[standing];
}

interface Facts {
  /** Stripe's word. */
  readonly status: string;
  /** Calendar days; negative is past, null without a deadline. */
  readonly daysLeft: number | null;
}

export function disputeWords({ status, daysLeft }: Facts): DisputeWords {
  switch (disputeStanding(status)) {
    case 'needs-answer':
      return { word: asked(status), next: whatToDo(status, daysLeft) };
    case 'under-review':
      return { word: 'Under review', next: 'The bank decides; this can take 60 to 75 days' };
    case 'won':
      return { word: 'Won', next: 'The money is back in your Stripe balance' };
    case 'lost':
      return { word: 'Lost', next: 'The money stays with the customer' };
    case 'closed':
      return status === 'prevented'
        ? { word: 'Settled', next: 'The card network settled it before it became a case' }
        : { word: 'Inquiry closed', next: 'The bank has no more to ask' };
  }
}

function asked(status: string): string {
  if (isInquiry(status)) return 'Inquiry';
  return isAppeal(status) ? 'Appeal possible' : 'Needs an answer';
}

function whatToDo(status: string, daysLeft: number | null): string {
  if (daysLeft !== null && daysLeft < 0) return 'The time to answer is over; the bank decides without you';
  const until = deadlineWords(daysLeft);
  const what = isAppeal(status)
    ? 'Appeal or leave it'
    : isInquiry(status)
      ? 'Answer or refund it'
      : 'Answer or accept it';
  return until === null ? what : `${what}: ${until}`;
}

/** "today is the last day", "1 day left", "9 days left"; null without a deadline. */
export function deadlineWords(daysLeft: number | null): string | null {
  if (daysLeft === null) return null;
  if (daysLeft < 0) return 'the time is over';
  if (daysLeft === 0) return 'today is the last day';
  return daysLeft === 1 ? '1 day left' : `${daysLeft} days left`;
}
