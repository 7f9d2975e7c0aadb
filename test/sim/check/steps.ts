// I3 and I4: what is said to be done has come about, and what is said to have failed has not.
import type { OutboxStep } from '../../../main/outbox/step.ts';
import { stepMark } from '../../../main/outbox/step.ts';
import type { Db } from '../../../main/store/database.ts';
import { stepsOf } from '../../../main/store/outbox.ts';
import type { WriteOperation } from '../../../main/stripe/request.ts';
import { EVERY_EFFECT } from './effects.ts';
import type { StripeWorld } from './world.ts';

type Holds = (world: StripeWorld, step: OutboxStep) => boolean;

/** What is found done before anything was sent has no request. */
const target = ({ request, resultId }: OutboxStep): string | null => request?.target ?? resultId;

/** It is there, or was: something may have been deleted since. */
const made =
  (type: Parameters<StripeWorld['find']>[0]): Holds =>
  (world, step) =>
    world.find(type, step.resultId) !== undefined || caused(world, step).size > 0;

const invoiceIs =
  (...states: readonly string[]): Holds =>
  (world, step) =>
    states.includes(String(world.find('invoice', target(step))?.['status']));

const gone =
  (type: Parameters<StripeWorld['find']>[0]): Holds =>
  (world, step) => {
    const object = world.find(type, target(step));
    return object === undefined || object['deleted'] === true;
  };

/** Of which only the object that was written to can tell, and which others may have changed again since. */
const there =
  (type: Parameters<StripeWorld['find']>[0]): Holds =>
  (world, step) =>
    world.find(type, target(step)) !== undefined;

const UNDER_WAY = new Set(['processing', 'succeeded']);

/** A new write without a way to tell whether it has come about does not compile. */
const HOLDS: Readonly<Record<WriteOperation, Holds>> = {
  'customers.create': made('customer'),
  'customers.update': there('customer'),
  'customers.del': gone('customer'),
  'customers.createTaxId': there('customer'),
  'customers.deleteTaxId': there('customer'),
  'taxRates.create': made('tax_rate'),
  'taxRates.update': there('tax_rate'),
  'coupons.create': made('coupon'),
  'coupons.del': (world, step) => world.deleted.has(target(step) ?? ''),
  'products.create': made('product'),
  'products.update': there('product'),
  'prices.create': made('price'),
  'prices.update': there('price'),
  'subscriptions.create': made('subscription'),
  'subscriptions.update': there('subscription'),
  'subscriptions.cancel': (world, step) =>
    ['canceled', 'incomplete_expired'].includes(String(world.find('subscription', target(step))?.['status'])),
  'invoices.create': made('invoice'),
  'invoices.update': there('invoice'),
  'invoices.del': gone('invoice'),
  'invoices.addLines': (world, step) =>
    linesOf(world, step) === 'once' || invoiceIs('undefined')(world, step),
  'invoices.removeLines': there('invoice'),
  'invoices.finalizeInvoice': invoiceIs('open', 'paid', 'void', 'uncollectible'),
  'invoices.sendInvoice': (world, step) => world.sent.has(target(step) ?? ''),
  'invoices.voidInvoice': invoiceIs('void'),
  'invoices.markUncollectible': invoiceIs('uncollectible', 'paid', 'void'),
  'invoices.pay': (world, step) => invoiceIs('paid')(world, step) || isBeingPaid(world, step),
  'refunds.create': made('refund'),
  'files.create': made('file'),
  'disputes.update': there('dispute'),
  'disputes.close': (world, step) => world.find('dispute', target(step))?.['status'] === 'lost',
  'creditNotes.create': made('credit_note'),
  'creditNotes.voidCreditNote': (world, step) =>
    world.find('credit_note', target(step))?.['status'] === 'void',
};

function isBeingPaid(world: StripeWorld, { resultId }: OutboxStep): boolean {
  return UNDER_WAY.has(String(world.find('payment_intent', resultId)?.['status']));
}

function caused(
  { effects }: StripeWorld,
  { operationId, position }: OutboxStep,
): ReadonlyMap<string, number> {
  return effects.get(stepMark(operationId, position)) ?? new Map<string, number>();
}

function linesOf(world: StripeWorld, step: OutboxStep): 'once' | 'missing' | 'repeated' {
  const mark = stepMark(step.operationId, step.position);
  const invoice = target(step);
  let [lines, marked] = [0, 0];
  for (const line of world.all('line_item')) {
    if (line['invoice'] !== invoice) continue;
    const { metadata } = line as { readonly metadata?: Readonly<Record<string, string>> };
    lines += 1;
    if (metadata?.['quittance_operation'] === mark) marked += 1;
  }
  const { lines: wanted } = step.intent.params;
  const count = Array.isArray(wanted) ? wanted.length : 0;
  if (marked === 0) return 'missing';
  return marked === count && lines >= marked ? 'once' : 'repeated';
}

/** In words; none when each step tells the truth. `since` is the last operation of before. */
export function untrueSteps(db: Db, world: StripeWorld, since: number): readonly string[] {
  return db
    .all<{ id: string; kind: string }>('SELECT id, kind FROM operation WHERE seq > ?', [since])
    .flatMap(({ id, kind }) => stepsOf(db, id).flatMap((step) => untrue(world, step, kind)));
}

function untrue(world: StripeWorld, step: OutboxStep, kind: string): readonly string[] {
  const { operation } = step.intent;
  if (step.state === 'done' && !HOLDS[operation](world, step))
    return [`I3: ${kind}: ${operation} ${step.key} is done, and it is not so at Stripe`];
  const effect = [...caused(world, step).keys()].find((type) => EVERY_EFFECT.has(type));
  if ((step.state === 'failed' || step.state === 'canceled') && effect !== undefined)
    return [`I4: ${kind}: ${operation} ${step.key} is ${step.state}, and at Stripe there is ${effect}`];
  return [];
}
