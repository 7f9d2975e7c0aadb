// Evidence of credit notes: by the mark on them, and before one is made, that Stripe still comes to what was approved.
import type { JsonObject, StripeObject, WriteOperation } from '../../stripe/request.ts';
import {
  type Evidence,
  type Finder,
  hasMark,
  inList,
  type Judgement,
  onTarget,
  type Search,
} from './search.ts';

type CreditNoteWrite = Extract<WriteOperation, `creditNotes.${string}`>;

export const CREDIT_NOTE_FINDERS: Readonly<Record<CreditNoteWrite, Finder>> = {
  'creditNotes.create': findCreditNote,
  'creditNotes.voidCreditNote': (search) => onTarget(search, 'credit_note', judgeVoid),
};

async function findCreditNote(search: Search): Promise<Evidence> {
  const { invoice } = search.request.params;
  const found = await inList(search, 'creditNotes', { invoice: invoice ?? null }, (object) =>
    hasMark(object, search),
  );
  return found.kind === 'absent' && search.step.attempts === 0 ? checkTotal(search, found) : found;
}

/** What was approved is what Stripe came to then; another sum is credited only when a person has seen it. */
async function checkTotal({ gateway, request, step }: Search, absent: Evidence): Promise<Evidence> {
  const expected = step.intent.expectTotal;
  if (expected === null) return absent;
  const answer = await gateway.previewCreditNote(withoutMark(request.params));
  // A refusal is the same that the write itself would meet, and there it is told with its reason.
  if (!answer.ok)
    return answer.failure.kind === 'refused' ? absent : { kind: 'unknown', failure: answer.failure };
  const total = answer.value['total'];
  return total === expected.amount
    ? absent
    : {
        kind: 'impossible',
        message: 'Stripe comes to another amount now than the one you approved. Look at it again.',
      };
}

function withoutMark({ metadata: _metadata, email_type: _email, ...params }: JsonObject): JsonObject {
  return params;
}

function judgeVoid(object: StripeObject): Judgement {
  return object['status'] === 'void' ? 'done' : 'absent';
}
