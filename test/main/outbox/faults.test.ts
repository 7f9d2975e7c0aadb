// Every write of a send and of a refund under every single fault: exactly one effect, or a person is asked.
import { describe, expect, it } from 'vitest';
import { planCustomer } from '../../../main/outbox/plan-customer.ts';
import { planInvoice } from '../../../main/outbox/plan-invoice.ts';
import { planRefund } from '../../../main/outbox/plan-simple.ts';
import { insertRefund } from '../../../main/store/refunds.ts';
import { stepMark } from '../../../main/outbox/step.ts';
import { insertCustomer } from '../../../main/store/customers.ts';
import { insertDraft } from '../../../main/store/drafts.ts';
import type { DraftContent } from '../../../shared/contract/drafts.ts';
import type { CustomerFields } from '../../../shared/contract/customers.ts';
import { estimateTotals } from '../../../shared/domain/totals.ts';
import type { FaultRule } from '../../../main/simulator/api/faults.ts';
import { idOf } from '../../support/id-of.ts';
import { createOutboxBench, type OutboxBench } from '../../support/outbox-bench.ts';

const customer: CustomerFields = {
  name: 'Acme Ltd',
  email: 'ap@example.com',
  phone: '',
  address: { line1: '', line2: '', postalCode: '', city: '', state: '', country: 'DE' },
  taxIds: [],
  taxExempt: 'none',
  currency: null,
  language: null,
  reference: '',
  note: '',
};

const content: DraftContent & { customerId: string } = {
  customerId: 'customer_1',
  currency: 'eur',
  lines: [
    {
      id: 'l1',
      description: 'Design',
      quantity: '2',
      unitAmountDecimal: '5000',
      taxRateIds: [],
      discount: { kind: 'percent', percent: '10' },
    },
    {
      id: 'l2',
      description: 'Print',
      quantity: '1.5',
      unitAmountDecimal: '333.3',
      taxRateIds: [],
      discount: null,
    },
  ],
  discount: null,
  terms: { kind: 'days', days: 14 },
  memo: '',
  footer: '',
  customFields: [],
  poNumber: '',
  language: null,
  internalNote: '',
};

const totals = estimateTotals(content, []);

function acceptSend(bench: OutboxBench): string {
  const at = Math.floor(bench.clock.now() / 1000);
  bench.db.transaction(() => {
    insertCustomer(bench.db, 'customer_1', customer, at);
    insertDraft(bench.db, 'draft_1', content, { customer, totals, day: '2026-06-15' }, at);
  });
  bench.accept((operationId) =>
    planCustomer({
      operationId,
      customerId: 'customer_1',
      fields: customer,
      archived: false,
      stripeId: null,
      taxIdsAtStripe: [],
    }),
  );
  return bench.accept((operationId) =>
    planInvoice({
      operationId,
      invoiceId: 'draft_1',
      content,
      customerName: 'Acme Ltd',
      leftoverDraftId: null,
      total: totals.total,
      email: customer.email,
      timeZone: 'Europe/Berlin',
    }),
  );
}

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

const FAULTS: readonly FaultRule['fault'][] = [
  { kind: 'timeout', effect: 'none' },
  { kind: 'timeout', effect: 'done' },
  { kind: 'reset', effect: 'none' },
  { kind: 'reset', effect: 'done' },
  { kind: 'rate_limited' },
  { kind: 'conflict' },
  { kind: 'malformed' },
  { kind: 'truncated' },
  { kind: 'bad_gateway' },
  { kind: 'unauthorized' },
  { kind: 'server_error', effect: 'none' },
  { kind: 'server_error', effect: 'done' },
  { kind: 'server_error', effect: 'late', delayMs: 3_600_000 },
];

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
      total: totals.total,
    });
    expect(bench.db.get('SELECT status, work, total FROM invoice WHERE id = ?', ['draft_1'])).toEqual({
      status: 'open',
      work: null,
      total: totals.total,
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
      acceptSend(bench);
      await bench.rest();
      const [invoice] = bench.simulator.control.objects({ type: 'invoice' });
      bench.simulator.control.payInvoice({ invoice: idOf(invoice) });
      const [intent] = bench.simulator.control.objects({ type: 'payment_intent' });
      bench.simulator.control.faults.script([{ match: { method: 'POST', path: '/v1/refunds' }, fault }]);
      const paymentId = idOf(intent);
      const id = bench.accept((operationId) => {
        insertRefund(bench.db, {
          id: operationId,
          operationMark: stepMark(operationId, 1),
          paymentId,
          chargeId: null,
          currency: 'eur',
          amount: 1000,
          reason: 'requested_by_customer',
          note: '',
          created: Math.floor(bench.clock.now() / 1000),
          day: '2026-06-15',
        });
        return planRefund({
          operationId,
          paymentId,
          customerName: 'Acme',
          amount: 1000,
          currency: 'eur',
          reason: 'requested_by_customer',
          note: '',
        });
      });
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
