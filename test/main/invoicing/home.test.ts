import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calls } from '../../../shared/contract/calls.ts';
import { getHome } from '../../../main/invoicing/home.ts';
import { insertInvoice, type TestInvoice } from '../../support/invoice-rows.ts';
import { NOW, useContext } from '../../support/use-context.ts';

const base: TestInvoice = {
  id: '',
  number: 'A-1',
  status: 'open',
  work: null,
  deleted: 0,
  customerId: null,
  customerName: 'Acme',
  currency: 'eur',
  total: 100,
  amountRemaining: 100,
  amountPaid: 0,
  amountRefunded: 0,
  amountRefundPending: 0,
  disputed: 0,
  processing: 0,
  issueDay: '2026-01-01',
  dueDay: null,
  paidDay: null,
  memo: '',
};

test('empty books have a start page, too', () => {
  const home = calls['home.get'].output.parse(getHome(useContext({ mode: 'sample' })));
  expect(home.today).toBe('2026-03-15');
  expect(home.pastDue).toEqual({ count: 0, total: [], balanceDue: [], oldestDays: null });
  expect(home.paidByMonth.map(({ month }) => month)).toEqual([
    '2025-04',
    '2025-05',
    '2025-06',
    '2025-07',
    '2025-08',
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-03',
  ]);
  expect(home.checklist.filter(({ done }) => done)).toEqual([]);
});

test('what is open is aged by its due day, to the day', () => {
  const context = useContext();
  const dueDays = [
    null,
    '2026-03-15',
    '2026-03-14',
    '2026-02-13',
    '2026-02-12',
    '2026-01-14',
    '2026-01-13',
    '2025-12-15',
    '2025-12-14',
    '2020-01-01',
  ];
  dueDays.forEach((dueDay, index) => {
    insertInvoice(context.db, { ...base, id: `i${index}`, dueDay, amountRemaining: 10 ** index });
  });
  const home = getHome(context);
  expect(home.aging).toEqual([
    { currency: 'eur', current: 11, days30: 1100, days60: 110_000, days90: 11_000_000, older: 1_100_000_000 },
  ]);
  expect(home.pastDue).toMatchObject({
    count: 8,
    oldestDays: 2265,
    balanceDue: [{ currency: 'eur', amount: 1_111_111_100 }],
  });
  expect(home.open.count).toBe(10);
});

test('the buckets of the aging add up to what is open, whatever is due when', () => {
  const day = fc
    .integer({ min: 0, max: 400 })
    .map((n) => new Date(Date.UTC(2025, 3, 1) + n * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(fc.option(day, { nil: null }), { maxLength: 20 }), (days) => {
      const context = useContext();
      days.forEach((dueDay, index) =>
        insertInvoice(context.db, { ...base, id: `i${index}`, dueDay, amountRemaining: index + 1 }),
      );
      const home = getHome(context);
      const bucketed = home.aging.reduce(
        (sum, row) => sum + row.current + row.days30 + row.days60 + row.days90 + row.older,
        0,
      );
      expect(bucketed).toBe(home.open.balanceDue.reduce((sum, { amount }) => sum + amount, 0));
      context.db.close();
    }),
    { numRuns: 40 },
  );
});

test('what was paid counts in the month of its day, and the last things come first', () => {
  const context = useContext();
  const paid = { ...base, status: 'paid', amountRemaining: 0 } as const;
  insertInvoice(context.db, { ...paid, id: 'p1', amountPaid: 70, total: 70, paidDay: '2026-03-01' });
  insertInvoice(context.db, {
    ...paid,
    id: 'p2',
    amountPaid: 30,
    total: 30,
    paidDay: '2026-02-28',
    currency: 'usd',
  });
  insertInvoice(context.db, { ...paid, id: 'p3', amountPaid: 5, total: 5, paidDay: '2025-03-31' });
  insertInvoice(context.db, { ...base, id: 'o1', issueDay: '2026-03-10' });
  const home = getHome(context);
  expect(home.paidThisMonth).toEqual({ count: 1, total: [{ currency: 'eur', amount: 70 }], balanceDue: [] });
  expect(home.paidByMonth.slice(-2)).toEqual([
    { month: '2026-02', amounts: [{ currency: 'usd', amount: 30 }] },
    { month: '2026-03', amounts: [{ currency: 'eur', amount: 70 }] },
  ]);
  expect(home.recent.map(({ invoiceId, text, date }) => [invoiceId, text, date])).toEqual([
    ['o1', 'Issued', '2026-03-10'],
    ['p1', 'Paid', '2026-03-01'],
    ['p2', 'Paid', '2026-02-28'],
    ['p3', 'Paid', '2025-03-31'],
  ]);
});

