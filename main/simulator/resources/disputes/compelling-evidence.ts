// Visa Compelling Evidence 3.0: two earlier payments with the same card, which nobody disputed, speak for the disputed one (docs.stripe.com/disputes/api/visa-ce3).
import { address, kept } from '../../api/common-params.ts';
import { clearable, list, object, oneOf, optional, required, text, type Parsed } from '../../api/params.ts';
import type { Charge, Dispute } from '../../world/records.ts';
import type { World } from '../../world/world.ts';

type Enhanced = Dispute['evidence']['enhanced_evidence'];
type Compelling = NonNullable<Enhanced['visa_compelling_evidence_3']>;
type Disputed = NonNullable<Compelling['disputed_transaction']>;
type Prior = Compelling['prior_undisputed_transactions'][number];
/** What both kinds of transaction say of the customer and of what was sold. */
type Told = Omit<Prior, 'charge'>;
type Eligibility = NonNullable<
  Dispute['evidence_details']['enhanced_eligibility']['visa_compelling_evidence_3']
>;

const words = clearable(text(20_000));
const toldFields = {
  customer_account_id: words,
  customer_device_fingerprint: words,
  customer_device_id: words,
  customer_email_address: words,
  customer_purchase_ip: words,
  product_description: words,
  shipping_address: optional(address),
};
const disputedFields = {
  ...toldFields,
  merchandise_or_services: optional(oneOf('merchandise', 'services')),
};
const priorFields = { ...toldFields, charge: required(text()) };
const compellingFields = {
  disputed_transaction: optional(object(disputedFields)),
  prior_undisputed_transactions: optional(list(object(priorFields), 2)),
};
export const enhancedEvidenceRule = object({
  visa_compelling_evidence_3: optional(object(compellingFields)),
});
type Sent = ReturnType<typeof enhancedEvidenceRule.read>;

const nothingTold: Told = {
  customer_account_id: null,
  customer_device_fingerprint: null,
  customer_device_id: null,
  customer_email_address: null,
  customer_purchase_ip: null,
  product_description: null,
  shipping_address: null,
};

function changedTold(before: Told, sent: Parsed<typeof toldFields>): Told {
  return {
    customer_account_id: kept(sent.customer_account_id, before.customer_account_id),
    customer_device_fingerprint: kept(sent.customer_device_fingerprint, before.customer_device_fingerprint),
    customer_device_id: kept(sent.customer_device_id, before.customer_device_id),
    customer_email_address: kept(sent.customer_email_address, before.customer_email_address),
    customer_purchase_ip: kept(sent.customer_purchase_ip, before.customer_purchase_ip),
    product_description: kept(sent.product_description, before.product_description),
    shipping_address: kept(sent.shipping_address, before.shipping_address),
  };
}

function changedDisputed(before: Disputed | null, sent: Parsed<typeof disputedFields>): Disputed {
  return {
    ...changedTold(before ?? nothingTold, sent),
    merchandise_or_services: sent.merchandise_or_services ?? before?.merchandise_or_services ?? null,
  };
}

const PRIOR = 'evidence[enhanced_evidence][visa_compelling_evidence_3][prior_undisputed_transactions]';

/** Only what was sent changes, and the earlier payments all at once; null clears. */
export function changedEnhanced(world: World, existing: Enhanced, sent: Sent | null | undefined): Enhanced {
  if (sent === undefined) return existing;
  if (sent === null) return {};
  const { visa_compelling_evidence_3: compelling } = sent;
  if (compelling === undefined) return existing;
  const before = existing.visa_compelling_evidence_3;
  const { disputed_transaction: disputed, prior_undisputed_transactions: prior } = compelling;
  return {
    ...existing,
    visa_compelling_evidence_3: {
      disputed_transaction:
        disputed === undefined
          ? (before?.disputed_transaction ?? null)
          : changedDisputed(before?.disputed_transaction ?? null, disputed),
      prior_undisputed_transactions:
        prior?.map((one, index) => ({
          ...changedTold(nothingTold, one),
          charge: world.get('charge', one.charge, `${PRIOR}[${index}][charge]`).id,
        })) ??
        before?.prior_undisputed_transactions ??
        [],
    },
  };
}

