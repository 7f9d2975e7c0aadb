import { expect, test } from 'vitest';
import { dueAfterBalance } from '../../../shared/domain/customer-balance.ts';
import { balanceChangeEntries } from '../../../shared/domain/books/customer-balance.ts';

test.each([
  [10_000, 0, 10_000],
  [10_000, -4_000, 6_000],
  [10_000, -12_000, 0],
  [10_000, 30, 10_030],
  // Forty cents are too small to charge: they wait for the next invoice.
  [10_000, -9_960, 0],
])('of %d with a balance of %d, %d is asked for', (total, balance, due) => {
  expect(dueAfterBalance(total, balance, 'eur')).toBe(due);
});

test('only what was changed by hand is booked by itself', () => {
  const change = { id: 'cbtxn_1', day: '2026-06-01', customer: 'cus_1', currency: 'eur', amount: -500 };
  expect(balanceChangeEntries({ ...change, type: 'applied_to_invoice' })).toEqual([]);
  expect(balanceChangeEntries({ ...change, type: 'adjustment' })).toMatchObject([
    {
      kind: 'customer-credit.adjusted',
      subject: 'cbtxn_1',
      postings: [
        { account: 2300, sub: 'cus_1', amount: -500 },
        { account: 5300, sub: 'cus_1', amount: 500 },
      ],
    },
  ]);
});