test('what needs a person is named, what is settled is not', () => {
  const context = useContext({ hasKey: () => false });
  const { db } = context;
  insertInvoice(db, { ...base, id: 'i1' });
  db.run("UPDATE invoice SET stripe_id = 'in_1'");
  const operation = (id: string, state: string): void => {
    db.run(
      "INSERT INTO operation (id, kind, title, subject_kind, subject_id, state, created_at) VALUES (?, 'invoice.send', ?, 'invoice', 'i1', ?, 1)",
      [id, `Send ${id}`, state],
    );
  };
  operation('op1', 'failed');
  operation('op2', 'needs-review');
  operation('op3', 'done');
  const payment = (id: string, status: string, failure: string | null): void => {
    db.run(
      "INSERT INTO payment (id, invoice_stripe_id, customer_name, status, currency, amount, failure_code, created, day) VALUES (?, 'in_1', 'Acme', ?, 'eur', 100, ?, 1, '2026-03-01')",
      [id, status, failure],
    );
  };
  payment('pi_1', 'requires_payment_method', 'card_declined');
  payment('pi_2', 'requires_payment_method', null);
  payment('pi_3', 'succeeded', null);
  db.run(
    "INSERT INTO dispute (id, charge_id, payment_id, status, currency, amount, reason, due_by, created, day) VALUES ('du_1', 'ch', 'pi_3', 'needs_response', 'eur', 100, 'fraudulent', ?, 1, '1970-01-01')",
    [NOW],
  );
  db.run(
    "INSERT INTO dispute (id, charge_id, payment_id, status, currency, amount, reason, created, day) VALUES ('du_2', 'ch', 'pi_3', 'won', 'eur', 100, 'fraudulent', 1, '1970-01-01')",
  );
  db.run(
    "INSERT INTO refund (id, stripe_id, payment_id, currency, amount, status, created, day) VALUES ('re_1', 're_1', 'pi_3', 'eur', 40, 'failed', ?, '2026-03-01')",
    [NOW],
  );
  db.run(
    "INSERT INTO refund (id, stripe_id, payment_id, currency, amount, status, created, day) VALUES ('re_2', 're_2', 'pi_3', 'eur', 40, 'failed', 5, '1970-01-01')",
  );
  expect(getHome(context).attention).toEqual([
    {
      kind: 'key-problem',
      text: 'Stripe is not connected: nothing is sent or updated.',
      invoiceId: null,
      disputeId: null,
      operationId: null,
    },
    {
      kind: 'review-operation',
      text: 'Send op2 needs your decision.',
      invoiceId: 'i1',
      disputeId: null,
      operationId: 'op2',
    },
    {
      kind: 'failed-operation',
      text: 'Send op1 failed.',
      invoiceId: 'i1',
      disputeId: null,
      operationId: 'op1',
    },
    {
      kind: 'dispute',
      text: 'Acme (A-1) disputes €1.00. Answer by 15 Mar 2026.',
      invoiceId: 'i1',
      disputeId: 'du_1',
      operationId: null,
    },
    {
      kind: 'failed-refund',
      text: 'The refund of €0.40 to Acme (A-1) failed.',
      invoiceId: 'i1',
      disputeId: null,
      operationId: null,
    },
    {
      kind: 'failed-payment',
      text: 'A payment of €1.00 by Acme (A-1) failed. The bank declined and gave no reason.',
      invoiceId: 'i1',
      disputeId: null,
      operationId: null,
    },
  ]);
});
