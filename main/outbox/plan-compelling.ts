// Visa Compelling Evidence 3.0 in Stripe's own shape, and what has to be taken away at Stripe before it can be said anew. Pure.
import type { CompellingAnswer } from '../../shared/contract/compelling-evidence.ts';
import { hasAddress, saysNothing } from '../../shared/domain/compelling-evidence.ts';
import type { Json, JsonObject } from '../stripe/request.ts';

export interface CompellingChange {
  /** What Stripe has; null while it has nothing. */
  readonly from: CompellingAnswer | null;
  /** Whether Stripe has nothing beyond `from`, such as an address of the disputed payment alone. */
  readonly isWhole: boolean;
  readonly to: CompellingAnswer;
}

/** `evidence` of a request that empties it at Stripe. */
export const NO_COMPELLING: JsonObject = { enhanced_evidence: '' };

/** Whether this `evidence` empties it at Stripe, alone or beside other fields. */
export function isEmptying(evidence: Json | undefined): boolean {
  return (
    typeof evidence === 'object' &&
    evidence !== null &&
    'enhanced_evidence' in evidence &&
    evidence['enhanced_evidence'] === ''
  );
}

/**
 * Whether all of it has to be emptied at Stripe first: an address, the kind of what was sold and the list of earlier payments can be
 * replaced, but not be emptied by themselves (SDK Disputes.d.ts). What Stripe has beyond `from` goes too: nobody saw it here.
 */
export function isClearedFirst({ from, isWhole, to }: CompellingChange): boolean {
  if (from === null || saysNothing(to)) return false;
  return (
    !isWhole ||
    (hasAddress(from.shippedTo) && !hasAddress(to.shippedTo)) ||
    (from.goods !== null && to.goods === null) ||
    (from.priors.length > 0 && to.priors.length === 0)
  );
}

/** The part of `evidence` that says it. */
export function compellingEvidence({ from, to }: CompellingChange): JsonObject {
  if (saysNothing(to)) return NO_COMPELLING;
  const { identifiers, description, goods, shippedTo, priors } = to;
  // What is left out stays as it was, so what is empty is said to be.
  const over = from === null ? filled : asItIs;
  const address = hasAddress(shippedTo) ? { shipping_address: over(addressOf(shippedTo)) } : {};
  const disputed = {
    ...over({ ...identifiers, product_description: description }),
    ...(goods === null ? {} : { merchandise_or_services: goods }),
    ...address,
  };
  const told = { ...filled({ ...identifiers }), ...address };
  return {
    enhanced_evidence: {
      visa_compelling_evidence_3: {
        disputed_transaction: disputed,
        ...(priors.length === 0
          ? {}
          : {
              // These are replaced as a whole.
              prior_undisputed_transactions: priors.map((prior) => ({
                charge: prior.chargeId,
                ...told,
                ...filled({ product_description: prior.description }),
              })),
            }),
      },
    },
  };
}

type Texts = Readonly<Record<string, string>>;

function addressOf(address: CompellingAnswer['shippedTo']): Texts {
  const { line1, line2, postalCode, city, state, country } = address;
  return { line1, line2, postal_code: postalCode, city, state, country: country ?? '' };
}

function filled(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

function asItIs(texts: Texts): Texts {
  return texts;
}
