// Visa Compelling Evidence 3.0 in words: whether a dispute is open to it, how far it is, and what is left to do.
import { COMPELLING } from '../domain/compelling-evidence.ts';
import type { CompellingAction } from '../domain/compelling-rules.ts';

/** By Stripe's word (SDK Disputes.d.ts, `RequiredAction`), in the order of the form. */
const ACTIONS: Readonly<Record<CompellingAction, string>> = {
  missing_prior_undisputed_transactions: 'Choose two earlier payments.',
  missing_merchandise_or_services: 'Say whether goods or services were sold.',
  missing_disputed_transaction_description: 'Say what was sold with the disputed payment.',
  missing_prior_undisputed_transaction_description:
    'Say what was sold with each of the two earlier payments.',
  missing_customer_identifiers:
    'Show that it was the same customer each time: by the IP address and the device, or by one of the two together with the e-mail address, the account or the address of delivery.',
};

/**
 * What to do about each of Stripe's required actions, sentences in the order of the form. One that Stripe invents later is told in its
 * own words.
 */
export function compellingActions(actions: readonly string[]): string[] {
  const known = Object.entries(ACTIONS).flatMap(([action, words]) =>
    actions.includes(action) ? [words] : [],
  );
  const others = actions.filter((action) => !Object.hasOwn(ACTIONS, action));
  return [...known, ...others.map((action) => `Stripe asks for more: ${action.replaceAll('_', ' ')}.`)];
}

const NAMES = {
  goods: 'Kind',
  merchandise: 'Goods',
  services: 'Services',
  description: 'Sold with the disputed payment',
  customer_purchase_ip: 'IP address',
  customer_device_id: 'Device number',
  customer_device_fingerprint: 'Device fingerprint',
  customer_account_id: 'Account',
  customer_email_address: 'E-mail address',
  shippedTo: 'Shipped to',
  prior: 'Earlier payment',
} as const;

/** What a part of the answer is called. */
export function compellingName(part: keyof typeof NAMES): string {
  return NAMES[part];
}

export interface CompellingWords {
  readonly tone: 'good' | 'info' | 'warning';
  readonly title: string;
  readonly text: string;
}

export interface CompellingState {
  /** Stripe's word. */
  readonly status: string;
  /** Whether Stripe has seen the answer as it stands here. */
  readonly isAtStripe: boolean;
  readonly isComplete: boolean;
}

export function compellingWords({ status, isAtStripe, isComplete }: CompellingState): CompellingWords {
  if (!isAtStripe)
    return {
      tone: 'info',
      title: isComplete ? 'Nothing is missing' : 'Not complete yet',
      text: 'Stripe judges it once the answer is saved there or submitted.',
    };
  switch (status) {
    case 'qualified':
      return {
        tone: 'good',
        title: 'It qualifies',
        text: 'Stripe has all that Visa asks for. Submit the answer as it is.',
      };
    case 'not_qualified':
      return {
        tone: 'warning',
        title: 'It does not qualify',
        text: 'Stripe does not take this as Compelling Evidence. The bank reads the rest of the answer.',
      };
    default:
      return {
        tone: 'info',
        title: 'This dispute is eligible',
        text: 'Two earlier payments with the same card that nobody disputed can speak for this one.',
      };
  }
}

export interface EligibilityFacts {
  /** Stripe's `enhanced_eligibility_types`. */
  readonly types: readonly string[];
  /** Stripe's status of Compelling Evidence; null where it tells none. */
  readonly status: string | null;
  /** The card's network by Stripe's name, and its own code for the reason; null where there is none. */
  readonly network: string | null;
  readonly code: string | null;
}

/** Which special way to answer Stripe sees for a dispute, in a few words; null where the question does not arise. */
export function eligibilityWords({ types, status, network, code }: EligibilityFacts): string | null {
  if (types.includes(COMPELLING)) {
    if (status === 'qualified') return 'Eligible, and qualified';
    return status === 'not_qualified' ? 'Eligible, but not qualified' : 'Eligible, not complete yet';
  }
  if (types.length > 0)
    return 'A compliance case: the network takes a fee for an answer, which is agreed to in Stripe’s dashboard';
  // Code 10.4 is the only one that it is made for (docs.stripe.com/disputes/api/visa-ce3).
  return network === 'visa' && code === '10.4'
    ? 'Not eligible: it takes two earlier payments with this card that nobody disputed'
    : null;
}
