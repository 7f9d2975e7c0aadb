// What is posted for each thing that happens to an invoice, row by row.
import { describe, expect, test } from 'vitest';
import type {
  AppliedPayment,
  CreditNoteFacts,
  InvoiceFacts,
  When,
} from '../../../../shared/domain/books/invoice-facts.ts';
import { invoiceEntries } from '../../../../shared/domain/books/invoice-entries.ts';
import { readable } from '../../../support/postings.ts';

const on = (day: number): When => ({ at: day * 86_400, day: `2026-03-${String(day).padStart(2, '0')}` });

/** 100.00 and 19 % of tax, issued on the first of March. */
const OPEN: InvoiceFacts = {
  id: 'in_1',
  status: 'open',
  customer: 'cus_1',
  currency: 'eur',
  total: 11_900,
  taxes: [{ rate: 'txr_19', amount: 1_900 }],
  revenue: [],
  amountRemaining: 11_900,
  amountPaidOffStripe: 0,
  amountOverpaid: 0,
  balanceApplied: 0,
  finalized: on(1),
  paid: null,
  voided: null,
  markedUncollectible: null,
  payments: [],
  creditNotes: [],
};

const payment = (amount: number, day: number, id = 'pi_1'): AppliedPayment => ({
  id: `inpay_${id}`,
  payment: id,
  amount,
  paid: on(day),
});

const note = (part: Partial<CreditNoteFacts>): CreditNoteFacts => ({
  id: 'cn_1',
  total: 1_190,
  taxes: [{ rate: 'txr_19', amount: 190 }],
  revenue: [],
  prePayment: 0,
  postPayment: 0,
  refunded: 0,
  outside: 0,
  issued: on(10),
  voided: null,
  ...part,
});

const PAID: Partial<InvoiceFacts> = {
  status: 'paid',
  amountRemaining: 0,
  paid: on(5),
  payments: [payment(11_900, 5)],
};

const ISSUED =
  '2026-03-01 invoice.finalized | Dr Accounts receivable 119.00 EUR | Cr Tax payable 19.00 EUR | Cr Revenue 100.00 EUR';
const APPLIED =
  '2026-03-05 payment.applied | Dr Payments to be applied 119.00 EUR | Cr Accounts receivable 119.00 EUR';

