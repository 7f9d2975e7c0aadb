// Every type of event that matters, one at a time: it is kept, said in words, leads to the object being fetched, and is found on its timeline.
import { beforeAll, describe, expect, it } from 'vitest';
import { listEvents, listEventsOf } from '../../../main/invoicing/list-events.ts';
import { readEvent } from '../../../main/stripe/event-snapshot.ts';
import type { Gateway, StripeObject } from '../../../main/stripe/request.ts';
import { eventPosition } from '../../../main/store/sync-position.ts';
import { createSync } from '../../../main/sync/scheduler.ts';
import { KNOWN_EVENT_TYPES } from '../../../shared/text/event-words.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { applyAll } from '../../support/mirror.ts';
import { type Recorded, recordEvents } from '../../support/recorded-events.ts';
import { useContext as contextOver } from '../../support/use-context.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import type { Db } from '../../../main/store/database.ts';

/** What a desktop that cannot receive webhooks must not miss. */
const ESSENTIAL = `
  customer.created customer.updated customer.deleted
  invoice.created invoice.updated invoice.deleted invoice.finalized invoice.finalization_failed invoice.sent invoice.paid
  invoice.payment_succeeded invoice.payment_failed invoice.payment_action_required invoice.overpaid invoice.overdue
  invoice.will_be_due invoice.voided invoice.marked_uncollectible
  invoiceitem.created invoiceitem.deleted invoice_payment.paid
  payment_intent.created payment_intent.processing payment_intent.requires_action payment_intent.succeeded
  payment_intent.payment_failed payment_intent.canceled
  charge.succeeded charge.pending charge.failed charge.updated charge.refunded
  refund.created refund.updated refund.failed
  credit_note.created credit_note.updated credit_note.voided
  charge.dispute.created charge.dispute.updated charge.dispute.closed charge.dispute.funds_withdrawn
  charge.dispute.funds_reinstated
  customer.subscription.created customer.subscription.updated customer.subscription.deleted
  customer.subscription.paused customer.subscription.resumed customer.subscription.trial_will_end
  product.created product.updated product.deleted price.created price.updated price.deleted
  tax_rate.created tax_rate.updated coupon.created coupon.updated coupon.deleted
  payout.created payout.updated payout.paid payout.failed payout.canceled payout.reconciliation_completed
  balance.available`
  .split(/\s+/)
  .filter((type) => type !== '');

/** These have no object that is kept: the note itself is all there is to them. */
const TELLS_ONLY = new Set(['invoice.upcoming', 'file.created']);

let recorded: Recorded;
beforeAll(async () => {
  recorded = await recordEvents();
});

interface Heard {
  readonly db: Db;
  /** What was asked of Stripe: `invoice in_1`, `balance`. */
  readonly asked: readonly string[];
}

/** A program that knows the customer and has only ever heard this one event. */
async function hear(event: StripeObject): Promise<Heard> {
  const { bench } = recorded;
  const db = memoryDb();
  const owner = readEvent(event)?.data.object.customer;
  const customer = owner ? await bench.gateway.get('customer', owner) : null;
  if (customer?.ok === true && customer.value) applyAll(db, [customer.value]);
  const asked: string[] = [];
  const created = Number(event['created']);
  eventPosition.write(db, { watermark: created - 60 });
  const clock = createVirtualClock(bench.clock.now());
  const gateway: Gateway = {
    ...bench.gateway,
    list: async (resource, params) =>
      resource === 'events'
        ? { ok: true, value: { data: [event], hasMore: false }, requestId: null, stripeTime: created + 5 }
        : bench.gateway.list(resource, params),
    get: async (object, id) => {
      asked.push(`${object} ${id}`);
      return bench.gateway.get(object, id);
    },
    balance: async () => {
      asked.push('balance');
      return bench.gateway.balance();
    },
  };
  const sync = createSync({
    ...bench.parts,
    db,
    gateway,
    clock,
    random: () => 0.5,
    pace: 'normal',
    announce: () => undefined,
    onKeyRefused: () => undefined,
    onReached: () => undefined,
    onRested: () => undefined,
  });
  sync.start();
  await clock.advance(1_000);
  expect(sync.status()).toMatchObject({ error: null, phase: 'idle' });
  await sync.stop();
  return { db, asked };
}

function eventOf(type: string): StripeObject {
  const event = recorded.events.get(type);
  if (!event) throw new Error(`No event of the type ${type} was recorded`);
  return event;
}

