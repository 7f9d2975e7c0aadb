// The charge of a saved card or account under every single fault: never twice, and never called paid before Stripe says so.
import { describe, expect, it } from 'vitest';
import { needsAuthentication } from '../../../shared/text/decline-words.ts';
import type { FaultRule } from '../../../main/simulator/api/faults.ts';
import { stepsOf } from '../../../main/store/outbox.ts';
import { acceptCharge, acceptMarkPaid, openInvoiceWithMethod, TOTALS } from '../../support/accept-work.ts';
import { idOf } from '../../support/id-of.ts';
import { FAULTS } from '../../support/outbox-faults.ts';
import { createOutboxBench, type OutboxBench } from '../../support/outbox-bench.ts';

const PAY = { method: 'POST', path: '/v1/invoices/*/pay' } as const;

const charges = (bench: OutboxBench): readonly unknown[] =>
  bench.simulator.control.objects({ type: 'charge' }).map(({ status }) => status);
const invoiceStatus = (bench: OutboxBench): unknown =>
  bench.simulator.control.objects({ type: 'invoice' })[0]?.['status'];
const errorOf = (bench: OutboxBench, id: string): string | null | undefined =>
  stepsOf(bench.db, id)[0]?.error?.code;

async function charged(
  bench: OutboxBench,
  method: string,
  fault: FaultRule['fault'] | null,
): Promise<string> {
  bench.simulator.control.faults.script(fault === null ? [] : [{ match: PAY, fault }]);
  const id = acceptCharge(bench, method);
  await bench.rest();
  if (fault?.kind === 'unauthorized') bench.worker().wake(true);
  await bench.rest();
  return id;
}

const leavesNothing = (fault: FaultRule['fault']): boolean =>
  fault.kind === 'server_error' && fault.effect === 'none';

describe('charging a card', () => {
  it.each(FAULTS)('takes the money once, or asks a person, under %j', async (fault) => {
    const bench = createOutboxBench();
    const method = await openInvoiceWithMethod(bench);
    const id = await charged(bench, method, fault);
    expect({ state: bench.state(id), charges: charges(bench), invoice: invoiceStatus(bench) }).toEqual(
      leavesNothing(fault)
        ? { state: 'needs-review', charges: [], invoice: 'open' }
        : { state: 'done', charges: ['succeeded'], invoice: 'paid' },
    );
  });

  it.each(FAULTS)(
    'that the bank declines fails with its reason and is tried once, under %j',
    async (fault) => {
      const bench = createOutboxBench();
      const method = await openInvoiceWithMethod(bench, { outcome: 'insufficient_funds' });
      const id = await charged(bench, method, fault);
      expect({ state: bench.state(id), error: errorOf(bench, id), charges: charges(bench) }).toEqual(
        leavesNothing(fault)
          ? { state: 'needs-review', error: 'server_error', charges: [] }
          : { state: 'failed', error: 'insufficient_funds', charges: ['failed'] },
      );
      expect(invoiceStatus(bench)).toBe('open');
    },
  );
});

describe('charging an account by direct debit', () => {
  it.each(FAULTS)('begins one debit, or asks a person, under %j', async (fault) => {
    const bench = createOutboxBench();
    const method = await openInvoiceWithMethod(bench, { outcome: 'sepa_processing' });
    const id = await charged(bench, method, fault);
    expect({ state: bench.state(id), charges: charges(bench).length }).toEqual(
      leavesNothing(fault) ? { state: 'needs-review', charges: 0 } : { state: 'done', charges: 1 },
    );
  });

  it('is known to be under way as soon as Stripe has answered, and is paid only later', async () => {
    const bench = createOutboxBench({ debitDelayMs: 3 * 86_400_000 });
    const method = await openInvoiceWithMethod(bench, { outcome: 'sepa_processing' });
    const id = acceptCharge(bench, method);
    await bench.clock.advance(5_000);
    expect(bench.state(id)).toBe('done');
    expect(bench.db.get('SELECT status, processing, amount_paid FROM invoice')).toEqual({
      status: 'open',
      processing: 1,
      amount_paid: 0,
    });
    expect(bench.db.get('SELECT status FROM payment')).toEqual({ status: 'processing' });
  });

  it('that was begun, of which nothing was heard, and that has failed since is not begun anew', async () => {
    const bench = createOutboxBench({ debitDelayMs: 60_000 });
    const method = await openInvoiceWithMethod(bench, { outcome: 'sepa_fails' });
    bench.simulator.control.faults.script([{ match: PAY, fault: { kind: 'timeout', effect: 'done' } }]);
    const id = acceptCharge(bench, method);
    await bench.clock.advance(100);
    expect(charges(bench)).toEqual(['pending']);
    bench.simulator.control.faults.script([
      { match: {}, fault: { kind: 'reset', effect: 'none' }, times: 1_000_000 },
    ]);
    await bench.clock.advance(30 * 3_600_000);
    expect(charges(bench)).toEqual(['failed']);
    bench.simulator.control.faults.script([]);
    bench.worker().wake(true);
    await bench.rest();
    expect(bench.state(id)).toBe('done');
    expect(charges(bench)).toEqual(['failed']);
  });
});

