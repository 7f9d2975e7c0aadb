// One dispute, whole: how it stands and until when, what Stripe took, the answer as it is written, and what happened.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { answerRefusal, daysToAnswer, disputeActions } from '../../../shared/domain/disputes.ts';
import { evidenceFields } from '../../../shared/domain/evidence.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { eligibilityWords } from '../../../shared/text/compelling-words.ts';
import {
  type DisputeFacts,
  happeningsOfDispute,
  type MoveFacts,
  movesOfDispute,
} from '../../store/dispute-detail.ts';
import { disputeRow } from '../../store/dispute-list.ts';
import { workOn } from '../../store/invoice-detail.ts';
import { invoicesPaidBy } from '../../store/payment-detail.ts';
import type { UseContext } from '../context.ts';
import { fileOf, isChanged, isEmpty, textOf } from './answer-state.ts';
import { compellingPart } from './compelling-part.ts';
import { knownTexts } from './known-texts.ts';
import { answerParts, existingDispute } from './subject.ts';
import { disputeTimeline } from './timeline.ts';

type Detail = CallOutput<'disputes.get'>;

export function getDispute(context: UseContext, { id }: ParsedInput<'disputes.get'>): Detail {
  const { db, locale } = context;
  const dispute = existingDispute(db, id);
  const moves = movesOfDispute(db, id);
  const work = workOn(db, [id]);
  const isBusy = work.some(({ state }) => state !== 'failed' && state !== 'needs-review');
  const state = { status: dispute.status, dueBy: dispute.due_by };
  return {
    ...disputeRow(dispute),
    daysLeft: daysToAnswer(dispute.due_by, context.now(), context.timeZone),
    chargeId: dispute.charge_id,
    paymentId: dispute.payment_id,
    networkReason: dispute.network_reason,
    isRefundable: dispute.refundable === 1,
    hasEvidence: dispute.has_evidence === 1,
    submissions: dispute.submissions,
    wasLate: dispute.was_late === 1,
    invoices: invoicesOf(context, dispute),
    moves: moves.map(moveOf),
    answer: answerOf(context, dispute, isBusy),
    actions: isBusy ? [] : [...disputeActions(state, context.now())],
    operations: work.map((operation) => operation.id),
    timeline: disputeTimeline({
      dispute,
      moves,
      happenings: happeningsOfDispute(db, id),
      money: (amount, currency) => formatMoney(amount, currency, locale),
    }),
  };
}

/** A fee that Stripe took apart from the money is a movement of no money but the fee. */
function moveOf({ id, type, day, currency, amount, fee, net }: MoveFacts): Detail['moves'][number] {
  const shared = { id, date: day, currency, net };
  return type === 'stripe_fee'
    ? { ...shared, kind: 'fee', gross: 0, fee: fee - amount }
    : { ...shared, kind: amount < 0 ? 'withdrawn' : 'returned', gross: amount, fee };
}

function invoicesOf({ db }: UseContext, dispute: DisputeFacts): Detail['invoices'] {
  return dispute.payment_id === null
    ? []
    : invoicesPaidBy(db, dispute.payment_id).map(({ id, number }) => ({ id, number }));
}

function answerOf(context: UseContext, dispute: DisputeFacts, isBusy: boolean): Detail['answer'] {
  const { db } = context;
  const parts = answerParts(db, dispute.id);
  const fields = evidenceFields(dispute.reason, dispute.status);
  const refusal = answerRefusal({ status: dispute.status, dueBy: dispute.due_by }, context.now());
  const suggested = refusal === null ? knownTexts(context, dispute.invoice_id) : {};
  // What was said beyond the fields of the reason, here or at Stripe, is shown as well.
  const texts = [...new Set([...fields.texts, ...namesOf(parts.atStripe.texts)])];
  const files = [...new Set([...fields.files, ...namesOf(parts.atStripe.files)])];
  return {
    refusal: refusal ?? (isBusy ? 'The answer is on its way to Stripe.' : null),
    texts: texts.map((field) => ({
      field,
      text: textOf(parts, field),
      suggestion: suggested[field] ?? '',
    })),
    files: files.map((field) => ({ field, file: fileOf(parts, field) })),
    isChanged: isChanged(parts),
    isEmpty: isEmpty(parts),
    eligibility: eligibilityWords(parts.compelling.atStripe),
    compelling: compellingPart(context, dispute, parts),
  };
}

/** The names of a record that was made with these names only. */
function namesOf<Name extends string>(said: Readonly<Partial<Record<Name, string>>>): readonly Name[] {
  // Object.keys forgets the names that the record states.
  return Object.keys(said) as Name[];
}
