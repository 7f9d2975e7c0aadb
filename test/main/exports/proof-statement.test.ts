import { expect, test } from 'vitest';
import { proofStatement } from '../../../main/exports/proof-statement.ts';
import type { Proof } from '../../../shared/contract/ledger.ts';

const BALANCED: Proof = {
  state: 'in-balance',
  checkedAt: 1_800_000_000,
  waiting: 0,
  entries: 12,
  movements: [{ currency: 'eur', books: 123_456, stripe: 123_456 }],
  balance: [{ currency: 'eur', books: 123_456, stripe: 123_456 }],
  receivables: [{ currency: 'jpy', books: 500, stripe: 500 }],
  problems: { count: 0, first: [] },
  suspense: [],
  verification: { running: false, done: 0, all: 0, finishedAt: null, entries: 0, finding: null },
};

test('books in balance say so, and what Stripe says is to be asserted', () => {
  expect(proofStatement(BALANCED)).toEqual({
    words: [
      'In balance, 2027-01-15 08:00 UTC.',
      'Stripe balance, and the sum of its movements: 1234.56 EUR and 1234.56 EUR',
      'Stripe balance, and what Stripe states: 1234.56 EUR and 1234.56 EUR',
      'Owed by customers, and what is left of open invoices at Stripe: 500 JPY and 500 JPY',
    ],
    stated: [
      { account: 1100, sub: '', currency: 'eur', amount: 123_456 },
      { account: 1100, sub: '', currency: 'eur', amount: 123_456 },
      { account: 1200, sub: '', currency: 'jpy', amount: 500 },
    ],
  });
});

test('books out of balance say what differs, and assert nothing of Stripe', () => {
  const statement = proofStatement({
    ...BALANCED,
    state: 'out-of-balance',
    balance: [{ currency: 'eur', books: 123_456, stripe: 123_457 }],
  });
  expect(statement.words[0]).toBe('OUT OF BALANCE: the books and Stripe differ, 2027-01-15 08:00 UTC.');
  expect(statement.words).toContain(
    'Stripe balance, and what Stripe states: 1234.56 EUR and 1234.57 EUR DIFFER',
  );
  expect(statement.stated).toEqual([]);
});

test('books of which something is not posted yet are not called complete', () => {
  expect(proofStatement({ ...BALANCED, state: 'posting', waiting: 3 })).toMatchObject({
    words: expect.arrayContaining([expect.stringMatching(/^NOT COMPLETE: /)]),
    stated: [],
  });
});
