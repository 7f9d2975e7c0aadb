import { describe, expect, it } from 'vitest';
import { disputeStanding } from '../../../shared/domain/disputes.ts';
import { countDisputes, listDisputes } from '../../../main/store/dispute-list.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { applyAll } from '../../support/mirror.ts';
import {
  balanceTransaction,
  charge,
  customer,
  dispute,
  invoice,
  invoicePayment,
  NOON,
  paymentIntent,
} from '../../support/stripe-objects.ts';

const STATUSES = [
  'needs_response',
  'warning_needs_response',
  'appeal_needs_response',
  'under_review',
  'warning_under_review',
  'appeal_under_review',
  'won',
  'lost',
  'warning_closed',
  'prevented',
  'something_new',
];

const db = memoryDb();
applyAll(db, [
  customer('cus_1', { name: 'Élan Vital' }),
  invoice('in_1', { number: 'A-1' }),
  invoicePayment('inpay_1', 'in_1', 'pi_1'),
  charge('ch_1', 'pi_1'),
  paymentIntent('pi_1', 'ch_1', { customer: 'cus_1' }),
  ...STATUSES.map((status, index) =>
    dispute(`du_${index}`, index === 0 ? 'pi_1' : 'pi_none', {
      status,
      amount: 100 * (index + 1),
      created: NOON + index,
      evidence_details: { due_by: index === 0 ? NOON + 86_400 : 0, has_evidence: true, submission_count: 1 },
      balance_transactions:
        index === 0
          ? [
              balanceTransaction('txn_1', 'du_0', { amount: -900, fee: 2000, net: -2900, currency: 'usd' }),
              balanceTransaction('txn_2', 'du_0', { amount: 300, fee: 0, net: 300, currency: 'usd' }),
            ]
          : [],
    }),
  ),
]);

const page = { offset: 0, limit: 50 };
const list = (input: Partial<Parameters<typeof listDisputes>[1]> = {}) =>
  listDisputes(db, { direction: 'desc', page, ...input }, (dueBy) => (dueBy === null ? null : 1));
const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

describe('the list of disputes', () => {
  it('shows what Stripe holds, its fee, whose payment it was and until when it can be answered', () => {
    expect(list().at(-1)).toMatchObject({
      id: 'du_0',
      invoiceNumber: 'A-1',
      customerName: 'Élan Vital',
      withheld: { amount: 600, currency: 'usd' },
      fee: { amount: 2000, currency: 'usd' },
      dueBy: NOON + 86_400,
      daysLeft: 1,
    });
    // The bank takes no answer, and nothing was taken.
    expect(list()[0]).toMatchObject({
      dueBy: null,
      daysLeft: null,
      withheld: null,
      fee: null,
      customerName: '',
    });
  });

  it('knows each status as the program does everywhere', () => {
    for (const { status, standing } of list())
      expect([status, standing]).toEqual([status, disputeStanding(status)]);
  });

  it('is ordered by time in both directions, and goes on from a cursor', () => {
    const all = ids(list());
    expect(all).toEqual(STATUSES.map((_, index) => `du_${index}`).toReversed());
    expect(ids(list({ direction: 'asc' }))).toEqual(all.toReversed());
    const [, second] = list({ page: { offset: 0, limit: 2 } });
    expect(ids(list({ page: { offset: 2, limit: 3, ...(second ? { after: second.cursor } : {}) } }))).toEqual(
      all.slice(2, 5),
    );
  });

  it('has a part for each standing, whose counts and sums it is', () => {
    expect(ids(list({ status: 'needs-answer' }))).toEqual(['du_2', 'du_1', 'du_0']);
    expect(ids(list({ status: 'nonsense' }))).toEqual([]);
    const counts = Object.fromEntries(
      countDisputes(db, undefined).map(({ status, count }) => [status, count]),
    );
    expect(counts).toEqual({ 'needs-answer': 3, 'under-review': 4, won: 1, lost: 1, closed: 2 });
    expect(countDisputes(db, undefined).find(({ status }) => status === 'needs-answer')?.sum).toEqual([
      { currency: 'eur', amount: 600 },
    ]);
  });

  it.each([
    ['elan', ['du_0']],
    ['A-1', ['du_0']],
    ['du_3', ['du_3']],
    ['nobody', []],
  ])('finds %s', (search, found) => {
    expect(ids(list({ search }))).toEqual(found);
    expect(countDisputes(db, search).reduce((sum, { count }) => sum + count, 0)).toBe(found.length);
  });
});
