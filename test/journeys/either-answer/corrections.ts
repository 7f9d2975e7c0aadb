// Both answers to what is not known of what comes after a payment: refunds and disputes.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { CustomerOutcome } from '../../../main/simulator/options.ts';
import type { Rules } from '../../../main/simulator/rules.ts';
import {
  invoice,
  openInvoice,
  paidInvoice,
  refund,
  refundsAtStripe,
  settled,
  type Story,
  transferredInvoice,
} from '../../support/correction-story.ts';
import { dashboard } from '../../support/dashboard.ts';
import { atStripe, catchUp, either } from '../../support/either-answer.ts';
import { idOf } from '../../support/id-of.ts';

const DAY_MS = 86_400_000;

/** The customer's bank disputes the only payment; its id. */
function dispute({ program: { simulator } }: Story): string {
  const [charge] = simulator.control.objects({ type: 'charge' });
  return simulator.control.dispute({ charge: idOf(charge), reason: 'product_not_received' }).dispute;
}

async function disputed(
  rules: Partial<Rules>,
  pay: CustomerOutcome = 'succeeded',
): Promise<{ readonly story: Story; readonly id: string }> {
  const story = await paidInvoice({ simulator: { rules }, pay });
  const id = dispute(story);
  await catchUp(story.program);
  return { story, id };
}

export const correctionRuns = {
  disputeFee: either({ with_withdrawal: 1, own_transaction: 2 }, async (rules, expected) => {
    const { story, id } = await disputed(rules);
    const { moves, fee, withheld } = await story.program.call('disputes.get', { id });
    expect(moves).toHaveLength(expected);
    expect([fee?.amount, withheld?.amount]).toEqual([2_000, 380_499]);
    return story.program;
  }),

  wonDisputeFee: either({ kept: 2_000, returned: 0 }, async (rules, expected) => {
    const { story, id } = await disputed(rules);
    const { program } = story;
    program.simulator.control.decideDispute({ dispute: id, status: 'won' });
    await catchUp(program);
    expect(await program.call('disputes.get', { id })).toMatchObject({
      standing: 'won',
      withheld: { amount: 0 },
      fee: { amount: expected },
    });
    return program;
  }),

  unansweredDispute: either(
    { lost: ['lost', []], stays_open: ['needs-answer', ['accept']] },
    async (rules, expected) => {
      const { story, id } = await disputed(rules);
      const { program } = story;
      await program.asleep(40 * DAY_MS);
      await catchUp(program);
      const { standing, actions } = await program.call('disputes.get', { id });
      expect([standing, actions]).toEqual(expected);
      return program;
    },
  ),

  debitDispute: either(
    { lost: ['lost', []], needs_response: ['needs-answer', ['stage', 'submit', 'accept']] },
    async (rules, expected) => {
      const { story, id } = await disputed(rules, 'sepa_processing');
      const { standing, actions } = await story.program.call('disputes.get', { id });
      expect([standing, actions]).toEqual(expected);
      return story.program;
    },
  ),

  disputePrefix: either({ du: 'du_', dp: 'dp_' }, async (rules, expected) => {
    const { story, id } = await disputed(rules);
    expect(id.startsWith(expected)).toBe(true);
    const { hits } = await story.program.call('search.everything', { text: id });
    expect(hits.map((hit) => [hit.kind, hit.id])).toContainEqual(['dispute', id]);
    expect((await invoice(story)).badge).toBe('disputed');
    return story.program;
  }),

  debitRefund: either(
    { pending: 'refund-pending', succeeds: 'partially-refunded' },
    async (rules, expected) => {
      const story = await paidInvoice({ simulator: { rules }, pay: 'sepa_processing' });
      expect(await settled(story, await refund(story, 2_000))).toBe('done');
      expect((await invoice(story)).badge).toBe(expected);
      return story.program;
    },
  ),

  transferRefund: either(
    { asks_customer: 'refund-pending', to_cash_balance: 'partially-refunded' },
    async (rules, expected) => {
      const story = await transferredInvoice({ simulator: { rules } });
      expect(await settled(story, await refund(story, 2_000))).toBe('done');
      expect((await invoice(story)).badge).toBe(expected);
      return story.program;
    },
  ),

  refundWithoutFunds: either(
    { succeeds: 'partially-refunded', waits: 'refund-pending' },
    async (rules, expected) => {
      const story = await paidInvoice({ simulator: { rules } });
      expect(await settled(story, await refund(story, 2_000))).toBe('done');
      expect((await invoice(story)).badge).toBe(expected);
      return story.program;
    },
  ),

  refundOfPendingCharge: either(
    { refused: ['processing', 0], waits: ['refund-pending', 2_000] },
    async (rules, expected) => {
      const story = await openInvoice({ simulator: { rules } });
      const { simulator } = story.program;
      simulator.control.payInvoice({ invoice: atStripe(story), outcome: 'sepa_processing' });
      const [charge] = simulator.control.objects({ type: 'charge' });
      // Not to be had here: the page offers no refund of what has not arrived. Stripe's dashboard may.
      await dashboard(simulator)
        .refunds.create({ charge: idOf(charge), amount: 2_000 })
        .catch(() => null);
      await story.program.call('sync.now', { commandId: randomUUID() });
      await story.program.clock.advance(2_000);
      const made = refundsAtStripe(story).reduce((sum, { amount }) => sum + Number(amount), 0);
      const { badge, refundable } = await invoice(story);
      expect([badge, made]).toEqual(expected);
      expect(refundable).toEqual([]);
      return story.program;
    },
  ),

  refundOnInvoice: either({ unchanged: 380_499, lowers_amount_paid: 378_499 }, async (rules, expected) => {
    const story = await paidInvoice({ simulator: { rules } });
    expect(await settled(story, await refund(story, 2_000))).toBe('done');
    await catchUp(story.program);
    const { badge, amountPaid, refunded } = await invoice(story);
    expect([badge, amountPaid, refunded]).toEqual(['partially-refunded', expected, 2_000]);
    return story.program;
  }),
} as const;
