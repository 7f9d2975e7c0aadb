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
  acceptTaxRate,
  CUSTOMER,
  paidInvoice,
} from '../../support/accept-work.ts';
import { createOutboxBench, type OutboxBench } from '../../support/outbox-bench.ts';
import { useContext as contextOver } from '../../support/use-context.ts';

const cancel = (bench: OutboxBench, id: string): unknown =>
  cancelOperation(contextOver({ db: bench.db }), { commandId: randomUUID(), id });

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

describe('a Stripe that cannot be asked', () => {
  const reads = (bench: OutboxBench): number =>
    bench.simulator.control.requests().filter(({ method }) => method === 'GET').length;

  it('is asked less and less often, whatever waits', async () => {
    const bench = createOutboxBench();
    bench.simulator.control.faults.script([
      { match: { method: 'GET' }, fault: { kind: 'server_error', effect: 'none' }, times: MANY },
    ]);
    for (let index = 0; index < 20; index += 1) acceptTaxRate(bench, `tax_rate_${index}`);
    await bench.clock.advance(3_600_000);
    expect(reads(bench)).toBeLessThan(30);
    bench.simulator.control.faults.script([]);
    await bench.rest();
    expect(bench.simulator.control.objects({ type: 'tax_rate' })).toHaveLength(20);
  });

  it('does not keep the others waiting when one look-up alone fails', async () => {
    const bench = createOutboxBench();
    bench.simulator.control.faults.script([
      { match: { method: 'GET', path: '/v1/customers' }, fault: { kind: 'malformed' }, times: MANY },
    ]);
    const stuck = acceptCustomer(bench);
    const others = [1, 2, 3].map((index) => acceptTaxRate(bench, `tax_rate_${index}`));
    await bench.clock.advance(60_000);
    expect(others.map((id) => bench.state(id))).toEqual(['done', 'done', 'done']);
    expect(bench.state(stuck)).toBe('waiting');
  });

  it('is asked at once when it can be reached again', async () => {
    const bench = createOutboxBench();
    bench.simulator.control.faults.script([
      { match: {}, fault: { kind: 'reset', effect: 'none' }, times: MANY },
    ]);
    const id = acceptTaxRate(bench, 'tax_rate_1');
    await bench.clock.advance(3_600_000);
    bench.simulator.control.faults.script([]);
    bench.worker().wake(true);
    await bench.clock.advance(1);
    expect(bench.state(id)).toBe('done');
  });
});

describe('work that waited longer than Stripe keeps events', () => {
  /** The program is closed for a month, then started again with Stripe in reach. */
  const afterAMonth = async (bench: OutboxBench): Promise<void> => {
    await bench.worker().stop();
    await bench.clock.advance(31 * 86_400_000);
    bench.simulator.control.faults.script([]);
    bench.replaceWorker();
    await bench.rest();
  };

  it.each([
    ['is done when it had not begun: its e-mail cannot have gone out before', {}, 'done', 1],
    ['asks a person when the invoice was issued that long ago', { path: '/v1/events' }, 'needs-review', 0],
  ])('%s', async (_what, unreachable, state, emails) => {
    const bench = createOutboxBench();
    const fault = { kind: 'reset', effect: 'none' } as const;
    bench.simulator.control.faults.script([{ match: unreachable, fault, times: MANY }]);
    const id = acceptSend(bench);
    await bench.clock.advance(30_000);
    await afterAMonth(bench);
    expect(bench.state(id)).toBe(state);
    expect(bench.simulator.control.emails()).toHaveLength(emails);
  });
});

describe('work that cannot go on', () => {
  const badRate = (bench: OutboxBench): string => {
    bench.simulator.control.faults.script([
      { match: { method: 'POST', path: '/v1/tax_rates' }, fault: { kind: 'declined' }, times: MANY },
    ]);
    return acceptTaxRate(bench, 'tax_rate_1');
  };

  it('is given back when it had begun and what it waits for has failed', async () => {
    const bench = createOutboxBench();
    acceptCustomer(bench);
    badRate(bench);
    const id = acceptDraft(bench, ['tax_rate_1']);
    await bench.rest();
    expect(operationById(bench.db, id)).toMatchObject({
      state: 'failed',
      explanation: expect.stringContaining('A tax rate could not be saved'),
    });
    expect(bench.db.get('SELECT work FROM invoice WHERE id = ?', ['draft_1'])).toEqual({ work: 'failed' });
  });

  it('is left to a person when the program itself fails on it, and holds up nobody', async () => {
    const bench = createOutboxBench();
    // No such operation can be planned: it stands for a step that an older program wrote, say.
    const broken = bench.accept((operationId) => {
      const plan = planCustomer({
        operationId,
        customerId: 'customer_9',
        fields: CUSTOMER,
        archived: false,
        stripeId: null,
        taxIdsAtStripe: [],
      });
      const [step] = plan.steps;
      if (!step) throw new Error('A customer is one step');
      return { ...plan, steps: [{ ...step, intent: { ...step.intent, target: 'cus_none' } }] };
    });
    const other = acceptTaxRate(bench, 'tax_rate_1');
    await bench.rest();
    expect(bench.state(other)).toBe('done');
    expect(operationById(bench.db, broken)).toMatchObject({
      state: 'needs-review',
      explanation: expect.stringContaining('Quittance itself failed'),
    });
  });
});

describe('a disk that refuses', () => {
  it('is tried again by itself, also when the first thing to be written was that nothing has to wait any more', async () => {
    const bench = createOutboxBench();
    const id = acceptCustomer(bench);
    bench.db.exec('PRAGMA query_only = ON');
    bench.worker().wake(true);
    await bench.clock.advance(60_000);
    bench.db.exec('PRAGMA query_only = OFF');
    await bench.rest();
    expect(bench.state(id)).toBe('done');
  });

  it('is tried again after work was due already when it began to refuse', async () => {
    const bench = createOutboxBench();
    await bench.clock.advance(1_000);
    bench.db.exec('PRAGMA query_only = ON');
    bench.worker().wake(true);
    await bench.clock.advance(1_000);
    bench.db.exec('PRAGMA query_only = OFF');
    const id = acceptCustomer(bench);
    await bench.rest();
    expect(bench.state(id)).toBe('done');
  });
});
