// Did it happen? Looks at Stripe for the effect of a step before anything is sent, the first time and every time.
import { z } from 'zod';
import type {
  FrozenRequest,
  Gateway,
  Json,
  JsonObject,
  ListPage,
  ListResource,
  ReadFailure,
  ReadOutcome,
  StripeObject,
  WriteOperation,
} from '../stripe/request.ts';
import type { OutboxStep } from './step.ts';
import { stepMark } from './step.ts';

export type Evidence =
  /** It has happened; `object` is what to apply. */
  | { readonly kind: 'done'; readonly object: StripeObject; readonly stripeTime: number | null }
  | { readonly kind: 'absent'; readonly stripeTime: number | null }
  /** Stripe could not be asked. */
  | { readonly kind: 'unknown'; readonly failure: ReadFailure }
  /** It has not happened and cannot any more. */
  | { readonly kind: 'impossible'; readonly message: string }
  /** A person has to decide. */
  | { readonly kind: 'review'; readonly message: string };

/** Lists reach back this much before the floor, seconds: Stripe's clocks may differ among themselves. */
const SLACK_SECONDS = 600;
/** Events are kept 30 days; beyond this nobody can say whether an e-mail went out. */
const EVENT_HORIZON_SECONDS = 29 * 86_400;

interface Search {
  readonly gateway: Gateway;
  readonly step: OutboxStep;
  readonly request: FrozenRequest;
}

type Finder = (search: Search) => Promise<Evidence>;

/** The evidence for each write, by a consistent read. */
const FINDERS: Readonly<Record<WriteOperation, Finder>> = {
  'customers.create': (search) =>
    inList(search, 'customers', sinceFloor(search), (object) =>
      sameMetadata(object, search, 'quittance_customer'),
    ),
  'customers.update': (search) =>
    onTarget(search, 'customer', (object) => (hasMark(object, search) ? 'done' : 'absent')),
  'customers.createTaxId': (search) =>
    onTarget(search, 'customer', (object) => (hasTaxId(object, search) ? 'done' : 'absent')),
  'customers.deleteTaxId': (search) =>
    onTarget(search, 'customer', (object) => (hasTaxId(object, search) ? 'absent' : 'done')),
  'taxRates.create': (search) =>
    inList(search, 'taxRates', sinceFloor(search), (object) =>
      sameMetadata(object, search, 'quittance_tax_rate'),
    ),
  'coupons.create': (search) => exists(search, 'coupon', textOf(search.request.params['id'])),
  'invoices.create': (search) =>
    inList(
      search,
      'invoices',
      { customer: search.request.params['customer'] ?? null, ...sinceFloor(search) },
      (object) => hasMark(object, search),
    ),
  'invoices.addLines': findLines,
  'invoices.finalizeInvoice': (search) =>
    onTarget(search, 'invoice', (object) => judgeFinalize(object, search.step)),
  'invoices.sendInvoice': findSent,
  'invoices.voidInvoice': (search) =>
    onTarget(search, 'invoice', (object) => judgeStatus(object, ['void'], ['open', 'uncollectible'])),
  'invoices.markUncollectible': (search) =>
    onTarget(search, 'invoice', (object) => judgeStatus(object, ['uncollectible'], ['open'])),
  'invoices.pay': (search) =>
    onTarget(search, 'invoice', (object) => judgeStatus(object, ['paid'], ['open', 'uncollectible'])),
  'invoices.del': findDeleted,
  'refunds.create': (search) =>
    inList(search, 'refunds', refundFilter(search), (object) => hasMark(object, search)),
};

export function lookUp(gateway: Gateway, step: OutboxStep, request: FrozenRequest): Promise<Evidence> {
  return FINDERS[request.operation]({ gateway, step, request });
}

function sinceFloor({ step }: Search): JsonObject {
  return { created: { gte: Math.max(0, step.floor - SLACK_SECONDS) } };
}

function refundFilter({ request }: Search): JsonObject {
  const { payment_intent: intent, charge } = request.params;
  return intent === undefined ? { charge: charge ?? null } : { payment_intent: intent };
}

const Metadata = z.record(z.string(), z.string()).catch({});

function hasMark(object: StripeObject, { step }: Search): boolean {
  return (
    Metadata.parse(object['metadata'])['quittance_operation'] === stepMark(step.operationId, step.position)
  );
}

/** Whether the object carries our own id, as the request puts it there. */
function sameMetadata(object: StripeObject, { request }: Search, name: string): boolean {
  const wanted = Metadata.parse(request.params['metadata'])[name];
  return wanted !== undefined && Metadata.parse(object['metadata'])[name] === wanted;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

const TaxIds = z.object({ data: z.array(z.object({ id: z.string(), type: z.string(), value: z.string() })) });

function hasTaxId(object: StripeObject, { request }: Search): boolean {
  const known = TaxIds.safeParse(object['tax_ids']).data?.data ?? [];
  const { tax_id: id, type, value } = request.params;
  return known.some((taxId) =>
    id === undefined ? taxId.type === type && taxId.value === value : taxId.id === id,
  );
}

/** Pages through a list until the effect is found or the list ends. */
async function inList(
  { gateway }: Search,
  resource: ListResource,
  params: JsonObject,
  isIt: (object: StripeObject) => boolean,
): Promise<Evidence> {
  let after: string | null = null;
  for (;;) {
    const page: ReadOutcome<ListPage> = await gateway.list(resource, {
      ...params,
      limit: 100,
      ...(after === null ? {} : { starting_after: after }),
    });
    if (!page.ok) return { kind: 'unknown', failure: page.failure };
    const found = page.value.data.find(isIt);
    if (found) return { kind: 'done', object: found, stripeTime: page.stripeTime };
    const last = page.value.data.at(-1);
    if (!page.value.hasMore || !last) return { kind: 'absent', stripeTime: page.stripeTime };
    after = last.id;
  }
}

type Judgement = 'done' | 'absent' | { readonly impossible: string } | { readonly review: string };

async function onTarget(
  { gateway, request }: Search,
  type: string,
  judge: (object: StripeObject) => Judgement,
): Promise<Evidence> {
  const answer = await gateway.get(type, request.target ?? '');
  if (!answer.ok) return { kind: 'unknown', failure: answer.failure };
  const { value: object, stripeTime } = answer;
  if (object === null || object['deleted'] === true) {
    return { kind: 'impossible', message: `Stripe no longer has this ${type}: it was deleted there.` };
  }
  const judgement = judge(object);
  if (judgement === 'done') return { kind: 'done', object, stripeTime };
  if (judgement === 'absent') return { kind: 'absent', stripeTime };
  return 'review' in judgement
    ? { kind: 'review', message: judgement.review }
    : { kind: 'impossible', message: judgement.impossible };
}

async function exists({ gateway }: Search, type: string, id: string): Promise<Evidence> {
  const answer = await gateway.get(type, id);
  if (!answer.ok) return { kind: 'unknown', failure: answer.failure };
  const { value: object, stripeTime } = answer;
  return object === null || object['deleted'] === true
    ? { kind: 'absent', stripeTime }
    : { kind: 'done', object, stripeTime };
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
  return { review: `total-differs:${String(object['total'])}` };
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
