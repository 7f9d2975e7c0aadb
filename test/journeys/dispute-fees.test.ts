// The fee of a dispute that Stripe takes apart from the money.
import { describe, expect, it } from 'vitest';
import { opened, paidStory } from '../support/dispute-story.ts';

describe('A dispute whose fee is a balance transaction of its own', () => {
  it.each([
    ['won', 'kept', 2_000],
    ['lost', 'kept', 2_000],
    ['won', 'returned', 0],
  ] as const)(
    'shows and books it as the fee when it is %s and the fee is %s',
    async (status, wonDisputeFee, fee) => {
      const rules = { disputeFee: 'own_transaction', wonDisputeFee } as const;
      const story = await paidStory({ simulator: { rules } });
      const { program } = story;
      const id = await opened(story);
      const dispute = () => program.call('disputes.get', { id });
      await program.until('the fee is here', async () => (await dispute()).fee?.amount === 2_000);
      const { amount, moves, withheld, timeline } = await dispute();
      expect(withheld).toEqual({ amount, currency: 'eur' });
      expect(moves).toMatchObject([
        { kind: 'withdrawn', gross: -amount, fee: 0, net: -amount },
        { kind: 'fee', gross: 0, fee: 2_000, net: -2_000 },
      ]);
      expect(timeline.map(({ text }) => text)).toContain('Stripe took its fee of €20.00');

      program.simulator.control.decideDispute({ dispute: id, status });
      const ended = status === 'won' ? 0 : amount;
      await program.until('it has ended', async () => {
        const now = await dispute();
        return now.standing === status && now.withheld?.amount === ended && now.fee?.amount === fee;
      });
      const { rows } = await program.call('books.trialBalance', { from: null, to: null });
      const closing = (account: number): number =>
        rows.filter((row) => row.account === account).reduce((sum, row) => sum + row.closing, 0);
      expect(closing(1300)).toBe(0);
      expect(closing(5200)).toBe(ended);
      expect(await program.call('books.proof', {})).toMatchObject({ state: 'in-balance' });
    },
  );
});
