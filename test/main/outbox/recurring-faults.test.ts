// Every write to recurring invoices under every single fault: exactly one effect, or a person is asked. No period is invoiced twice.
import { describe, expect, it } from 'vitest';
import {
  planEndNow,
  planEndOfPeriod,
  planPause,
  planRecurringChange,
} from '../../../main/outbox/plan-recurring-change.ts';
import { recurringById } from '../../../main/store/recurring.ts';
import { createGateway } from '../../../main/stripe/gateway.ts';
import { storedObject } from '../../../main/sync/stored-object.ts';
import { acceptCustomer, acceptRecurring } from '../../support/accept-work.ts';
import { idOf } from '../../support/id-of.ts';
import { createOutboxBench, type OutboxBench } from '../../support/outbox-bench.ts';
import { FAULTS } from '../../support/outbox-faults.ts';

const DAY_MS = 86_400_000;

interface Story {
  readonly what: string;
  readonly path: string;
  readonly before: readonly ((bench: OutboxBench) => string)[];
  readonly accept: (bench: OutboxBench) => string;
  /** How many invoices there are at Stripe a little later. */
  readonly invoices: number;
  readonly subscription: object;
}

const subject = (operationId: string) => ({ operationId, recurringId: 'rec_1', customerName: 'Acme Ltd' });

/** Doubled, and charged for the rest of the period at once. */
function acceptMore(bench: OutboxBench): string {
  const stored = recurringById(bench.db, 'rec_1');
  if (!stored) throw new Error('It is there');
  const lines = stored.content.lines.map((line) => ({ ...line, quantity: 2 }));
  return bench.accept((operationId) => {
    const plan = planRecurringChange({
      ...subject(operationId),
      before: stored.content,
      after: { ...stored.content, lines },
      priced: stored,
      every: null,
      proration: 'at-once',
      end: undefined,
      newItems: new Map(),
    });
    if (!plan) throw new Error('It changes something');
    return plan;
  });
}

const half = async (bench: OutboxBench): Promise<void> => {
  await bench.clock.advance(10 * DAY_MS);
};

const STORIES: readonly Story[] = [
  {
    what: 'beginning',
    path: '/v1/subscriptions',
    before: [acceptCustomer],
    accept: (bench) => acceptRecurring(bench),
    invoices: 1,
    subscription: { status: 'active', cancel_at: null },
  },
  {
    what: 'setting its end',
    path: '/v1/subscriptions/*',
    before: [acceptCustomer],
    accept: (bench) => acceptRecurring(bench, { end: { kind: 'after', invoices: 3 } }),
    invoices: 1,
    subscription: { status: 'active' },
  },
  {
    what: 'changing it and charging the difference at once',
    path: '/v1/subscriptions/*',
    before: [acceptCustomer, (bench) => acceptRecurring(bench)],
    accept: acceptMore,
    invoices: 2,
    subscription: { items: { data: [{ quantity: 2 }] } },
  },
  {
    what: 'pausing it',
    path: '/v1/subscriptions/*',
    before: [acceptCustomer, (bench) => acceptRecurring(bench)],
    accept: (bench) => bench.accept((operationId) => planPause(subject(operationId), 'void', null)),
    invoices: 1,
    subscription: { pause_collection: { behavior: 'void' } },
  },
  {
    what: 'ending it with its period',
    path: '/v1/subscriptions/*',
    before: [acceptCustomer, (bench) => acceptRecurring(bench)],
    accept: (bench) => bench.accept((operationId) => planEndOfPeriod(subject(operationId))),
    invoices: 1,
    subscription: { cancel_at_period_end: true },
  },
];

async function lived(before: Story['before']): Promise<OutboxBench> {
  const bench = createOutboxBench();
  for (const accept of before) {
    accept(bench);
    await bench.rest();
  }
  if (before.length > 1) await half(bench);
  return bench;
}

