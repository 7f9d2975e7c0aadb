// What is posted for an invoice of which a part happened before the books began, row by row.
import { describe, expect, test } from 'vitest';
import { credit, debit, entry, type Entry } from '../../../../shared/domain/books/entry.ts';
import { beginningRefusal, withOpening } from '../../../../shared/domain/books/opening.ts';
import { readable } from '../../../support/postings.ts';

const issued = entry('invoice.finalized', 'in_1', '2025-12-10', [
  debit('receivables', 'eur', 11_900, 'cus_1'),
  credit('revenue', 'eur', 10_000),
  credit('taxPayable', 'eur', 1_900, 'txr_19'),
]);
const applied = (day: string): Entry =>
  entry('payment.applied', 'inpay_1', day, [
    debit('unappliedPayments', 'eur', 11_900, 'pi_1'),
    credit('receivables', 'eur', 11_900, 'cus_1'),
  ]);

describe('books that begin on the first of January', () => {
  test.each<[string, readonly Entry[], readonly string[]]>([
    [
      'owe what was open, and the tax on it; what was earned is equity',
      [issued],
      [
        '2025-12-31 opening | Dr Accounts receivable 119.00 EUR | Cr Tax payable 19.00 EUR | Cr Opening balances 100.00 EUR',
      ],
    ],
    [
      'post what came in afterwards as ever',
      [issued, applied('2026-01-01')],
      [
        '2025-12-31 opening | Dr Accounts receivable 119.00 EUR | Cr Tax payable 19.00 EUR | Cr Opening balances 100.00 EUR',
        '2026-01-01 payment.applied | Dr Payments to be applied 119.00 EUR | Cr Accounts receivable 119.00 EUR',
      ],
    ],
    [
      'owe nothing of what was paid before',
      [issued, applied('2025-12-31')],
      [
        '2025-12-31 opening | Dr Payments to be applied 119.00 EUR | Cr Tax payable 19.00 EUR | Cr Opening balances 100.00 EUR',
      ],
    ],
    [
      'know nothing of what came to nothing before',
      [
        applied('2025-12-30'),
        entry(
          'payment.applied',
          'inpay_2',
          '2025-12-31',
          applied('').postings.map((p) => ({ ...p, amount: -p.amount })),
        ),
      ],
      [],
    ],
    [
      'post what happened from then on alone',
      [applied('2026-01-01')],
      [
        '2026-01-01 payment.applied | Dr Payments to be applied 119.00 EUR | Cr Accounts receivable 119.00 EUR',
      ],
    ],
  ])('%s', (_, entries, rows) => {
    expect(readable(withOpening(entries, 'in_1', '2026-01-01'))).toEqual(rows);
  });

  test('have another cause than those that begin on another day', () => {
    const [january] = withOpening([issued], 'in_1', '2026-01-01');
    const [february] = withOpening([issued], 'in_1', '2026-02-01');
    expect([january?.subject, february?.subject]).toEqual(['in_1:2026-01-01', 'in_1:2026-02-01']);
  });
});

test('books that begin with the first thing of all have no opening balances', () => {
  expect(withOpening([issued], 'in_1', null)).toEqual([issued]);
});

describe('the first day', () => {
  test.each([
    ['is any day that has come', '2026-03-05', null, null],
    ['is not in the future', '2026-03-06', null, 'future'],
    ['stays while a month is closed', '2026-01-01', '2026-01', 'closed'],
    ['can be taken back', null, null, null],
  ])('%s', (_, begins, closedThrough, code) => {
    expect(beginningRefusal(begins, { today: '2026-03-05', closedThrough })?.code ?? null).toBe(code);
  });
});