const TABLE: readonly (readonly [string, Partial<InvoiceFacts>, readonly string[]])[] = [
  ['a draft', { status: 'draft', finalized: null }, []],
  ['issued', {}, [ISSUED]],
  [
    'issued without tax',
    { taxes: [] },
    ['2026-03-01 invoice.finalized | Dr Accounts receivable 119.00 EUR | Cr Revenue 119.00 EUR'],
  ],
  ['issued for nothing', { total: 0, taxes: [], amountRemaining: 0 }, ['2026-03-01 invoice.finalized']],
  ['paid', PAID, [ISSUED, APPLIED]],
  [
    'paid in part',
    { amountRemaining: 7_900, payments: [payment(4_000, 5)] },
    [
      ISSUED,
      '2026-03-05 payment.applied | Dr Payments to be applied 40.00 EUR | Cr Accounts receivable 40.00 EUR',
    ],
  ],
  [
    'paid outside Stripe',
    { status: 'paid', amountRemaining: 0, paid: on(5), amountPaidOffStripe: 11_900 },
    [
      ISSUED,
      '2026-03-05 invoice.paid-outside | Dr Settled outside Stripe 119.00 EUR | Cr Accounts receivable 119.00 EUR',
    ],
  ],
  [
    'paid outside Stripe, with a payment record',
    {
      status: 'paid',
      amountRemaining: 0,
      paid: on(5),
      amountPaidOffStripe: 11_900,
      payments: [{ ...payment(11_900, 5), payment: null }],
    },
    [
      ISSUED,
      '2026-03-05 payment.applied | Dr Settled outside Stripe 119.00 EUR | Cr Accounts receivable 119.00 EUR',
    ],
  ],
  [
    'partly from the customer’s credit',
    { balanceApplied: -3_000, amountRemaining: 8_900 },
    [
      ISSUED,
      '2026-03-01 invoice.balance-applied | Dr Customer credit 30.00 EUR | Cr Accounts receivable 30.00 EUR',
    ],
  ],
  [
    'overpaid, all applied',
    {
      status: 'paid',
      amountRemaining: 0,
      paid: on(5),
      amountOverpaid: 2_000,
      payments: [payment(13_900, 5)],
    },
    [
      ISSUED,
      '2026-03-05 payment.applied | Dr Payments to be applied 139.00 EUR | Cr Accounts receivable 139.00 EUR',
      '2026-03-05 invoice.overpaid | Dr Accounts receivable 20.00 EUR | Cr Customer credit 20.00 EUR',
    ],
  ],
  [
    'overpaid, only what was due applied',
    { ...PAID, amountOverpaid: 2_000 },
    [
      ISSUED,
      APPLIED,
      '2026-03-05 invoice.overpaid | Dr Payments to be applied 20.00 EUR | Cr Customer credit 20.00 EUR',
    ],
  ],
  [
    'credited before the payment',
    { amountRemaining: 10_710, creditNotes: [note({ prePayment: 1_190 })] },
    [
      ISSUED,
      '2026-03-10 credit-note.issued | Dr Tax payable 1.90 EUR | Dr Revenue 10.00 EUR | Cr Accounts receivable 11.90 EUR',
    ],
  ],
  [
    'credited, and the note voided',
    { creditNotes: [note({ prePayment: 1_190, voided: on(12) })] },
    [
      ISSUED,
      '2026-03-10 credit-note.issued | Dr Tax payable 1.90 EUR | Dr Revenue 10.00 EUR | Cr Accounts receivable 11.90 EUR',
      '2026-03-12 credit-note.voided | Dr Accounts receivable 11.90 EUR | Cr Tax payable 1.90 EUR | Cr Revenue 10.00 EUR',
    ],
  ],
  [
    'credited after the payment, refunded',
    { ...PAID, creditNotes: [note({ postPayment: 1_190, refunded: 1_190 })] },
    [
      ISSUED,
      APPLIED,
      '2026-03-10 credit-note.issued | Dr Tax payable 1.90 EUR | Dr Revenue 10.00 EUR | Cr Refunds to be credited 11.90 EUR',
    ],
  ],
  [
    'credited after the payment, as credit',
    { ...PAID, creditNotes: [note({ postPayment: 1_190 })] },
    [
      ISSUED,
      APPLIED,
      '2026-03-10 credit-note.issued | Dr Tax payable 1.90 EUR | Dr Revenue 10.00 EUR | Cr Customer credit 11.90 EUR',
    ],
  ],
  [
    'credited after the payment, settled outside Stripe',
    { ...PAID, creditNotes: [note({ postPayment: 1_190, outside: 1_190 })] },
    [
      ISSUED,
      APPLIED,
      '2026-03-10 credit-note.issued | Dr Tax payable 1.90 EUR | Dr Revenue 10.00 EUR | Cr Settled outside Stripe 11.90 EUR',
    ],
  ],
  [
    'issued, with services and goods on accounts of their own',
    {
      revenue: [
        { account: 4001, amount: 6_000 },
        { account: 4002, amount: 2_500 },
      ],
    },
    [
      '2026-03-01 invoice.finalized | Dr Accounts receivable 119.00 EUR | Cr Tax payable 19.00 EUR | Cr Revenue 15.00 EUR | Cr Revenue 4001 60.00 EUR | Cr Revenue 4002 25.00 EUR',
    ],
  ],
  [
    'issued, with a reduction that has an account of its own',
    {
      revenue: [
        { account: 4001, amount: 12_000 },
        { account: 4002, amount: -2_000 },
      ],
    },
    [
      '2026-03-01 invoice.finalized | Dr Accounts receivable 119.00 EUR | Dr Revenue 4002 20.00 EUR | Cr Tax payable 19.00 EUR | Cr Revenue 4001 120.00 EUR',
    ],
  ],
  [
    'credited for services, and the note voided',
    {
      revenue: [{ account: 4001, amount: 10_000 }],
      creditNotes: [note({ prePayment: 1_190, voided: on(12), revenue: [{ account: 4001, amount: 1_000 }] })],
    },
    [
      '2026-03-01 invoice.finalized | Dr Accounts receivable 119.00 EUR | Cr Tax payable 19.00 EUR | Cr Revenue 4001 100.00 EUR',
      '2026-03-10 credit-note.issued | Dr Tax payable 1.90 EUR | Dr Revenue 4001 10.00 EUR | Cr Accounts receivable 11.90 EUR',
      '2026-03-12 credit-note.voided | Dr Accounts receivable 11.90 EUR | Cr Tax payable 1.90 EUR | Cr Revenue 4001 10.00 EUR',
    ],
  ],
  [
    'voided after a part of its goods was credited',
    {
      status: 'void',
      voided: on(15),
      revenue: [{ account: 4002, amount: 4_000 }],
      creditNotes: [note({ prePayment: 1_190, revenue: [{ account: 4002, amount: 1_000 }] })],
    },
    [
      '2026-03-01 invoice.finalized | Dr Accounts receivable 119.00 EUR | Cr Tax payable 19.00 EUR | Cr Revenue 60.00 EUR | Cr Revenue 4002 40.00 EUR',
      '2026-03-10 credit-note.issued | Dr Tax payable 1.90 EUR | Dr Revenue 4002 10.00 EUR | Cr Accounts receivable 11.90 EUR',
      '2026-03-15 invoice.voided | Dr Tax payable 17.10 EUR | Dr Revenue 60.00 EUR | Dr Revenue 4002 30.00 EUR | Cr Accounts receivable 107.10 EUR',
    ],
  ],
  [
    'voided',
    { status: 'void', voided: on(8) },
    [
      ISSUED,
      '2026-03-08 invoice.voided | Dr Tax payable 19.00 EUR | Dr Revenue 100.00 EUR | Cr Accounts receivable 119.00 EUR',
    ],
  ],
  [
    'voided after a part was credited and a part came from the customer’s credit',
    { status: 'void', voided: on(15), balanceApplied: -3_000, creditNotes: [note({ prePayment: 1_190 })] },
    [
      ISSUED,
      '2026-03-01 invoice.balance-applied | Dr Customer credit 30.00 EUR | Cr Accounts receivable 30.00 EUR',
      '2026-03-10 credit-note.issued | Dr Tax payable 1.90 EUR | Dr Revenue 10.00 EUR | Cr Accounts receivable 11.90 EUR',
      '2026-03-15 invoice.voided | Dr Tax payable 17.10 EUR | Dr Revenue 90.00 EUR | Cr Accounts receivable 77.10 EUR | Cr Customer credit 30.00 EUR',
    ],
  ],
  [
    'marked uncollectible',
    { status: 'uncollectible', markedUncollectible: on(20) },
    [ISSUED, '2026-03-20 invoice.written-off | Dr Bad debts 119.00 EUR | Cr Accounts receivable 119.00 EUR'],
  ],
  [
    'marked uncollectible, then paid',
    { ...PAID, paid: on(25), payments: [payment(11_900, 25)], markedUncollectible: on(20) },
    [
      ISSUED,
      '2026-03-25 payment.applied | Dr Payments to be applied 119.00 EUR | Cr Accounts receivable 119.00 EUR',
      '2026-03-20 invoice.written-off | Dr Bad debts 119.00 EUR | Cr Accounts receivable 119.00 EUR',
      '2026-03-25 invoice.recovered | Dr Accounts receivable 119.00 EUR | Cr Bad debts 119.00 EUR',
    ],
  ],
  [
    'marked uncollectible, then paid in part',
    {
      status: 'uncollectible',
      amountRemaining: 7_900,
      payments: [payment(4_000, 25)],
      markedUncollectible: on(20),
    },
    [
      ISSUED,
      '2026-03-25 payment.applied | Dr Payments to be applied 40.00 EUR | Cr Accounts receivable 40.00 EUR',
      '2026-03-20 invoice.written-off | Dr Bad debts 119.00 EUR | Cr Accounts receivable 119.00 EUR',
      '2026-03-25 invoice.recovered | Dr Accounts receivable 40.00 EUR | Cr Bad debts 40.00 EUR',
    ],
  ],
  [
    'marked uncollectible, then voided',
    { status: 'void', markedUncollectible: on(20), voided: on(22) },
    [
      ISSUED,
      '2026-03-22 invoice.voided | Dr Tax payable 19.00 EUR | Dr Revenue 100.00 EUR | Cr Accounts receivable 119.00 EUR',
      '2026-03-20 invoice.written-off | Dr Bad debts 119.00 EUR | Cr Accounts receivable 119.00 EUR',
      '2026-03-22 invoice.recovered | Dr Accounts receivable 119.00 EUR | Cr Bad debts 119.00 EUR',
    ],
  ],
];

describe('an invoice is posted when it is', () => {
  test.each(TABLE)('%s', (_what, change, expected) => {
    expect(readable(invoiceEntries({ ...OPEN, ...change }))).toEqual(expected);
  });
});
