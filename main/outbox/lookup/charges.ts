// Evidence of a charge. It leaves no mark of ours, so it is told by the state of the invoice and of what pays it, and by events with our key.
import { z } from 'zod';
import type { StripeObject } from '../../stripe/request.ts';
import { AMOUNT_DIFFERS } from '../explain.ts';
import { type Evidence, type Finder, inList, onTarget, type Search, sinceFloor } from './search.ts';

/**
 * A payment intent succeeds once, and an invoice asks through one at a time: so an invoice that is paid, or whose payment is on its
 * way, must not be charged, whoever began that. What is left is whether this very attempt was made and refused.
 */
export const findCharge: Finder = async (search) => {
  const invoice = await onTarget(search, 'invoice', judgeInvoice);
  if (invoice.kind !== 'absent') return invoice;
  const payments = await openPayments(search);
  if ('kind' in payments) return payments;
  for (const payment of payments) {
    const verdict = judgePayment(payment, search);
    if (verdict) return verdict;
  }
  if (search.step.attempts > 0) {
    const attempt = await findAttempt(search);
    if (attempt.kind !== 'absent') return attempt;
  }
  return onTarget(search, 'invoice', (object) => judgeAmount(object, search));
};

function judgeInvoice(object: StripeObject): 'done' | 'absent' | { readonly impossible: string } {
  const status = String(object['status']);
  if (status === 'paid') return 'done';
  return status === 'open' || status === 'uncollectible'
    ? 'absent'
    : { impossible: `At Stripe the invoice is ${status} now.` };
}

const InvoicePayment = z.object({
  status: z.string(),
  payment: z.object({ payment_intent: z.string().nullish() }),
});

/** The intents through which the invoice still asks for money. */
async function openPayments({
  gateway,
  request,
}: Search): Promise<readonly StripeObject[] | Extract<Evidence, { kind: 'unknown' }>> {
  const list = await gateway.list('invoicePayments', { invoice: request.target ?? '', limit: 100 });
  if (!list.ok) return { kind: 'unknown', failure: list.failure };
  const intents: StripeObject[] = [];
  for (const object of list.value.data) {
    const told = InvoicePayment.safeParse(object).data;
    const id = told?.status === 'open' ? told.payment.payment_intent : null;
    if (!id) continue;
    const intent = await gateway.get('payment_intent', id);
    if (!intent.ok) return { kind: 'unknown', failure: intent.failure };
    if (intent.value) intents.push(intent.value);
  }
  return intents;
}

const UNDER_WAY = new Set(['processing', 'succeeded']);

function judgePayment(intent: StripeObject, { step }: Search): Evidence | null {
  const status = String(intent['status']);
  if (UNDER_WAY.has(status)) return { kind: 'done', object: intent, stripeTime: null };
  if (status === 'requires_capture')
    return { kind: 'impossible', message: 'A payment of this invoice is authorised already.' };
  // Before our first attempt it is the customer who is at it; after one, the bank has answered it so.
  return status === 'requires_action' && step.attempts > 0 ? refusal('authentication_required', null) : null;
}

const OwnEvent = z.object({
  type: z.string(),
  request: z.object({ idempotency_key: z.string().nullish() }).nullish(),
  data: z.object({
    object: z.object({
      id: z.string(),
      last_payment_error: z
        .object({
          code: z.string().nullish(),
          decline_code: z.string().nullish(),
          message: z.string().nullish(),
        })
        .nullish(),
    }),
  }),
});

/** Stripe keeps events 30 days; beyond this nobody can say whether an attempt was made that has failed since. */
const EVENT_HORIZON_SECONDS = 29 * 86_400;

const TOLD_BY = [
  'payment_intent.processing',
  'payment_intent.succeeded',
  'payment_intent.requires_action',
  'payment_intent.payment_failed',
];

/** What came of this very attempt: its events carry our key. A debit that was begun may have failed since. */
async function findAttempt(search: Search): Promise<Evidence> {
  const { step, gateway } = search;
  const isOurs = (event: StripeObject): boolean =>
    OwnEvent.safeParse(event).data?.request?.idempotency_key === step.key;
  const found = await inList(search, 'events', { types: TOLD_BY, ...sinceFloor(search) }, isOurs);
  if (found.kind === 'absent') {
    const age = found.stripeTime === null ? 0 : found.stripeTime - step.floor;
    return age > EVENT_HORIZON_SECONDS ? { kind: 'review', message: 'charge-horizon' } : found;
  }
  const told = found.kind === 'done' ? OwnEvent.safeParse(found.object).data : undefined;
  if (!told) return found;
  const { id, last_payment_error: error } = told.data.object;
  if (told.type === 'payment_intent.payment_failed')
    return refusal(error?.decline_code ?? error?.code ?? null, error?.message ?? null);
  if (told.type === 'payment_intent.requires_action') return refusal('authentication_required', null);
  const intent = await gateway.get('payment_intent', id);
  if (!intent.ok) return { kind: 'unknown', failure: intent.failure };
  return intent.value === null
    ? { kind: 'absent', stripeTime: intent.stripeTime }
    : { kind: 'done', object: intent.value, stripeTime: intent.stripeTime };
}

function refusal(code: string | null, message: string | null): Evidence {
  return { kind: 'refused', code, message: message ?? 'The payment did not go through.' };
}

/** The bookkeeper accepted an amount: another one is charged only when a person says so. */
function judgeAmount(object: StripeObject, { step }: Search): 'absent' | { readonly review: string } {
  const expected = step.intent.expectTotal;
  const remaining = object['amount_remaining'];
  return expected === null || remaining === expected.amount
    ? 'absent'
    : { review: `${AMOUNT_DIFFERS}:${String(remaining)}` };
}
