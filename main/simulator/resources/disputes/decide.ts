// How a dispute goes on and ends: by the bank's word, by giving in, by time, or by an appeal.
import { plan } from '../../world/due.ts';
import { emit, update } from '../../world/events.ts';
import { chance } from '../../world/ids.ts';
import type { Dispute } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { refuse } from '../../api/failure.ts';
import { reinstate, withdraw } from './money.ts';

const DAY_SECONDS = 86_400;
const DAYS_TO_RESPOND = 9;
const SHARE_WON = 0.4;

export const openStatuses: ReadonlySet<string> = new Set([
  'needs_response',
  'under_review',
  'warning_needs_response',
  'warning_under_review',
  'appeal_needs_response',
  'appeal_under_review',
]);
export const answerableStatuses: ReadonlySet<string> = new Set([
  'needs_response',
  'warning_needs_response',
  'appeal_needs_response',
]);

function isInquiry(dispute: Dispute): boolean {
  return dispute.status.startsWith('warning_');
}

/** The bank decides, or the business gives in. An inquiry took nothing and only closes. */
export function closeDispute(world: World, dispute: Dispute, verdict: 'won' | 'lost'): Dispute {
  if (!openStatuses.has(dispute.status))
    throw refuse(`This dispute is already closed, with the status ${dispute.status}.`, {});
  const status = isInquiry(dispute) ? (verdict === 'won' ? 'warning_closed' : 'lost') : verdict;
  const takes = isInquiry(dispute) && verdict === 'lost';
  const closed = update(world, 'charge.dispute.updated', 'dispute', dispute, {
    ...dispute,
    is_charge_refundable: status !== 'lost',
    status,
  });
  if (takes) {
    const withdrawn = withdraw(world, closed);
    emit(world, 'charge.dispute.funds_withdrawn', 'dispute', withdrawn);
    emit(world, 'charge.dispute.closed', 'dispute', withdrawn);
    return withdrawn;
  }
  const settled = status === 'won' ? reinstate(world, closed) : closed;
  if (status === 'won') emit(world, 'charge.dispute.funds_reinstated', 'dispute', settled);
  emit(world, 'charge.dispute.closed', 'dispute', settled);
  return settled;
}

function askAgain(world: World, dispute: Dispute, status: string): Dispute {
  const dueBy = world.accountNow() + DAYS_TO_RESPOND * DAY_SECONDS;
  const asked = update(world, 'charge.dispute.updated', 'dispute', dispute, {
    ...dispute,
    evidence_details: { ...dispute.evidence_details, due_by: dueBy },
    is_charge_refundable: false,
    status,
  });
  plan(world, DAYS_TO_RESPOND * DAY_SECONDS * 1000, { kind: 'dispute-due', dispute: dispute.id, dueBy });
  return asked;
}

/** An inquiry becomes a chargeback: now the money is held. */
export function escalate(world: World, dispute: Dispute): Dispute {
  if (!isInquiry(dispute) || dispute.status === 'warning_closed')
    throw refuse('Only an open inquiry can become a chargeback.', {});
  const { card } = dispute.payment_method_details ?? {};
  const asked = askAgain(world, dispute, 'needs_response');
  const withdrawn = withdraw(world, {
    ...asked,
    ...(card === undefined
      ? {}
      : { payment_method_details: { card: { ...card, case_type: 'chargeback' }, type: 'card' } }),
  });
  emit(world, 'charge.dispute.funds_withdrawn', 'dispute', withdrawn);
  return withdrawn;
}

/** The network lets the business appeal against a lost case. */
export function offerAppeal(world: World, dispute: Dispute): Dispute {
  if (dispute.status !== 'lost') throw refuse('Only a lost dispute can be appealed.', {});
  return askAgain(world, dispute, 'appeal_needs_response');
}

/** The last day to answer has passed; under the rule `unansweredDispute` the case is lost by that or still waits. */
export function passDueDate(world: World, id: string, dueBy: number): void {
  const dispute = world.get('dispute', id);
  if (!answerableStatuses.has(dispute.status) || dispute.evidence_details.due_by !== dueBy) return;
  if (isInquiry(dispute)) return;
  if (world.settings.rules.unansweredDispute === 'lost') closeDispute(world, dispute, 'lost');
}

export function endInquiry(world: World, id: string): void {
  const dispute = world.get('dispute', id);
  if (isInquiry(dispute) && openStatuses.has(dispute.status)) closeDispute(world, dispute, 'won');
}

/** With the option `disputesDecidedAfterDays` banks decide by themselves. */
export function planVerdict(world: World, dispute: Dispute): void {
  const days = world.settings.disputesDecidedAfterDays;
  if (days !== null) plan(world, days * DAY_SECONDS * 1000, { kind: 'dispute-verdict', dispute: dispute.id });
}

export function bankDecides(world: World, id: string): void {
  const dispute = world.get('dispute', id);
  if (dispute.status.endsWith('under_review'))
    closeDispute(world, dispute, chance(world.settings.seed, id) < SHARE_WON ? 'won' : 'lost');
}