const PARENTS: Readonly<Record<string, string>> = {
  invoiceitem: 'invoice',
  invoice_payment: 'invoice',
  tax_id: 'customer',
  discount: 'customer',
  card: 'customer',
  bank_account: 'customer',
  cash_balance: 'customer',
  customer_cash_balance_transaction: 'customer',
  mandate: 'payment_method',
};

/** What must be asked for again after an event of this kind. */
function expectedRequest(event: StripeObject): string {
  const snapshot = readEvent(event);
  const subject = snapshot?.data.object;
  if (!subject || subject.object === 'balance') return 'balance';
  // A charge comes with its payment.
  if (subject.object === 'charge' && subject.payment_intent)
    return `payment_intent ${subject.payment_intent}`;
  const parent = PARENTS[subject.object];
  const ids = {
    invoice: subject.invoice,
    customer: subject.customer,
    payment_method: subject.payment_method,
  };
  return parent === undefined
    ? `${subject.object} ${subject.id}`
    : `${parent} ${ids[parent as keyof typeof ids] ?? ''}`;
}

/** The page on whose timeline it is looked for. */
function timelineOf(event: StripeObject): Parameters<typeof listEventsOf>[1] | null {
  const snapshot = readEvent(event);
  const subject = snapshot?.data.object;
  if (!snapshot || !subject) return null;
  const payment =
    subject.payment_intent ?? subject.charge ?? (subject.object === 'payment_intent' ? subject.id : null);
  if (snapshot.type.endsWith('.deleted') && subject.id) return { kind: 'object', id: subject.id };
  if (subject.object === 'invoice' && subject.id) return { kind: 'invoice', id: subject.id };
  if (subject.invoice) return { kind: 'invoice', id: subject.invoice };
  if (payment) return { kind: 'payment', id: payment };
  if (subject.object === 'customer' && subject.id) return { kind: 'customer', id: subject.id };
  if (/^(customer|cash_balance)/.test(snapshot.type) && subject.customer)
    return { kind: 'customer', id: subject.customer };
  return subject.id ? { kind: 'object', id: subject.id } : null;
}

describe('the types of events', () => {
  it('that matter all have words of their own', () => {
    expect(ESSENTIAL.filter((type) => !KNOWN_EVENT_TYPES.includes(type))).toEqual([]);
    expect(ESSENTIAL.length).toBeGreaterThan(60);
  });

  it('that have words have been recorded, most of them as the simulator wrote them', () => {
    expect(KNOWN_EVENT_TYPES.filter((type) => !recorded.events.has(type))).toEqual([]);
    const made = KNOWN_EVENT_TYPES.filter(
      (type) => eventOf(type).id.startsWith('evt_customer.') || eventOf(type).id.includes('.'),
    );
    expect(made.length).toBeLessThan(KNOWN_EVENT_TYPES.length / 2);
  });
});

describe.each(KNOWN_EVENT_TYPES)('%s', (type) => {
  it('is kept, makes the object be fetched, and is said in words where the object is shown', async () => {
    const event = eventOf(type);
    const { db, asked } = await hear(event);
    expect(asked).toContain(TELLS_ONLY.has(type) ? 'balance' : expectedRequest(event));

    const context = contextOver({ db });
    const { rows } = listEvents(context, { limit: 10 });
    expect(rows).toMatchObject([{ id: event.id, type, at: event['created'] }]);
    expect(rows[0]?.text).not.toMatch(/[._]/);
    const timeline = timelineOf(event);
    const told = timeline === null ? rows : listEventsOf(context, timeline).rows;
    expect(told.map(({ id }) => id)).toEqual([event.id]);
  });
});

describe('an event that nobody knows', () => {
  it('is kept and read out as it stands, and stops nothing', async () => {
    const base = eventOf('customer.updated');
    const object = { id: 'thing_1', object: 'future.thing', amount: 1.5, currency: 'x', status: { deep: 1 } };
    const event = { ...base, id: 'evt_future', type: 'future.thing_happened', data: { object } };
    const { db, asked } = await hear(event);
    expect(asked).toEqual(['balance']);
    const { rows } = listEvents(contextOver({ db }), { limit: 10 });
    expect(rows).toMatchObject([
      { id: 'evt_future', text: 'Future thing happened', detail: null, objectId: 'thing_1', place: null },
    ]);
  });
});