const DAY_SECONDS = 86_400;
const EARLIEST_DAYS = 365;
const LATEST_DAYS = 120;
const NEEDED = 2;

const cardOf = (charge: Charge): string | null => charge.payment_method_details?.card?.fingerprint ?? null;

/** Ids of the earlier payments with the same card that count: paid, undisputed, and old enough without being too old. */
function priorCharges(world: World, disputed: Charge): ReadonlySet<string> {
  const card = cardOf(disputed);
  const found = new Set<string>();
  for (const charge of world.table('charge').oldestFirst()) {
    const days = Math.floor(disputed.created / DAY_SECONDS) - Math.floor(charge.created / DAY_SECONDS);
    const isThen = days >= LATEST_DAYS && days <= EARLIEST_DAYS;
    if (isThen && charge.paid && !charge.disputed && cardOf(charge) === card) found.add(charge.id);
  }
  return found;
}

type Element = (told: Told) => string | null;

const MAIN: readonly (readonly Element[])[] = [
  [(told) => told.customer_purchase_ip],
  // Either of the two says which device it was; both together are one element.
  [(told) => told.customer_device_fingerprint, (told) => told.customer_device_id],
];
const SECONDARY: readonly (readonly Element[])[] = [
  [(told) => told.shipping_address && JSON.stringify(told.shipping_address)],
  [(told) => told.customer_email_address],
  [(told) => told.customer_account_id],
];

/** How many elements are the same in all of the transactions. */
function matching(elements: typeof MAIN, transactions: readonly Told[]): number {
  const isSame = (element: Element): boolean => {
    const values = new Set(transactions.map(element));
    return values.size === 1 && !values.has(null);
  };
  return elements.filter((ways) => ways.some(isSame)).length;
}

function isLinked(disputed: Told, prior: readonly Told[]): boolean {
  const main = matching(MAIN, [disputed, ...prior]);
  return main >= 2 || (main === 1 && matching(SECONDARY, [disputed, ...prior]) > 0);
}

function eligibilityOf(priors: ReadonlySet<string>, evidence: Enhanced): Eligibility {
  const { disputed_transaction: told, prior_undisputed_transactions: given = [] } =
    evidence.visa_compelling_evidence_3 ?? {};
  const disputed = told ?? null;
  const prior = given.filter(({ charge }) => priors.has(charge));
  const hasPrior = new Set(prior.map(({ charge }) => charge)).size === NEEDED;
  const missing = {
    missing_customer_identifiers: disputed === null || !hasPrior || !isLinked(disputed, prior),
    missing_disputed_transaction_description: (disputed?.product_description ?? null) === null,
    missing_merchandise_or_services: (disputed?.merchandise_or_services ?? null) === null,
    missing_prior_undisputed_transaction_description:
      !hasPrior || prior.some(({ product_description: description }) => description === null),
    missing_prior_undisputed_transactions: !hasPrior,
  };
  const actions = Object.entries(missing).flatMap(([action, isMissing]) => (isMissing ? [action] : []));
  return { required_actions: actions, status: actions.length === 0 ? 'qualified' : 'requires_action' };
}

/** The dispute with what Stripe says of this way to answer it; nothing where the way is not open. */
export function withEligibility(world: World, dispute: Dispute): Dispute {
  const card = dispute.payment_method_details?.card;
  if (card?.network !== 'visa' || card.network_reason_code !== '10.4') return dispute;
  const priors = priorCharges(world, world.get('charge', dispute.charge));
  if (priors.size < NEEDED) return dispute;
  return {
    ...dispute,
    enhanced_eligibility_types: ['visa_compelling_evidence_3'],
    evidence_details: {
      ...dispute.evidence_details,
      enhanced_eligibility: {
        visa_compelling_evidence_3: eligibilityOf(priors, dispute.evidence.enhanced_evidence),
      },
    },
  };
}
