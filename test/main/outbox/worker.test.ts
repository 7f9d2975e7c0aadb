// The outbox's loop between a person who changes their mind, a Stripe that cannot be asked, and work that cannot go on.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cancelOperation } from '../../../main/invoicing/operations.ts';
import { planCustomer } from '../../../main/outbox/plan-customer.ts';
import { operationById, stepsOf } from '../../../main/store/outbox.ts';
import {
  acceptCustomer,
  acceptDraft,
  acceptRefund,
  acceptSend,
  CUSTOMER,
  paidInvoice,
} from '../../support/accept-work.ts';
import { createOutboxBench, type OutboxBench } from '../../support/outbox-bench.ts';
import { useContext } from '../../support/use-context.ts';

const cancel = (bench: OutboxBench, id: string): unknown =>
  cancelOperation(useContext({ db: bench.db }), { commandId: randomUUID(), id });

const MANY = 1_000_000;

describe('a person who takes work back', () => {
  it('is obeyed while Stripe is being looked at: nothing is sent afterwards', async () => {
    const bench = createOutboxBench();
    const paymentId = await paidInvoice(bench);
    bench.simulator.control.faults.script([
      { match: { method: 'GET', path: '/v1/refunds' }, fault: { kind: 'slow', delayMs: 5_000 } },
    ]);
    const id = acceptRefund(bench, paymentId);
    await bench.clock.advance(1_000);
    cancel(bench, id);
    await bench.rest();
    expect(bench.simulator.control.objects({ type: 'refund' })).toEqual([]);
    expect(bench.state(id)).toBe('canceled');
    expect(stepsOf(bench.db, id).map(({ state }) => state)).toEqual(['canceled']);
  });
});