describe.each(STORIES)('$what', (story) => {
  it.each(FAULTS)('comes to one effect under %j', async (fault) => {
    const bench = await lived(story.before);
    bench.simulator.control.faults.script([{ match: { method: 'POST', path: story.path }, fault }]);
    const id = story.accept(bench);
    await bench.rest();
    if (fault.kind === 'unauthorized') bench.worker().wake(true);
    await bench.rest();
    const asked = fault.kind === 'server_error' && fault.effect === 'none';
    expect(bench.state(id)).toBe(asked ? 'needs-review' : 'done');
    const subscriptions = bench.simulator.control.objects({ type: 'subscription' });
    const isBeginning = story.path === '/v1/subscriptions';
    expect(subscriptions).toHaveLength(asked && isBeginning ? 0 : 1);
    if (asked) return;
    expect(subscriptions[0]).toMatchObject(story.subscription);
    expect(bench.simulator.control.objects({ type: 'invoice' })).toHaveLength(story.invoices);
    expect(bench.simulator.control.objects({ type: 'product' })).toHaveLength(1);
    expect(recurringById(bench.db, 'rec_1')).toMatchObject({ stripe_id: subscriptions[0]?.['id'] });
  });
});

describe('ending it now', () => {
  it.each(FAULTS)('happens once under %j, though a DELETE has no key', async (fault) => {
    const bench = await lived([acceptCustomer, (made) => acceptRecurring(made)]);
    bench.simulator.control.faults.script([
      { match: { method: 'DELETE', path: '/v1/subscriptions/*' }, fault },
    ]);
    const id = bench.accept((operationId) => planEndNow(subject(operationId), true));
    await bench.rest();
    if (fault.kind === 'unauthorized') bench.worker().wake(true);
    await bench.rest();
    expect(bench.state(id)).toBe('done');
    expect(recurringById(bench.db, 'rec_1')).toMatchObject({ standing: 'ended' });
  });
});

it('never shows what an old answer said: an answer given again waits until Stripe tells how it is now', async () => {
  const bench = await lived([acceptCustomer, (made) => acceptRecurring(made)]);
  const path = '/v1/subscriptions/*';
  const { faults } = bench.simulator.control;
  faults.script([{ match: { method: 'POST', path }, fault: { kind: 'reset', effect: 'done' } }]);
  const id = bench.accept((operationId) => planPause(subject(operationId), 'void', null));
  await bench.clock.advance(1);
  expect(bench.state(id)).toBe('waiting');
  const stripeId = idOf(bench.simulator.control.objects({ type: 'subscription' })[0]);
  await elsewhere(bench, stripeId, { quittance_operation: 'of another computer' });
  // The first look finds another computer's mark, the second one follows the answer that was given again.
  faults.script([{ match: { method: 'GET', path, nth: 2 }, fault: { kind: 'malformed' } }]);
  await bench.rest();
  expect(bench.state(id)).toBe('done');
  expect(storedObject(bench.db, stripeId)).toMatchObject({
    metadata: { quittance_operation: 'of another computer' },
    pause_collection: { behavior: 'void' },
  });
});

/** Another computer writes to a recurring invoice. */
async function elsewhere(
  { simulator, clock }: OutboxBench,
  target: string,
  metadata: Readonly<Record<string, string>>,
): Promise<void> {
  const gateway = createGateway({
    apiKey: 'sk_test_elsewhere0',
    transport: { httpClient: simulator.httpClient },
    now: () => clock.now(),
    observe: () => undefined,
  });
  const request = { operation: 'subscriptions.update', target, params: { metadata } } as const;
  expect(await gateway.write(request, 'elsewhere', 1)).toMatchObject({ kind: 'accepted' });
}

it('shows that a person is asked when nobody knows whether its item was made', async () => {
  const bench = await lived([acceptCustomer]);
  bench.simulator.control.faults.script([
    { match: { method: 'POST', path: '/v1/products' }, fault: { kind: 'server_error', effect: 'none' } },
  ]);
  const id = acceptRecurring(bench);
  await bench.rest();
  expect(bench.state(id)).toBe('needs-review');
  expect(recurringById(bench.db, 'rec_1')).toMatchObject({ standing: 'needs-review' });
});
