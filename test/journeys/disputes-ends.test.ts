// Disputes that are opened and end elsewhere: won, lost, withdrawn or closed, told by events or found by a back-fill.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dashboard } from '../support/dashboard.ts';
import { type DisputeStory, listed, opened, paidStory } from '../support/dispute-story.ts';
import type { Program } from '../support/program.ts';

const DAY_MS = 86_400_000;

const get = (program: Program, id: string) => program.call('disputes.get', { id });
const status = async (program: Program, id: string): Promise<string> => (await get(program, id)).status;

/** Both ways in which news comes: by events while the program runs, and by a back-fill when events are gone. */
const WAYS = [
  ['by events', async ({ program }: DisputeStory) => program.clock.advance(60_000)],
  ['by a back-fill', async ({ program }: DisputeStory) => program.asleep(40 * DAY_MS)],
] as const;

describe.each(WAYS)('A dispute that ends elsewhere arrives %s', (way, pass) => {
  it.each(['won', 'lost'] as const)('when it is %s', async (verdict) => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story);
    program.simulator.control.decideDispute({ dispute: id, status: verdict });
    await pass(story);
    await program.until('it has ended', async () => (await status(program, id)) === verdict);
    const detail = await get(program, id);
    const taken = verdict === 'won' ? 0 : detail.amount;
    expect(detail).toMatchObject({ standing: verdict, withheld: { amount: taken }, actions: [] });
    expect(detail.moves.map(({ kind }) => kind)).toEqual(
      verdict === 'won' ? ['withdrawn', 'returned'] : ['withdrawn'],
    );
    expect((await program.call('home.get', {})).attention).toEqual([]);
  });

  it('when it is opened, too', async () => {
    const story = await paidStory();
    const { program, chargeId } = story;
    const { dispute } = program.simulator.control.dispute({ charge: chargeId });
    await pass(story);
    await program.until('it is here', async () => (await listed(program)).some(({ id }) => id === dispute));
    expect((await get(program, dispute)).standing).toBe(way === 'by events' ? 'needs-answer' : 'lost');
  });

  it('when the bank only asked and the customer withdrew', async () => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story, { kind: 'inquiry' });
    expect(await get(program, id)).toMatchObject({
      status: 'warning_needs_response',
      withheld: null,
      fee: null,
      isRefundable: true,
      actions: ['stage', 'submit'],
    });
    expect(await program.refusal('disputes.accept', { commandId: randomUUID(), id })).toMatchObject({
      message: expect.stringContaining('refund the payment'),
    });
    // Nothing was taken yet: what the customer wants back can still be paid back.
    const { refundable } = await program.call('invoices.get', { id: story.invoiceId });
    expect(refundable).toHaveLength(1);
    program.simulator.control.decideDispute({ dispute: id, status: 'won' });
    await pass(story);
    await program.until('it is closed', async () => (await status(program, id)) === 'warning_closed');
    expect(await get(program, id)).toMatchObject({ standing: 'closed', withheld: null, actions: [] });
  });
});

it('An inquiry is settled by refunding the payment', async () => {
  const story = await paidStory();
  const { program } = story;
  const id = await opened(story, { kind: 'inquiry' });
  const { paymentId } = await get(program, id);
  await dashboard(program.simulator).refunds.create({ payment_intent: paymentId ?? '' });
  await program.until(
    'the bank has no more to ask',
    async () => (await status(program, id)) === 'warning_closed',
  );
  expect(await get(program, id)).toMatchObject({ standing: 'closed', moves: [] });
});
