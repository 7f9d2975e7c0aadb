// Disputes: a customer's bank takes money back while the case is open.
import { changeMetadata, inRange, metadata, pageFields, range } from '../api/common-params.ts';
import { refuse } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOf } from '../api/pages.ts';
import { clearable, flag, object, optional, text, type Parsed } from '../api/params.ts';
import { convert } from '../arithmetic/currencies.ts';
import { emit, update } from '../world/events.ts';
import type { Charge, Dispute } from '../world/records.ts';
import { render, renderById, type JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';
import { record } from './balance-transactions.ts';

const DISPUTE_FEE_EUROCENTS = 2000;
const DAYS_TO_RESPOND = 9;

const textEvidence = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_tracking_number',
  'uncategorized_text',
] as const;
type TextEvidence = Partial<Record<(typeof textEvidence)[number], string | null>>;

const noEvidence: Dispute['evidence'] = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

/** Money goes out, or comes back, with an adjustment on the balance. */
function move(world: World, dispute: Dispute, charge: Charge, direction: -1 | 1): Dispute {
  const { defaultCurrency: currency } = world.settings;
  const amount = convert(dispute.amount, charge.currency, currency) * direction;
  const fee =
    direction === -1
      ? { fee: { amount: convert(DISPUTE_FEE_EUROCENTS, 'eur', currency), description: 'Dispute fee' } }
      : {};
  const transaction = record(world, {
    amount,
    ...fee,
    currency,
    type: 'adjustment',
    category: direction === -1 ? 'dispute' : 'dispute_reversal',
    source: dispute.id,
    description:
      direction === -1 ? `Chargeback withdrawal for ${charge.id}` : `Chargeback reversal for ${charge.id}`,
    availableOn: world.now(),
  });
  return world.put('dispute', {
    ...dispute,
    inner: { transactions: [...dispute.inner.transactions, transaction.id] },
  });
}

export function openDispute(world: World, charge: Charge, reason: string): Dispute {
  const id = world.id('du');
  const dispute = world.put('dispute', {
    id,
    object: 'dispute',
    amount: charge.amount - charge.amount_refunded,
    charge: charge.id,
    created: world.now(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: world.now() + DAYS_TO_RESPOND * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: {
        brand: charge.payment_method_details?.card?.brand ?? 'visa',
        case_type: 'chargeback',
        network_reason_code: '10.4',
        network: 'visa',
      },
      type: 'card',
    },
    reason,
    status: 'needs_response',
    inner: { transactions: [] },
  });
  world.put('charge', { ...charge, disputed: true, inner: { ...charge.inner, dispute: id } });
  const withdrawn = move(world, dispute, charge, -1);
  emit(world, 'charge.dispute.created', 'dispute', withdrawn);
  emit(world, 'charge.dispute.funds_withdrawn', 'dispute', withdrawn);
  return withdrawn;
}

/** The bank decides, or the business gives in. */
export function closeDispute(world: World, dispute: Dispute, status: 'won' | 'lost'): Dispute {
  const charge = world.get('charge', dispute.charge);
  const closed = update(world, 'charge.dispute.updated', 'dispute', dispute, {
    ...dispute,
    is_charge_refundable: false,
    status,
  });
  const settledDispute = status === 'won' ? move(world, closed, charge, 1) : closed;
  if (status === 'won') emit(world, 'charge.dispute.funds_reinstated', 'dispute', settledDispute);
  emit(world, 'charge.dispute.closed', 'dispute', settledDispute);
  return settledDispute;
}

const evidenceField = clearable(text(20_000));
const changeFields = {
  evidence: optional(
    object({
      access_activity_log: evidenceField,
      billing_address: evidenceField,
      cancellation_policy_disclosure: evidenceField,
      cancellation_rebuttal: evidenceField,
      customer_email_address: evidenceField,
      customer_name: evidenceField,
      customer_purchase_ip: evidenceField,
      duplicate_charge_explanation: evidenceField,
      duplicate_charge_id: evidenceField,
      product_description: evidenceField,
      refund_policy_disclosure: evidenceField,
      refund_refusal_explanation: evidenceField,
      service_date: evidenceField,
      shipping_address: evidenceField,
      shipping_carrier: evidenceField,
      shipping_date: evidenceField,
      shipping_tracking_number: evidenceField,
      uncategorized_text: evidenceField,
    }),
  ),
  metadata: clearable(metadata),
  submit: optional(flag),
};

/** Evidence that decides a case in Stripe's test mode. */
function verdictOf(dispute: Dispute): 'won' | 'lost' | null {
  if (dispute.evidence.uncategorized_text === 'winning_evidence') return 'won';
  return dispute.evidence.uncategorized_text === 'losing_evidence' ? 'lost' : null;
}

function change(world: World, params: Parsed<typeof changeFields>, id: string): JsonObject {
  const before = world.get('dispute', id);
  if (before.status !== 'needs_response') throw refuse('This dispute is already closed or under review.', {});
  const sent: TextEvidence = {};
  for (const name of textEvidence) {
    const value = params.evidence?.[name];
    if (value !== undefined) sent[name] = value;
  }
  const evidence = { ...before.evidence, ...sent };
  const submits = params.submit === true;
  const after = update(world, 'charge.dispute.updated', 'dispute', before, {
    ...before,
    evidence,
    evidence_details: {
      ...before.evidence_details,
      has_evidence: Object.values(evidence).some((value) => typeof value === 'string'),
      submission_count: before.evidence_details.submission_count + (submits ? 1 : 0),
      submission_method: submits ? 'manual' : before.evidence_details.submission_method,
    },
    metadata: changeMetadata(before.metadata, params.metadata),
    status: submits ? 'under_review' : before.status,
  });
  const verdict = submits ? verdictOf(after) : null;
  return render(world, 'dispute', verdict === null ? after : closeDispute(world, after, verdict));
}

export const disputeOperations: readonly Operation[] = [
  operation('GET /v1/disputes/:id', {}, (world, _params, id = '') => renderById(world, 'dispute', id)),
  operation('POST /v1/disputes/:id', changeFields, (world, params, id = '') => change(world, params, id)),
  operation('POST /v1/disputes/:id/close', {}, (world, _params, id = '') => {
    const dispute = world.get('dispute', id);
    if (dispute.status !== 'needs_response')
      throw refuse('This dispute is already closed or under review.', {});
    return render(world, 'dispute', closeDispute(world, dispute, 'lost'));
  }),
  operation(
    'GET /v1/disputes',
    { ...pageFields, charge: optional(text()), created: optional(range), payment_intent: optional(text()) },
    (world, params) =>
      pageOf(
        world,
        'dispute',
        '/v1/disputes',
        params,
        (dispute) =>
          inRange(dispute.created, params.created) &&
          (params.charge === undefined || dispute.charge === params.charge) &&
          (params.payment_intent === undefined || dispute.payment_intent === params.payment_intent),
      ),
  ),
];
