// Every write of a credit note under every single fault: exactly one note and one refund, or a person is asked.
import { describe, expect, it } from 'vitest';
import type { FaultRule } from '../../../main/simulator/api/faults.ts';
import { stepsOf } from '../../../main/store/outbox.ts';
import { acceptCreditNote, acceptCreditNoteVoid } from '../../support/accept-credit.ts';
import { acceptSend, paidInvoice } from '../../support/accept-work.ts';
import { dashboard } from '../../support/dashboard.ts';
import { idOf } from '../../support/id-of.ts';
import { createOutboxBench, type OutboxBench } from '../../support/outbox-bench.ts';
import { FAULTS } from '../../support/outbox-faults.ts';

const NOTES = { method: 'POST', path: '/v1/credit_notes' } as const;
const REFUNDS = { method: 'POST', path: '/v1/refunds' } as const;

const count = (bench: OutboxBench, type: 'credit_note' | 'refund'): number =>
  bench.simulator.control.objects({ type }).length;
const rows = (bench: OutboxBench, table: 'credit_note' | 'refund'): readonly unknown[] =>
  bench.db.all(`SELECT stripe_id IS NOT NULL AS known, status, amount FROM ${table}`);

async function under(
  bench: OutboxBench,
  rule: FaultRule,
  accept: () => string,
): Promise<{ readonly id: string; readonly isAsked: boolean }> {
  bench.simulator.control.faults.script([rule]);
  const id = accept();
  await bench.rest();
  if (rule.fault.kind === 'unauthorized') bench.worker().wake(true);
  await bench.rest();
  const isAsked = rule.fault.kind === 'server_error' && rule.fault.effect === 'none';
  return { id, isAsked };
}

async function openInvoice(): Promise<OutboxBench> {
  const bench = createOutboxBench();
  acceptSend(bench);
  await bench.rest();
  return bench;
}

describe('crediting an open invoice', () => {
  it.each(FAULTS)('lowers it once, or asks a person, under %j', async (fault) => {
    const bench = await openInvoice();
    const [before] = bench.simulator.control.objects({ type: 'invoice' });
    const { id, isAsked } = await under(bench, { match: NOTES, fault }, () =>
      acceptCreditNote(bench, { paymentId: null }),
    );
    const [after] = bench.simulator.control.objects({ type: 'invoice' });
    expect({
      state: bench.state(id),
      notes: count(bench, 'credit_note'),
      lowered: Number(before?.['amount_remaining']) - Number(after?.['amount_remaining']),
    }).toEqual(
      isAsked ? { state: 'needs-review', notes: 0, lowered: 0 } : { state: 'done', notes: 1, lowered: 1000 },
    );
    expect(rows(bench, 'credit_note')).toEqual([
      isAsked
        ? { known: 0, status: 'needs-review', amount: 1000 }
        : { known: 1, status: 'issued', amount: 1000 },
    ]);
  });
});

describe('a refund that Stripe makes together with its credit note', () => {
  it.each(FAULTS)('pays back once, or asks a person, under %j', async (fault) => {
    const bench = createOutboxBench();
    const paymentId = await paidInvoice(bench);
    const { id, isAsked } = await under(bench, { match: NOTES, fault }, () =>
      acceptCreditNote(bench, { paymentId }),
    );
    expect({
      state: bench.state(id),
      notes: count(bench, 'credit_note'),
      refunds: count(bench, 'refund'),
    }).toEqual(
      isAsked ? { state: 'needs-review', notes: 0, refunds: 0 } : { state: 'done', notes: 1, refunds: 1 },
    );
    expect(rows(bench, 'credit_note')).toHaveLength(1);
    expect(rows(bench, 'refund').length).toBeLessThanOrEqual(1);
  });
});

describe('a refund of one of several payments, and the credit note that names it', () => {
  for (const match of [REFUNDS, NOTES]) {
    it.each(FAULTS)(`are made once each, or a person is asked, under %j at ${match.path}`, async (fault) => {
      const bench = createOutboxBench();
      const paymentId = await paidInvoice(bench);
      const { id, isAsked } = await under(bench, { match, fault }, () =>
        acceptCreditNote(bench, { paymentId, isOwnStep: true }),
      );
      const refunds = match === REFUNDS && isAsked ? 0 : 1;
      expect({
        state: bench.state(id),
        notes: count(bench, 'credit_note'),
        refunds: count(bench, 'refund'),
      }).toEqual(
        isAsked ? { state: 'needs-review', notes: 0, refunds } : { state: 'done', notes: 1, refunds },
      );
      expect(rows(bench, 'refund')).toHaveLength(1);
    });
  }
});

describe('voiding a credit note', () => {
  it.each(FAULTS)('happens once, under %j', async (fault) => {
    const bench = await openInvoice();
    acceptCreditNote(bench, { paymentId: null });
    await bench.rest();
    const [note] = bench.simulator.control.objects({ type: 'credit_note' });
    const match = { method: 'POST', path: '/v1/credit_notes/*/void' } as const;
    const { id } = await under(bench, { match, fault }, () => acceptCreditNoteVoid(bench, idOf(note)));
    expect(bench.state(id)).toBe('done');
    expect(rows(bench, 'credit_note')).toEqual([{ known: 1, status: 'void', amount: 1000 }]);
  });
});

describe('before anything is credited', () => {
  it('another total than was approved is not written', async () => {
    const bench = await openInvoice();
    const id = acceptCreditNote(bench, { paymentId: null, total: 999 });
    await bench.rest();
    expect([bench.state(id), count(bench, 'credit_note')]).toEqual(['failed', 0]);
    expect(stepsOf(bench.db, id)[0]?.error?.message).toContain('another amount now');
  });

  it('an invoice that was paid meanwhile is not credited without a way for the money', async () => {
    const bench = await openInvoice();
    const [invoice] = bench.simulator.control.objects({ type: 'invoice' });
    bench.simulator.control.payInvoice({ invoice: idOf(invoice) });
    const id = acceptCreditNote(bench, { paymentId: null });
    await bench.rest();
    expect([bench.state(id), count(bench, 'credit_note')]).toEqual(['failed', 0]);
  });

  it('an invoice that was voided meanwhile is refused for good', async () => {
    const bench = await openInvoice();
    const [invoice] = bench.simulator.control.objects({ type: 'invoice' });
    await dashboard(bench.simulator).invoices.voidInvoice(idOf(invoice));
    const id = acceptCreditNote(bench, { paymentId: null });
    await bench.rest();
    expect([bench.state(id), count(bench, 'credit_note')]).toEqual(['failed', 0]);
    expect(rows(bench, 'credit_note')).toEqual([{ known: 0, status: 'failed', amount: 1000 }]);
  });
});
