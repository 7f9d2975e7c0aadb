// Every write of a send and of a refund under every single fault: exactly one effect, or a person is asked.
import { describe, expect, it } from 'vitest';
import type { FaultRule } from '../../../main/simulator/api/faults.ts';
import { acceptRefund, acceptSend, paidInvoice, TOTALS } from '../../support/accept-work.ts';
import { createOutboxBench, type OutboxBench } from '../../support/outbox-bench.ts';
import { FAULTS } from '../../support/outbox-faults.ts';

const count = (bench: OutboxBench, type: 'customer' | 'invoice' | 'refund' | 'coupon'): number =>
  bench.simulator.control.objects({ type }).length;

const WRITES = [
  '/v1/customers',
  '/v1/coupons',
  '/v1/invoices',
  '/v1/invoices/*/add_lines',
  '/v1/invoices/*/finalize',
  '/v1/invoices/*/send',
] as const;

const DONE = { state: 'done', issued: 1, emails: 1 };
/** The customer's or the invoice's own step waits for a person; what comes after it has not begun. */
const ASKED = {
  state: expect.stringMatching(/^(needs-review|queued|sending)$/),
  issued: expect.any(Number),
  emails: 0,
};

/** Only an error of Stripe's after which nothing happened leaves a question that the program cannot answer itself. */
function endsAllowed(fault: FaultRule['fault']): readonly unknown[] {
  return fault.kind === 'server_error' && fault.effect === 'none' ? [DONE, ASKED] : [DONE];
}

describe('sending an invoice', () => {
  it('happens once when nothing goes wrong', async () => {
    const bench = createOutboxBench();
    const id = acceptSend(bench);
    await bench.rest();
    expect(bench.state(id)).toBe('done');
    expect(bench.simulator.control.emails()).toHaveLength(1);
    expect(bench.simulator.control.objects({ type: 'invoice' })[0]).toMatchObject({
      status: 'open',
      total: TOTALS.total,
    });
    expect(bench.db.get('SELECT status, work, total FROM invoice WHERE id = ?', ['draft_1'])).toEqual({
      status: 'open',
      work: null,
      total: TOTALS.total,
    });
  });

  for (const path of WRITES) {
    it.each(FAULTS)(`survives %j at ${path}`, async (fault) => {
      const bench = createOutboxBench();
      bench.simulator.control.faults.script([{ match: { method: 'POST', path }, fault }]);
      const id = acceptSend(bench);
      await bench.rest();
      if (fault.kind === 'unauthorized') bench.worker().wake(true);
      await bench.rest();
      const emails = bench.simulator.control.emails().length;
      const issued = bench.simulator.control
        .objects({ type: 'invoice' })
        .filter(({ status }) => status !== 'draft').length;
      expect(count(bench, 'customer')).toBeLessThanOrEqual(1);
      expect(count(bench, 'coupon')).toBeLessThanOrEqual(1);
      expect(count(bench, 'invoice')).toBeLessThanOrEqual(1);
      expect(endsAllowed(fault)).toContainEqual({ state: bench.state(id), issued, emails });
    });
  }
});

describe('paying money back', () => {
  it.each(FAULTS)(
    'happens at most once, and exactly once unless a person is asked, under %j',
    async (fault) => {
      const bench = createOutboxBench();
      const paymentId = await paidInvoice(bench);
      bench.simulator.control.faults.script([{ match: { method: 'POST', path: '/v1/refunds' }, fault }]);
      const id = acceptRefund(bench, paymentId);
      await bench.rest();
      if (fault.kind === 'unauthorized') bench.worker().wake(true);
      await bench.rest();
      const asked = fault.kind === 'server_error' && fault.effect === 'none';
      expect({ state: bench.state(id), refunds: count(bench, 'refund') }).toEqual(
        asked ? { state: 'needs-review', refunds: 0 } : { state: 'done', refunds: 1 },
      );
      expect(bench.db.all('SELECT id FROM refund')).toHaveLength(1);
    },
  );
});
