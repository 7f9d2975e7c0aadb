// Every dispute of the sample company as the page shows it, beside what the simulator holds, field by field.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { getDispute } from '../../../main/invoicing/disputes/get-dispute.ts';
import { countDisputes, listDisputes } from '../../../main/invoicing/disputes/list-disputes.ts';
import { calls } from '../../../shared/contract/calls.ts';
import { disputeStanding } from '../../../shared/domain/disputes.ts';
import { createSyncBench } from '../../support/sync-bench.ts';
import { useContext } from '../../support/use-context.ts';

const AtStripe = z.object({
  id: z.string(),
  amount: z.int(),
  currency: z.string(),
  status: z.string(),
  reason: z.string(),
  charge: z.string(),
  payment_intent: z.string(),
  is_charge_refundable: z.boolean(),
  evidence_details: z.object({
    due_by: z.int().nullable(),
    has_evidence: z.boolean(),
    submission_count: z.int(),
  }),
  balance_transactions: z.array(
    z.object({ id: z.string(), amount: z.int(), fee: z.int(), net: z.int(), currency: z.string() }),
  ),
});

test('every dispute of the sample company is on screen as it is at Stripe', async () => {
  const bench = createSyncBench({ seeded: true });
  await bench.backfill();
  const context = useContext({ db: bench.db, now: () => Math.floor(bench.clock.now() / 1000) });
  const there = bench.simulator.control.objects({ type: 'dispute' }).map((object) => AtStripe.parse(object));
  expect(there.length).toBeGreaterThan(5);
  const input = calls['disputes.list'].input.parse({ page: { offset: 0, limit: 200 } });
  const { rows } = listDisputes(context, input);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(there.map(({ id }) => id).toSorted());
  for (const dispute of there) {
    const moves = dispute.balance_transactions;
    const shown = getDispute(context, { id: dispute.id });
    expect(shown).toMatchObject({
      id: dispute.id,
      amount: dispute.amount,
      currency: dispute.currency,
      status: dispute.status,
      standing: disputeStanding(dispute.status),
      reason: dispute.reason,
      chargeId: dispute.charge,
      paymentId: dispute.payment_intent,
      isRefundable: dispute.is_charge_refundable,
      dueBy: dispute.evidence_details.due_by,
      hasEvidence: dispute.evidence_details.has_evidence,
      submissions: dispute.evidence_details.submission_count,
    });
    const sum = (of: 'amount' | 'fee'): number => moves.reduce((total, move) => total + move[of], 0);
    expect([shown.withheld?.amount, shown.fee?.amount]).toEqual([0 - sum('amount'), sum('fee')]);
    expect(
      shown.moves.map(({ id, gross, fee, net, currency }) => ({ id, amount: gross, fee, net, currency })),
    ).toEqual(moves);
    const { cursor: _cursor, ...row } = rows.find(({ id }) => id === dispute.id) ?? { cursor: '' };
    expect(shown).toMatchObject(row);
  }
  const { statuses } = countDisputes(context, {});
  expect(statuses.reduce((total, { count }) => total + count, 0)).toBe(there.length);
});
