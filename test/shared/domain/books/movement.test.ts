// What is posted for each movement of Stripe's balance, for payouts that arrive and for disputes that are lost, row by row.
import { describe, expect, test } from 'vitest';
import {
  isUnknownMovement,
  movementEntry,
  type MovementFacts,
} from '../../../../shared/domain/books/movement.ts';
import { disputeEntries, payoutEntries } from '../../../../shared/domain/books/settlement.ts';
import { readable } from '../../../support/postings.ts';

const DAY = '2026-03-05';

/** 119.00 by card, of which Stripe keeps 1.93. */
const PAYMENT: MovementFacts = {
  id: 'txn_1',
  type: 'charge',
  category: 'charge',
  day: DAY,
  currency: 'eur',
  amount: 11_900,
  fee: 193,
  feeDetails: [{ type: 'stripe_fee', amount: 193 }],
  document: 'pi_1',
  presented: { currency: 'eur', amount: 11_900 },
};

const without = (part: Partial<MovementFacts>): Partial<MovementFacts> => ({
  fee: 0,
  feeDetails: [],
  ...part,
});

const TABLE: readonly (readonly [string, Partial<MovementFacts>, string])[] = [
  [
    'a payment',
    {},
    'Dr Stripe balance 117.07 EUR | Dr Stripe fees 1.93 EUR | Cr Payments to be applied 119.00 EUR',
  ],
  [
    'a payment with tax on its fee',
    {
      fee: 230,
      feeDetails: [
        { type: 'stripe_fee', amount: 193 },
        { type: 'tax', amount: 37 },
      ],
    },
    'Dr Stripe balance 116.70 EUR | Dr Stripe fees 1.93 EUR | Dr Tax on Stripe fees 0.37 EUR | Cr Payments to be applied 119.00 EUR',
  ],
  [
    'a fee that its details do not explain',
    { feeDetails: [] },
    'Dr Stripe balance 117.07 EUR | Dr Stripe fees 1.93 EUR | Cr Payments to be applied 119.00 EUR',
  ],
  [
    'a payment in another currency',
    { currency: 'usd', amount: 12_852, fee: 0, feeDetails: [] },
    'Dr Currency conversion 119.00 EUR | Dr Stripe balance 128.52 USD | Cr Payments to be applied 119.00 EUR | Cr Currency conversion 128.52 USD',
  ],
  [
    'a refund',
    without({ type: 'refund', category: 'refund', amount: -11_900 }),
    'Dr Refunds to be credited 119.00 EUR | Cr Stripe balance 119.00 EUR',
  ],
  [
    'a refund in another currency',
    without({
      type: 'refund',
      category: 'refund',
      currency: 'usd',
      amount: -12_852,
      document: 're_1',
    }),
    'Dr Refunds to be credited 119.00 EUR | Dr Currency conversion 128.52 USD | Cr Currency conversion 119.00 EUR | Cr Stripe balance 128.52 USD',
  ],
  [
    'a refund that failed later',
    without({ type: 'refund_failure', category: 'refund_failure', amount: 11_900 }),
    'Dr Stripe balance 119.00 EUR | Cr Refunds to be credited 119.00 EUR',
  ],
  [
    'a debit that failed later',
    without({ type: 'payment_failure_refund', category: 'charge_failure', amount: -11_900 }),
    'Dr Payments to be applied 119.00 EUR | Cr Stripe balance 119.00 EUR',
  ],
  [
    'a dispute takes the money, and its fee',
    {
      type: 'adjustment',
      category: 'dispute',
      amount: -11_900,
      fee: 2_000,
      feeDetails: [{ type: 'stripe_fee', amount: 2_000 }],
      document: 'dp_1',
    },
    'Dr Disputed payments held 119.00 EUR | Dr Stripe fees 20.00 EUR | Cr Stripe balance 139.00 EUR',
  ],
  [
    'a dispute that is won gives it back',
    without({
      type: 'adjustment',
      category: 'dispute_reversal',
      amount: 11_900,
      document: 'dp_1',
    }),
    'Dr Stripe balance 119.00 EUR | Cr Disputed payments held 119.00 EUR',
  ],
  [
    'a payout',
    without({ type: 'payout', category: 'payout', amount: -11_900 }),
    'Dr Payouts on their way 119.00 EUR | Cr Stripe balance 119.00 EUR',
  ],
  [
    'a payout that came back',
    without({ type: 'payout_failure', category: 'payout_reversal', amount: 11_900 }),
    'Dr Stripe balance 119.00 EUR | Cr Payouts on their way 119.00 EUR',
  ],
  [
    'a fee of Stripe’s own',
    without({ type: 'stripe_fee', category: 'fee', amount: -200 }),
    'Dr Stripe fees 2.00 EUR | Cr Stripe balance 2.00 EUR',
  ],
  [
    'tax that Stripe takes',
    without({ type: 'tax_fee', category: 'tax', amount: -38 }),
    'Dr Tax on Stripe fees 0.38 EUR | Cr Stripe balance 0.38 EUR',
  ],
  [
    'a top-up from the bank',
    without({ type: 'topup', category: 'topup', amount: 5_000 }),
    'Dr Stripe balance 50.00 EUR | Cr Bank 50.00 EUR',
  ],
  [
    'money that Stripe holds back',
    without({ type: 'reserve_transaction', category: 'risk_reserved_funds', amount: -5_000 }),
    'Dr Reserves held by Stripe 50.00 EUR | Cr Stripe balance 50.00 EUR',
  ],
  [
    'an adjustment',
    without({ type: 'adjustment', category: 'other_adjustment', amount: -500 }),
    'Dr Suspense 5.00 EUR | Cr Stripe balance 5.00 EUR',
  ],
  [
    'what nobody has heard of',
    without({ type: 'constructor', category: 'toString', amount: 500 }),
    'Dr Stripe balance 5.00 EUR | Cr Suspense 5.00 EUR',
  ],
];