describe('a card that wants its owner', () => {
  it.each(['declined', 'requires_action'] as const)(
    'fails as such and takes nothing, when Stripe answers that it is %s',
    async (offSessionAuthentication) => {
      for (const fault of FAULTS) {
        const bench = createOutboxBench({ rules: { offSessionAuthentication } });
        const method = await openInvoiceWithMethod(bench, { outcome: 'authentication_required' });
        const id = await charged(bench, method, fault);
        if (leavesNothing(fault)) continue;
        expect([fault, bench.state(id)]).toEqual([fault, 'failed']);
        expect([fault, needsAuthentication(errorOf(bench, id) ?? null)]).toEqual([fault, true]);
        expect(charges(bench)).not.toContain('succeeded');
      }
    },
  );
});

describe('before anything is charged', () => {
  it('an invoice that was paid in the meantime is left alone', async () => {
    const bench = createOutboxBench();
    const method = await openInvoiceWithMethod(bench);
    const [invoice] = bench.simulator.control.objects({ type: 'invoice' });
    bench.simulator.control.payInvoice({ invoice: idOf(invoice) });
    const id = await charged(bench, method, null);
    expect([bench.state(id), charges(bench)]).toEqual(['done', ['succeeded']]);
  });

  it('a debit that the customer has begun is waited for, not added to', async () => {
    const bench = createOutboxBench({ debitDelayMs: 86_400_000 });
    const method = await openInvoiceWithMethod(bench);
    const [invoice] = bench.simulator.control.objects({ type: 'invoice' });
    bench.simulator.control.payInvoice({ invoice: idOf(invoice), outcome: 'sepa_processing' });
    const id = await charged(bench, method, null);
    expect([bench.state(id), charges(bench)]).toEqual(['done', ['pending']]);
  });

  it('another amount than was approved is left to a person', async () => {
    const bench = createOutboxBench();
    const method = await openInvoiceWithMethod(bench);
    const id = acceptCharge(bench, method, TOTALS.total - 1);
    await bench.rest();
    expect([bench.state(id), errorOf(bench, id), charges(bench)]).toEqual([
      'needs-review',
      `amount-differs:${TOTALS.total}`,
      [],
    ]);
  });

  it('a void invoice is refused for good', async () => {
    const bench = createOutboxBench();
    const method = await openInvoiceWithMethod(bench);
    bench.db.run("UPDATE outbox SET state = 'done' WHERE state <> 'done'");
    const [invoice] = bench.simulator.control.objects({ type: 'invoice' });
    await bench.simulator.handle({
      method: 'POST',
      path: `/v1/invoices/${idOf(invoice)}/void`,
      headers: { authorization: 'Bearer sk_test_dashboard00000' },
      body: '',
    });
    const id = await charged(bench, method, null);
    expect([bench.state(id), charges(bench)]).toEqual(['failed', []]);
  });
});

describe('marking an invoice as paid outside Stripe', () => {
  it.each(FAULTS)('happens once and moves no money, under %j', async (fault) => {
    const bench = createOutboxBench();
    await openInvoiceWithMethod(bench);
    bench.simulator.control.faults.script([{ match: PAY, fault }]);
    const id = acceptMarkPaid(bench);
    await bench.rest();
    if (fault.kind === 'unauthorized') bench.worker().wake(true);
    await bench.rest();
    expect([bench.state(id), invoiceStatus(bench), charges(bench)]).toEqual(['done', 'paid', []]);
  });

  it.each(FAULTS)('keeps how it was paid, under %j', async (fault) => {
    const bench = createOutboxBench();
    await openInvoiceWithMethod(bench);
    bench.simulator.control.faults.script([{ match: { method: 'POST', path: '/v1/invoices/*' }, fault }]);
    const id = acceptMarkPaid(bench);
    await bench.rest();
    if (fault.kind === 'unauthorized') bench.worker().wake(true);
    await bench.rest();
    expect(bench.state(id)).toBe('done');
    expect(bench.simulator.control.objects({ type: 'invoice' })).toMatchObject([
      { status: 'paid', metadata: { quittance_paid_by: 'cash', quittance_paid_reference: 'R-7' } },
    ]);
  });
});
