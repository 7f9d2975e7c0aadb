// The operations on disputes.
import { changeMetadata, inRange, metadata, pageFields, range } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOf } from '../../api/pages.ts';
import { clearable, flag, oneOf, optional, text, type Parsed } from '../../api/params.ts';
import { update } from '../../world/events.ts';
import type { Dispute } from '../../world/records.ts';
import { render, renderById, type JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { answerableStatuses, closeDispute, escalate, planVerdict } from './decide.ts';
import { withEligibility } from './compelling-evidence.ts';
import { changedEvidence, evidenceRule, hasEvidence } from './evidence.ts';

const changeFields = {
  evidence: optional(evidenceRule),
  intended_submission_method: optional(
    oneOf('manual', 'prefer_manual', 'prefer_smart_disputes', 'smart_disputes'),
  ),
  metadata: clearable(metadata),
  submit: optional(flag),
};

const submitted: Readonly<Record<string, string>> = {
  needs_response: 'under_review',
  warning_needs_response: 'warning_under_review',
  appeal_needs_response: 'appeal_under_review',
};

/** What Stripe's test mode makes of certain words (docs.stripe.com/testing#disputes). */
function decideByWord(world: World, dispute: Dispute): Dispute {
  const word = dispute.evidence.uncategorized_text;
  if (word === 'winning_evidence') return closeDispute(world, dispute, 'won');
  if (word === 'losing_evidence') return closeDispute(world, dispute, 'lost');
  if (word === 'escalate_inquiry_evidence' && dispute.status === 'warning_under_review')
    return escalate(world, dispute);
  return dispute;
}

function requireAnswerable(dispute: Dispute): void {
  if (!answerableStatuses.has(dispute.status))
    throw refuse('This dispute is already closed or under review, so its evidence can no longer change.', {
      param: 'evidence',
    });
}

/** Evidence is sent to the bank unless the call says that it is only to be kept (SDK Disputes.d.ts submit). */
function change(world: World, params: Parsed<typeof changeFields>, id: string): JsonObject {
  const before = world.get('dispute', id);
  const submits = params.submit ?? params.evidence !== undefined;
  if (submits || params.evidence !== undefined) requireAnswerable(before);
  const evidence =
    params.evidence === undefined
      ? before.evidence
      : changedEvidence(world, before.evidence, params.evidence);
  if (submits && !hasEvidence(evidence) && !before.status.startsWith('appeal_'))
    throw refuse('You must provide evidence before it can be submitted.', { param: 'evidence' });
  const { due_by: dueBy, submission_count: count } = before.evidence_details;
  const answered: Dispute = {
    ...before,
    evidence,
    evidence_details: {
      ...before.evidence_details,
      has_evidence: hasEvidence(evidence),
      ...(submits
        ? {
            past_due: dueBy !== null && world.accountNow() > dueBy,
            submission_count: count + 1,
            submission_method: 'manual',
          }
        : {}),
    },
    intended_submission_method: params.intended_submission_method ?? before.intended_submission_method,
    metadata: changeMetadata(before.metadata, params.metadata),
    status: submits ? (submitted[before.status] ?? before.status) : before.status,
  };
  const judged = withEligibility(world, answered);
  const after = update(world, 'charge.dispute.updated', 'dispute', before, judged);
  if (submits) planVerdict(world, after);
  return render(world, 'dispute', submits ? decideByWord(world, after) : after);
}

export const disputeOperations: readonly Operation[] = [
  operation('GET /v1/disputes/:id', {}, (world, _params, id = '') => renderById(world, 'dispute', id)),
  operation('POST /v1/disputes/:id', changeFields, (world, params, id = '') => change(world, params, id)),
  operation('POST /v1/disputes/:id/close', {}, (world, _params, id = '') => {
    const dispute = world.get('dispute', id);
    if (!answerableStatuses.has(dispute.status)) throw refuse('This dispute is already closed.', {});
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
