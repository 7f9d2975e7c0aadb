// Customers in Stripe's test clocks: they live in a time of their own and plain lists leave them out, but their money is the account's.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { advanceClock, beginInClock, type ClockStory, FEBRUARY, MARCH } from '../support/clock-story.ts';
import { catchUp, isRight } from '../support/either-answer.ts';
import { connectTo, createWorld, type Program, startConnected, startProgram } from '../support/program.ts';
import { NOON } from '../support/virtual-clock.ts';

const DAY_MS = 86_400_000;

const page = { offset: 0, limit: 50 };

/** Names of the customers, and the days on which their invoices were issued, newest first. */
async function shown(program: Program): Promise<readonly (string | null)[]> {
  const customers = await program.call('customers.list', {
    filter: {},
    sort: { by: 'name', direction: 'asc' },
    page,
  });
  const invoices = await program.call('invoices.list', {
    filter: {},
    sort: { by: 'issue', direction: 'desc' },
    page,
  });
  return [...customers.rows.map(({ name }) => name), ...invoices.rows.map(({ issueDate }) => issueDate)];
}

describe("Customers in Stripe's test clocks", () => {
  it('are mirrored as their events come, in the time of their clock, and the books stay in balance', async () => {
    const program = await startConnected();
    const story = await beginInClock(program.simulator);
    await isRight(program);
    await advanceClock(program, story, FEBRUARY);
    await isRight(program);
    expect(await shown(program)).toEqual(['Clockwork GmbH', '2025-02-01', '2025-01-01']);
  });

  it('are found by books that are begun when no event tells of them any more', async () => {
    const world = createWorld(NOON);
    await advanceClock(world, await beginInClock(world.simulator), FEBRUARY);
    await world.clock.advance(DAY_MS);
    const program = await startProgram({ world });
    await connectTo(program);
    await isRight(program);
    expect(await shown(program)).toEqual(['Clockwork GmbH', '2025-02-01', '2025-01-01']);
  });

  it('are found after an absence so long that the books are filled anew', async () => {
    const program = await startConnected();
    let made = Promise.resolve<ClockStory | null>(null);
    program.clock.schedule(3 * DAY_MS, () => {
      made = beginInClock(program.simulator);
    });
    await program.asleep(32 * DAY_MS);
    const story = await made;
    if (story === null) throw new Error('Nothing happened meanwhile');
    await isRight(program);
    await advanceClock(program, story, FEBRUARY);
    await isRight(program);
    expect(await shown(program)).toEqual(['Clockwork GmbH', '2025-02-01', '2025-01-01']);
  });

  it('are the same when they are compared with Stripe', async () => {
    const program = await startConnected();
    const story = await beginInClock(program.simulator);
    await advanceClock(program, story, FEBRUARY);
    await advanceClock(program, story, MARCH);
    await catchUp(program);
    await program.call('sync.compare', { commandId: randomUUID() });
    await program.until(
      'it is compared',
      async () => (await program.call('sync.comparison', {})).comparison?.state === 'done',
    );
    expect(await program.call('sync.comparison', {})).toMatchObject({ comparison: { differences: [] } });
  });
});