describe('a movement of the balance is posted when it is', () => {
  test.each(TABLE)('%s', (_what, change, expected) => {
    expect(readable([movementEntry({ ...PAYMENT, ...change })])).toEqual([`${DAY} movement | ${expected}`]);
  });

  test('something that a person has to decide only where its type says nothing', () => {
    const unknown = TABLE.filter(([, change]) => isUnknownMovement({ ...PAYMENT, ...change })).map(
      ([what]) => what,
    );
    expect(unknown).toEqual(['an adjustment', 'what nobody has heard of']);
  });
});

describe('a payout', () => {
  const payout = { id: 'po_1', currency: 'eur', amount: 11_900, arrivalDay: DAY };

  test.each(['pending', 'in_transit', 'canceled', 'failed'])('that is %s has not arrived', (status) => {
    expect(payoutEntries({ ...payout, status })).toEqual([]);
  });

  test('arrives at the bank', () => {
    expect(readable(payoutEntries({ ...payout, status: 'paid' }))).toEqual([
      `${DAY} payout.arrived | Dr Bank 119.00 EUR | Cr Payouts on their way 119.00 EUR`,
    ]);
  });
});

describe('a dispute', () => {
  const taken = { currency: 'eur', amount: -11_900, day: DAY };

  test.each(['needs_response', 'under_review', 'won', 'warning_closed'])(
    'that is %s loses nothing',
    (status) => {
      expect(disputeEntries({ id: 'dp_1', status, movements: [taken] })).toEqual([]);
    },
  );

  test('that is lost loses what is held', () => {
    expect(readable(disputeEntries({ id: 'dp_1', status: 'lost', movements: [taken] }))).toEqual([
      `${DAY} dispute.lost | Dr Disputes lost 119.00 EUR | Cr Disputed payments held 119.00 EUR`,
    ]);
  });

  test('that is lost before anything was taken loses nothing yet', () => {
    expect(disputeEntries({ id: 'dp_1', status: 'lost', movements: [] })).toEqual([]);
  });
});
