// Both answers to what is not known of Stripe's test clocks: what is told when one is deleted, and which lists leave out what is in one.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { advanceClock, beginInClock, type ClockStory, FEBRUARY } from '../../support/clock-story.ts';
import { catchUp, either, isInBalance } from '../../support/either-answer.ts';
import { connectTo, createWorld, type Program, startConnected, startProgram } from '../../support/program.ts';
import { NOON } from '../../support/virtual-clock.ts';

const DAY_MS = 86_400_000;

async function standing(program: Program, { customer, subscription }: ClockStory): Promise<unknown> {
  const { deletedAtStripe: deleted } = await program.call('customers.get', { id: customer });
  const { standing: of } = await program.call('recurring.get', { id: subscription });
  return { deleted, of };
}

export const clockRuns = {
  /** What lived in it is asked for again, however little was told. */
  deletedTestClock: either({ each_told: null, clock_told: null }, async (rules) => {
    const program = await startConnected({ simulator: { rules } });
    const story = await beginInClock(program.simulator);
    await advanceClock(program, story, FEBRUARY);
    await catchUp(program);
    expect(await standing(program, story)).toEqual({ deleted: false, of: 'active' });
    await story.stripe.testHelpers.testClocks.del(story.clock);
    await catchUp(program);
    expect(await standing(program, story)).toEqual({ deleted: true, of: 'ended' });
    await isInBalance(program);
    // Its invoices still name the customer here, whom Stripe no longer shows.
    return null;
  }),

  /** Books that are begun later ask for each of them by its customer or invoice, where it is on any list. */
  partsInTestClock: either({ listed: null, left_out: null }, async (rules) => {
    const world = createWorld(NOON, { rules });
    const story = await beginInClock(world.simulator);
    const { data } = await story.stripe.invoices.list({ customer: story.customer });
    const note = await story.stripe.creditNotes.create(
      { invoice: data[0]?.id ?? '', amount: 900, credit_amount: 900 },
      { idempotencyKey: randomUUID() },
    );
    await world.clock.advance(DAY_MS);
    const program = await startProgram({ world });
    await connectTo(program);
    await catchUp(program);
    const notes = await program.call('creditNotes.list', {
      direction: 'desc',
      page: { offset: 0, limit: 9 },
    });
    expect(notes.rows.map(({ id }) => id)).toEqual([note.id]);
    return program;
  }),
};
