// The account of a customer has their credit notes whole, also what was given back after the payment, and comes to what it was.
import { expect, test } from 'vitest';
import { appendEntry, type ChainedEntry } from '../../../../main/store/journal.ts';
import { customerAccounts } from '../../../../main/books/reports/customer-account.ts';
import { CHART } from '../../../../shared/domain/books/accounts.ts';
import { memoryDb } from '../../../support/memory-db.ts';
import { applyAll } from '../../../support/mirror.ts';
import { customer, paidInvoice } from '../../../support/stripe-objects.ts';

const EVERY = { from: null, to: null, currency: null };

function entry(seq: number, cause: string, amounts: Readonly<Partial<Record<keyof typeof CHART, number>>>) {
  const postings = Object.entries(CHART).flatMap(([name, { number: account, sub }]) => {
    const amount = Object.entries(amounts).find(([one]) => one === name)?.[1] ?? 0;
    return amount === 0 ? [] : [{ account, sub: sub === 'customer' ? 'cus_1' : '', currency: 'eur', amount }];
  });
  return {
    seq,
    caseId: 'in_1',
    cause,
    version: 1,
    day: `2026-03-0${seq}`,
    happened: null,
    postedAt: seq,
    postings,
    chain: String(seq).padStart(64, '0'),
  } satisfies ChainedEntry;
}

test('a credit note after the payment and what it gave back stand there, and change no balance', () => {
  const db = memoryDb();
  db.transaction(() => {
    appendEntry(db, entry(1, 'invoice.finalized:in_1', { receivables: 4_458, revenue: -4_458 }));
    appendEntry(db, entry(2, 'payment.applied:inpay_1', { receivables: -4_000, unappliedPayments: 4_000 }));
    const given = { openRefunds: -1_000, customerCredit: -200, outsideStripe: -50 };
    appendEntry(db, entry(3, 'credit-note.issued:cn_1', { receivables: -458, ...given, revenue: 1_708 }));
    appendEntry(db, entry(4, 'credit-note.issued:cn_2', { openRefunds: -300, revenue: 300 }));
  });
  const [account] = customerAccounts(db, 'cus_1', EVERY);
  expect(account?.lines.map(({ posted, givenBack, balance }) => [posted.amount, givenBack, balance])).toEqual(
    [
      [4_458, null, 4_458],
      [-4_000, null, 458],
      [-1_708, null, -1_250],
      [50, 'outside', -1_200],
      [1_000, 'refund', -200],
      [200, 'balance', 0],
      [-300, null, -300],
      [300, 'refund', 0],
    ],
  );
  expect(account).toMatchObject({ opening: 0, closing: 0, credit: 200 });
  const [later] = customerAccounts(db, 'cus_1', { ...EVERY, from: '2026-03-04' });
  expect(later).toMatchObject({ opening: 0, closing: 0 });
  expect(later?.lines).toHaveLength(2);
});

test('one of an invoice that was settled before the books begin stands there, too', () => {
  const db = memoryDb();
  applyAll(db, [customer('cus_1'), paidInvoice('in_1', { customer: 'cus_1' })]);
  db.transaction(() => {
    appendEntry(db, entry(1, 'credit-note.issued:cn_1', { openRefunds: -1_000, revenue: 1_000 }));
  });
  const [account] = customerAccounts(db, 'cus_1', EVERY);
  expect(account?.lines.map(({ posted, givenBack }) => [posted.amount, givenBack])).toEqual([
    [-1_000, null],
    [1_000, 'refund'],
  ]);
  expect(account).toMatchObject({ opening: 0, closing: 0, credit: 0 });
});
