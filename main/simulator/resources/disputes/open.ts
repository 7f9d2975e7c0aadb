// How a dispute begins: as a chargeback that takes the money, as an inquiry that asks first, or already settled by the network.
import { plan } from '../../world/due.ts';
import { emit } from '../../world/events.ts';
import type { Charge, Dispute } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { withEligibility } from './compelling-evidence.ts';
import { noEvidence } from './evidence.ts';
import { withdraw } from './money.ts';

export interface NewDispute {
  readonly reason: string;
  /** `prevented`: the network settled it with the money before it became a case. */
  readonly kind?: 'chargeback' | 'inquiry' | 'prevented';
  /** Less than what is left of the charge when only a part is disputed. */
  readonly amount?: number | undefined;
  /** False when the bank allows no answer. */
  readonly answerable?: boolean;
}

const DAY_SECONDS = 86_400;
const DAYS_TO_RESPOND = 9;
/** An inquiry that did not become a chargeback by then is over (docs.stripe.com/disputes/how-disputes-work). */
const INQUIRY_DAYS = 120;

/** Visa's codes for Stripe's reasons (docs.stripe.com/disputes/categories). */
const networkCodes: Readonly<Record<string, string>> = {
  credit_not_processed: '13.7',
  duplicate: '12.6.1',
  fraudulent: '10.4',
  product_not_received: '13.1',
  product_unacceptable: '13.3',
  subscription_canceled: '13.2',
};

function firstStatus(world: World, charge: Charge, params: NewDispute): string {
  if (params.kind === 'prevented') return 'prevented';
  if (params.kind === 'inquiry') return 'warning_needs_response';
  if (charge.payment_method_details?.type === 'sepa_debit') return world.settings.rules.debitDispute;
  return params.answerable === false ? 'under_review' : 'needs_response';
}

function methodDetails(charge: Charge, params: NewDispute): Pick<Dispute, 'payment_method_details'> {
  const card = charge.payment_method_details?.card;
  if (card === undefined) return {};
  const brand = card.brand ?? 'visa';
  const caseType =
    params.kind === 'inquiry' ? 'inquiry' : params.kind === 'prevented' ? 'resolution' : 'chargeback';
  return {
    payment_method_details: {
      card: {
        brand,
        case_type: caseType,
        network: card.network ?? brand,
        network_reason_code: networkCodes[params.reason] ?? null,
      },
      type: 'card',
    },
  };
}

function newDispute(world: World, charge: Charge, params: NewDispute): Dispute {
  const status = firstStatus(world, charge, params);
  const waits = status === 'needs_response' || status === 'warning_needs_response';
  return {
    id: world.id(world.settings.rules.disputePrefix),
    object: 'dispute',
    amount: params.amount ?? charge.amount - charge.amount_refunded,
    charge: charge.id,
    created: world.accountNow(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: waits ? world.accountNow() + DAYS_TO_RESPOND * DAY_SECONDS : null,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: params.kind === 'inquiry',
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    ...methodDetails(charge, params),
    reason: params.reason,
    status,
    inner: { transactions: [] },
  };
}

export function openDispute(world: World, charge: Charge, params: NewDispute): Dispute {
  const opened = world.put('dispute', withEligibility(world, newDispute(world, charge, params)));
  world.put('charge', { ...charge, disputed: true, inner: { ...charge.inner, dispute: opened.id } });
  const dispute = params.kind === 'inquiry' ? opened : withdraw(world, opened);
  emit(world, 'charge.dispute.created', 'dispute', dispute);
  if (params.kind === 'inquiry')
    plan(world, INQUIRY_DAYS * DAY_SECONDS * 1000, { kind: 'inquiry-ends', dispute: dispute.id });
  else emit(world, 'charge.dispute.funds_withdrawn', 'dispute', dispute);
  const { due_by: dueBy } = dispute.evidence_details;
  if (dueBy !== null)
    plan(world, (dueBy - world.accountNow()) * 1000, { kind: 'dispute-due', dispute: dispute.id, dueBy });
  else if (dispute.status !== 'under_review') emit(world, 'charge.dispute.closed', 'dispute', dispute);
  return dispute;
}
