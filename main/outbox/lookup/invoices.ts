// Evidence of what was done to invoices.
import { z } from 'zod';
import type { StripeObject, WriteOperation } from '../../stripe/request.ts';
import { TOTAL_DIFFERS } from '../explain.ts';
import { type OutboxStep, stepMark } from '../step.ts';
import { findCharge } from './charges.ts';
import { findRemoved, findRevision, isRevision, judgeReplaced, ofCustomer } from './revisions.ts';
import {
  type Evidence,
  type Finder,
  hasAllMetadata,
  hasMark,
  inList,
  type Judgement,
  onTarget,
  type Search,
  sinceFloor,
} from './search.ts';

/** Events are kept 30 days; beyond this nobody can say whether an e-mail went out. */
const EVENT_HORIZON_SECONDS = 29 * 86_400;

type InvoiceWrite = Extract<WriteOperation, `invoices.${string}`>;

export const INVOICE_FINDERS: Readonly<Record<InvoiceWrite, Finder>> = {
  'invoices.create': (search) =>
    isRevision(search) ? findRevision(search) : ofCustomer(search, search.request.params['customer'] ?? null),
  'invoices.addLines': findLines,
  'invoices.removeLines': findRemoved,
  'invoices.finalizeInvoice': findFinalized,
  'invoices.sendInvoice': findSent,
  'invoices.voidInvoice': (search) =>
    onTarget(search, 'invoice', (object) => judgeStatus(object, ['void'], ['open', 'uncollectible'])),
  'invoices.markUncollectible': (search) =>
    onTarget(search, 'invoice', (object) => judgeStatus(object, ['uncollectible'], ['open'])),
  'invoices.pay': (search) =>
    search.request.params['paid_out_of_band'] === true
      ? onTarget(search, 'invoice', (object) => judgeStatus(object, ['paid'], ['open', 'uncollectible']))
      : findCharge(search),
  'invoices.update': (search) =>
    onTarget(search, 'invoice', (object) => (hasAllMetadata(object, search) ? 'done' : 'absent')),
  'invoices.del': findDeleted,
};

async function findFinalized(search: Search): Promise<Evidence> {
  const { step } = search;
  const found = await onTarget(search, 'invoice', (object) => judgeFinalize(object, step));
  return found.kind === 'absent' && step.intent.replaces !== undefined
    ? judgeReplaced(search, step.intent.replaces, found)
    : found;
}

function judgeStatus(object: StripeObject, done: readonly string[], possible: readonly string[]): Judgement {
  const status = String(object['status']);
  if (done.includes(status)) return 'done';
  return possible.includes(status) ? 'absent' : { impossible: `At Stripe the invoice is ${status} now.` };
}

/** An approved total that Stripe's own arithmetic does not reach is never issued without a person. */
function judgeFinalize(object: StripeObject, { intent }: OutboxStep): Judgement {
  if (object['status'] !== 'draft') return 'done';
  const expected = intent.expectTotal;
  if (expected === null || object['total'] === expected.amount) return 'absent';
  return { review: `${TOTAL_DIFFERS}:${String(object['total'])}` };
}

async function findLines(search: Search): Promise<Evidence> {
  const invoice = search.request.target ?? '';
  const lines = await inList(search, 'invoiceLines', { invoice }, (object) => hasMark(object, search));
  if (lines.kind !== 'done') return lines;
  // The lines are there: the invoice they belong to is what gets applied.
  return onTarget(search, 'invoice', () => 'done');
}

const SentEvent = z.object({
  data: z.object({ object: z.object({ id: z.string() }) }),
  request: z.object({ idempotency_key: z.string().nullish() }).nullish(),
});

/** An e-mail leaves no trace but its event: by our key, or for a first send by anybody's, since a second e-mail must not follow. */
async function findSent(search: Search): Promise<Evidence> {
  const { step, request } = search;
  const mark = `${stepMark(step.operationId, step.position)}:`;
  const sent = await inList(search, 'events', { type: 'invoice.sent', ...sinceFloor(search) }, (event) => {
    const { data: told } = SentEvent.safeParse(event);
    if (told?.data.object.id !== request.target) return false;
    return step.intent.again !== true || told.request?.idempotency_key?.startsWith(mark) === true;
  });
  if (sent.kind === 'done') return onTarget(search, 'invoice', () => 'done');
  if (sent.kind !== 'absent' || !isBeyondEvents(sent.stripeTime, step.floor)) return sent;
  // Its event may be gone; but nothing was sent before the invoice was issued.
  const { stripeTime } = sent;
  return onTarget(search, 'invoice', (object) =>
    isBeyondEvents(stripeTime, issuedAt(object)) ? { review: 'send-horizon' } : 'absent',
  );
}

function isBeyondEvents(stripeTime: number | null, since: number): boolean {
  return stripeTime !== null && stripeTime - since > EVENT_HORIZON_SECONDS;
}

const Issued = z.object({ status_transitions: z.object({ finalized_at: z.int() }) });

/** Unix seconds; 0 when Stripe does not say. */
function issuedAt(object: StripeObject): number {
  return Issued.safeParse(object).data?.status_transitions.finalized_at ?? 0;
}

async function findDeleted({ gateway, request }: Search): Promise<Evidence> {
  const id = request.target ?? '';
  const answer = await gateway.get('invoice', id);
  if (!answer.ok) return { kind: 'unknown', failure: answer.failure };
  const { value: object, stripeTime } = answer;
  if (object === null || object['deleted'] === true) {
    return { kind: 'done', object: object ?? { id, object: 'invoice', deleted: true }, stripeTime };
  }
  return object['status'] === 'draft'
    ? { kind: 'absent', stripeTime }
    : {
        kind: 'impossible',
        message: `At Stripe the invoice is ${String(object['status'])} now and cannot be deleted.`,
      };
}
