// Visa Compelling Evidence 3.0 in Stripe's own shape, and what has to be taken away at Stripe before it can be said anew. Pure.
import type { CompellingAnswer } from '../../shared/contract/compelling-evidence.ts';
import { hasAddress, saysNothing } from '../../shared/domain/compelling-evidence.ts';
import type { JsonObject } from '../stripe/request.ts';

export interface CompellingChange {
  /** What Stripe has; null while it has nothing. */
  readonly from: CompellingAnswer | null;
  readonly to: CompellingAnswer;
}

/**
 * Whether Stripe's evidence has to be emptied first: an address, the kind of goods and the list of earlier payments can be replaced,
 * but not be emptied by themselves (SDK Disputes.d.ts), and a text that is left out stays.
 */
export function isClearedFirst({ from, to }: CompellingChange): boolean {
  return from !== null && !saysNothing(from) && !saysNothing(to);
}

/** The parameter `evidence.enhanced_evidence`. Stripe empties it by an empty text. */
export function compellingRequest({ to }: CompellingChange): JsonObject | '' {
  if (saysNothing(to)) return '';
  const told = toldOf(to);
  return {
    visa_compelling_evidence_3: {
      disputed_transaction: {
        ...told,
        ...filled({ product_description: to.description, merchandise_or_services: to.goods ?? '' }),
      },
      ...(to.priors.length === 0
        ? {}
        : {
            prior_undisputed_transactions: to.priors.map(({ chargeId, description }) => ({
              charge: chargeId,
              ...told,
              ...filled({ product_description: description }),
            })),
          }),
    },
  };
}

/** The same of every transaction. */
function toldOf({ identifiers, shippedTo }: CompellingAnswer): JsonObject {
  const { line1, line2, postalCode, city, state, country } = shippedTo;
  const address = { line1, line2, postal_code: postalCode, city, state, country: country ?? '' };
  return { ...filled(identifiers), ...(hasAddress(shippedTo) ? { shipping_address: filled(address) } : {}) };
}

function filled(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}
