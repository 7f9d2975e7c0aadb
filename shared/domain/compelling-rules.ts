// The rules of Visa Compelling Evidence 3.0: which earlier payments qualify, and what is missing. Pure.
import type { CompellingAnswer } from '../contract/compelling-evidence.ts';
import { hasAddress, PRIORS_NEEDED } from './compelling-evidence.ts';

export interface CardPayment {
  readonly chargeId: string;
  /** Unix seconds, of the charge. */
  readonly created: number;
  readonly isPaid: boolean;
  /** Minor units; nothing for a card that was only validated. */
  readonly amount: number;
  /** In whatever way and however it ended: also an inquiry, and a dispute that was won. */
  readonly isDisputed: boolean;
  /** Reported as fraud by anybody, or refunded for it. */
  readonly isFraud: boolean;
  /** Stripe's fingerprint of the card number; null where Stripe tells none. */
  readonly card: string | null;
  /** Stripe's id of the saved payment method; null where there is none. */
  readonly method: string | null;
}

const DAY_SECONDS = 86_400;
/** Days before the disputed payment, both included (docs.stripe.com/disputes/api/visa-ce3). */
const LATEST_DAYS = 120;
const EARLIEST_DAYS = 365;

/**
 * The payments that can speak for the disputed one, newest first: with the same card, paid, undisputed, more than a validation of the
 * card (docs.stripe.com/disputes/api/visa-ce3), and without any fraud reported (support.stripe.com, "How does Stripe support Visa
 * Compelling Evidence 3.0?"). No source says whose days they are: they are counted in UTC, and Stripe has the last word at either end.
 */
export function qualifyingPriors(
  disputed: CardPayment,
  payments: readonly CardPayment[],
): readonly CardPayment[] {
  return payments
    .filter((payment) => {
      const days = dayNumber(disputed.created) - dayNumber(payment.created);
      return (
        payment.chargeId !== disputed.chargeId &&
        days >= LATEST_DAYS &&
        days <= EARLIEST_DAYS &&
        payment.isPaid &&
        payment.amount > 0 &&
        !payment.isDisputed &&
        !payment.isFraud &&
        isSameCard(payment, disputed)
      );
    })
    .toSorted((a, b) => b.created - a.created || (a.chargeId < b.chargeId ? -1 : 1));
}

function dayNumber(at: number): number {
  return Math.floor(at / DAY_SECONDS);
}

/** A card may be saved twice: its number decides where Stripe tells it. */
function isSameCard(one: CardPayment, other: CardPayment): boolean {
  return one.card === null || other.card === null
    ? one.method !== null && one.method === other.method
    : one.card === other.card;
}

/** By Stripe's words, in its order (SDK Disputes.d.ts, `RequiredAction`). */
export const COMPELLING_ACTIONS = [
  'missing_customer_identifiers',
  'missing_disputed_transaction_description',
  'missing_merchandise_or_services',
  'missing_prior_undisputed_transaction_description',
  'missing_prior_undisputed_transactions',
] as const;
export type CompellingAction = (typeof COMPELLING_ACTIONS)[number];

/**
 * What an answer lacks to qualify. Two main elements show the same customer, or one of them and a secondary one: main are the IP
 * address and the device, secondary the address of delivery, the e-mail address and the account.
 */
export function missingActions(answer: CompellingAnswer): readonly CompellingAction[] {
  const { identifiers: told, priors } = answer;
  const has = (text: string): number => (text.trim() === '' ? 0 : 1);
  const main =
    has(told.customer_purchase_ip) + has(told.customer_device_id || told.customer_device_fingerprint);
  const secondary =
    has(told.customer_email_address) + has(told.customer_account_id) + Number(hasAddress(answer.shippedTo));
  const lacksPriors = priors.length < PRIORS_NEEDED;
  const missing: Readonly<Record<CompellingAction, boolean>> = {
    missing_customer_identifiers: lacksPriors || main + Math.min(secondary, main) < 2,
    missing_disputed_transaction_description: has(answer.description) === 0,
    missing_merchandise_or_services: answer.goods === null,
    missing_prior_undisputed_transaction_description:
      lacksPriors || priors.some(({ description }) => has(description) === 0),
    missing_prior_undisputed_transactions: lacksPriors,
  };
  return COMPELLING_ACTIONS.filter((action) => missing[action]);
}

/** The texts by names of their own, as often as they are sent: their characters count together with those of all other fields. */
export function compellingTexts(answer: CompellingAnswer): Readonly<Record<string, string>> {
  const { priors, identifiers, description } = answer;
  const entries: readonly (readonly [string, string])[] = [
    ['compelling.description', description],
    ...priors.map((prior, index) => [`compelling.priors.${index}.description`, prior.description] as const),
    // With the disputed payment and with each of the earlier ones.
    ...[0, ...priors].flatMap((_, index) =>
      Object.entries(identifiers).map(
        ([name, text]) => [`compelling.identifiers.${name}.${index}`, text] as const,
      ),
    ),
  ];
  return Object.fromEntries(entries);
}
