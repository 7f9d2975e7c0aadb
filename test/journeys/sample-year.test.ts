// Two years of the sample business and a third that passes: whatever a screen says is, field by field, what Stripe says.
import { expect, it } from 'vitest';
import { BUSY_YEAR } from '../support/busy-year.ts';
import { dashboard } from '../support/dashboard.ts';
import { expectScreensAsAtStripe } from '../support/on-screen/compare.ts';
import { type SampleProgram, startSample } from '../support/sample-program.ts';

const FORTNIGHT = 15;
const TIMEOUT_MS = 600_000;

async function live({ program, catchUp, advance }: SampleProgram, from: number, to: number): Promise<void> {
  for (const acts of BUSY_YEAR.slice(from, to)) {
    for (const act of acts) {
      await act(program);
      await catchUp();
    }
    await advance(FORTNIGHT);
  }
}

it(
  'every invoice, payment, refund, credit note, dispute, payout and recurring invoice on screen is what Stripe has',
  async () => {
    const sample = await startSample();
    const { program, catchUp } = sample;
    const begun = await expectScreensAsAtStripe(program);
    await live(sample, 0, BUSY_YEAR.length / 2);
    const half = await expectScreensAsAtStripe(program);
    await live(sample, BUSY_YEAR.length / 2, BUSY_YEAR.length);
    const ended = await expectScreensAsAtStripe(program);
    for (const kind of Object.keys(begun) as readonly (keyof typeof begun)[]) {
      expect(half[kind], kind).toBeGreaterThan(begun[kind]);
      expect(ended[kind], kind).toBeGreaterThan(half[kind]);
    }
    expect(await program.call('books.proof', {})).toMatchObject({ state: 'in-balance' });

    // What the comparison is worth: the smallest thing that has not arrived yet fails it.
    const stripe = dashboard(program.simulator);
    const [open] = (await stripe.invoices.list({ status: 'open', limit: 1 })).data;
    await stripe.invoices.voidInvoice(open?.id ?? '');
    await expect(expectScreensAsAtStripe(program)).rejects.toThrow(open?.id);
    await catchUp();
    await expectScreensAsAtStripe(program);
  },
  TIMEOUT_MS,
);
