// Visa Compelling Evidence 3.0: two earlier payments with the same card, which nobody disputed, speak for the disputed one. Pure.
// Source of every rule: docs.stripe.com/disputes/api/visa-ce3; the fields and their words: SDK Disputes.d.ts.
import type { CompellingAnswer, KnownPayment } from '../contract/compelling-evidence.ts';

/** Stripe's word among `enhanced_eligibility_types`. */
export const COMPELLING = 'visa_compelling_evidence_3';

/** SDK Disputes.d.ts: a list of exactly two prior undisputed transactions. */
export const PRIORS_NEEDED = 2;

export const GOODS = ['merchandise', 'services'] as const;

/** What shows that it was the same customer, by Stripe's names. The address of delivery is another of them. */
export const COMPELLING_IDENTIFIERS = [
  'customer_purchase_ip',
  'customer_device_id',
  'customer_device_fingerprint',
  'customer_account_id',
  'customer_email_address',
] as const;

const NO_ADDRESS: CompellingAnswer['shippedTo'] = {
  line1: '',
  line2: '',
  postalCode: '',
  city: '',
  state: '',
  country: null,
};

export const NOTHING_SAID: CompellingAnswer = {
  goods: null,
  description: '',
  identifiers: {
    customer_purchase_ip: '',
    customer_device_id: '',
    customer_device_fingerprint: '',
    customer_account_id: '',
    customer_email_address: '',
  },
  shippedTo: NO_ADDRESS,
  priors: [],
};

type Address = CompellingAnswer['shippedTo'];

function addressTexts({ line1, line2, postalCode, city, state, country }: Address): readonly string[] {
  return [line1, line2, postalCode, city, state, country ?? ''];
}

export function hasAddress(address: Address): boolean {
  return addressTexts(address).some((text) => text !== '');
}

/** The same text for answers that say the same, in whatever order their fields are. */
export function contentOf(answer: CompellingAnswer): string {
  return JSON.stringify([
    answer.goods,
    answer.description,
    COMPELLING_IDENTIFIERS.map((name) => answer.identifiers[name].trim()),
    addressTexts(answer.shippedTo),
    answer.priors.map(({ chargeId, description }) => [chargeId, description]),
  ]);
}

export function saysNothing(answer: CompellingAnswer): boolean {
  return contentOf(answer) === contentOf(NOTHING_SAID);
}

/** What all of them have, or nothing where they differ. */
function common<Value>(values: readonly Value[], nothing: Value): Value {
  const [first] = values;
  const isSame = new Set(values.map((value) => JSON.stringify(value))).size === 1;
  return isSame && first !== undefined ? first : nothing;
}

function knownOf(
  payments: readonly KnownPayment[],
): Pick<KnownPayment, 'email'> & { readonly shippedTo: Address } {
  return {
    email: common(
      payments.map(({ email }) => email),
      '',
    ),
    shippedTo:
      common(
        payments.map(({ shippedTo }) => shippedTo),
        null,
      ) ?? NO_ADDRESS,
  };
}

interface Choice {
  readonly disputed: KnownPayment;
  readonly candidates: readonly (KnownPayment & { readonly chargeId: string })[];
}

/**
 * The answer with an earlier payment chosen, or given up again. What the books know of the payments is filled in where nothing else was
 * written: an e-mail or a delivery address only while it is that of all of them.
 */
export function withPrior(
  answer: CompellingAnswer,
  { disputed, candidates }: Choice,
  chargeId: string,
): CompellingAnswer {
  const known = new Map(candidates.map((payment) => [payment.chargeId, payment]));
  const priors = answer.priors.some((prior) => prior.chargeId === chargeId)
    ? answer.priors.filter((prior) => prior.chargeId !== chargeId)
    : [...answer.priors, { chargeId, description: known.get(chargeId)?.description ?? '' }];
  const among = (chosen: CompellingAnswer['priors']): ReturnType<typeof knownOf> =>
    chosen.length === 0
      ? { email: '', shippedTo: NO_ADDRESS }
      : knownOf([disputed, ...chosen.flatMap((prior) => known.get(prior.chargeId) ?? [])]);
  const [before, after] = [among(answer.priors), among(priors)];
  const { identifiers, shippedTo } = answer;
  const email = identifiers.customer_email_address;
  const isTheirs =
    !hasAddress(shippedTo) || String(addressTexts(shippedTo)) === String(addressTexts(before.shippedTo));
  return {
    ...answer,
    priors,
    description: answer.description || disputed.description,
    identifiers: {
      ...identifiers,
      customer_email_address: email === '' || email === before.email ? after.email : email,
    },
    shippedTo: isTheirs ? after.shippedTo : shippedTo,
  };
}
