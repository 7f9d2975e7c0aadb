// The deletion of a customer under every single fault: it happens once, though a DELETE has no key, and only then is anything erased here.
import { expect, it } from 'vitest';
import { planErasure } from '../../../main/outbox/plan-customer.ts';
import { acceptSend } from '../../support/accept-work.ts';
import { createOutboxBench, type OutboxBench } from '../../support/outbox-bench.ts';
import { FAULTS } from '../../support/outbox-faults.ts';

interface Row {
  readonly name: string;
  readonly stripe_id: string;
  readonly erased_at: number | null;
  readonly work: string | null;
}

const row = (bench: OutboxBench): Row | undefined =>
  bench.db.get<Row>('SELECT name, stripe_id, erased_at, work FROM customer');

async function withCustomer(): Promise<OutboxBench> {
  const bench = createOutboxBench();
  acceptSend(bench);
  await bench.rest();
  return bench;
}

it.each(FAULTS)('comes to one effect under %j', async (fault) => {
  const bench = await withCustomer();
  const { name = '', stripe_id: stripeId = '' } = row(bench) ?? {};
  bench.simulator.control.faults.script([{ match: { method: 'DELETE', path: '/v1/customers/*' }, fault }]);
  const id = bench.accept(() => planErasure('customer_1', stripeId));
  expect(row(bench)).toMatchObject({ name, erased_at: null, work: 'queued' });
  await bench.rest();
  if (fault.kind === 'unauthorized') bench.worker().wake(true);
  await bench.rest();
  expect(bench.state(id)).toBe('done');
  expect(row(bench)).toMatchObject({ name: 'Erased customer', erased_at: expect.any(Number), work: null });
  expect(bench.simulator.control.objects({ type: 'customer' }).map(({ deleted }) => deleted)).toEqual([true]);
});

it('erases nothing before Stripe has answered, also when the worker dies in between', async () => {
  const bench = await withCustomer();
  const before = row(bench);
  bench.simulator.control.faults.script([
    {
      match: { method: 'DELETE', path: '/v1/customers/*' },
      fault: { kind: 'timeout', effect: 'none' },
      times: 3,
    },
  ]);
  const id = bench.accept(() => planErasure('customer_1', before?.stripe_id ?? ''));
  await bench.clock.advance(1000);
  bench.replaceWorker();
  expect(row(bench)).toMatchObject({ name: before?.name, erased_at: null });
  await bench.rest();
  expect(bench.state(id)).toBe('done');
});
