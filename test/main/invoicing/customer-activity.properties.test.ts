// The statement of a customer adds up row by row, whatever was credited, given back and kept.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customerActivity, type StatementFacts } from '../../../main/invoicing/customer-activity.ts';

type Note = Pick<StatementFacts['notes'][number], 'pre_payment' | 'to_balance' | 'outside'>;

/** One invoice that was credited before and after it was paid; `uncredited` was given back without a credit note. */
function facts(
  total: number,
  note: Note & { readonly refunded: number },
  uncredited: number,
): StatementFacts {
  const { pre_payment: pre, to_balance: kept, outside, refunded } = note;
  const of = { invoice_id: 'i1', number: 'A-1', currency: 'eur' };
  const paid = total - pre;
  return {
    invoices: [
      {
        id: 'i1',
        stripe_id: 'in_1',
        number: 'A-1',
        status: 'paid',
        currency: 'eur',
        total,
        amount_paid: paid,
        amount_remaining: 0,
        issue_day: '2026-03-01',
        paid_day: '2026-03-02',
        voided_at: null,
        uncollectible_at: null,
      },
    ],
    payments: [{ invoice_id: 'i1', day: '2026-03-02', amount: paid, method: 'Visa' }],
    notes: [
      {
        ...of,
        number: 'CN-1',
        day: '2026-03-03',
        amount: pre + kept + outside + refunded,
        pre_payment: pre,
        to_balance: kept,
        outside,
      },
    ],
    refunds: [{ ...of, day: '2026-03-04', amount: refunded + uncredited, credited: refunded }],
    adjustments: [],
    timeZone: 'Europe/Berlin',
  };
}

test('every balance is the one before and the amount, and nothing is open of what is paid', () => {
  const part = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(
      fc.record({ pre_payment: part, to_balance: part, outside: part, refunded: part }),
      part,
      (note, uncredited) => {
        const rows = customerActivity(facts(100_000, note, uncredited), 500).toReversed();
        let balance = 0;
        for (const row of rows) {
          balance += row.amount.amount;
          expect(row.balance.amount).toBe(balance);
        }
        expect(balance).toBe(0);
      },
    ),
  );
});

test('a refund with its credit note takes off and gives back', () => {
  const note = { pre_payment: 0, to_balance: 0, outside: 0, refunded: 100_000 };
  const rows = customerActivity(facts(445_810, note, 0), 500);
  expect(rows.map(({ kind, amount, balance }) => [kind, amount.amount, balance.amount])).toEqual([
    ['refund', 100_000, 0],
    ['credit-note', -100_000, -100_000],
    ['payment', -445_810, 0],
    ['invoice', 445_810, 445_810],
  ]);
});
