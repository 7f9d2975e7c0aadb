// The rhythm of a recurring invoice changes while it runs: what was paid already is credited, and billed once.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { type Program, startConnected } from '../support/program.ts';
import { act, begun, detail } from '../support/subscriptions.ts';

const DAY_MS = 86_400_000;
const YEARLY = { interval: 'year', count: 1 } as const;

type Recurring = CallOutput<'recurring.get'>;

const Line = z.object({ amount: z.int(), period: z.object({ start: z.int(), end: z.int() }) });
const Billed = z.object({ lines: z.object({ data: z.array(Line) }) });

/** Every line of every invoice at Stripe. */
function lines(program: Program): readonly z.infer<typeof Line>[] {
  return program.simulator.control
    .objects({ type: 'invoice' })
    .flatMap((invoice) => Billed.parse(invoice).lines.data);
}

const yearly = ({ content }: Recurring) => ({
  ...content,
  lines: content.lines.map((line) => ({ ...line, priceId: null, unitAmountDecimal: '49000' })),
  every: YEARLY,
  end: null,
  proration: 'next-invoice' as const,
});

/** Runs for ten days of its first month. */
async function running(program: Program): Promise<Recurring> {
  const { id } = await begun(program);
  await program.asleep(10 * DAY_MS);
  await program.until(
    'its first invoice is here',
    async () => (await detail(program, id)).history.length === 1,
  );
  return detail(program, id);
}

describe('Another rhythm', () => {
  it('bills the new period at once and credits the rest of the old one, as previewed, through a lost answer', async () => {
    const program = await startConnected();
    const before = await running(program);
    const change = yearly(before);
    const { upcoming } = await program.call('recurring.preview', { id: before.id, change });
    expect(upcoming?.lines.map(({ amount }) => Math.sign(amount)).toSorted()).toEqual([-1, 1]);
    program.simulator.control.faults.script([
      { match: { method: 'POST', path: '/v1/subscriptions/*' }, fault: { kind: 'timeout', effect: 'done' } },
    ]);
    const after = await act(program, 'recurring.change', { id: before.id, change });
    expect(after).toMatchObject({ every: YEARLY, amount: 49_000 });
    await program.until(
      'the new period is billed',
      async () => (await detail(program, before.id)).history.length === 2,
    );
    const [newest] = (await detail(program, before.id)).history;
    expect(newest?.total).toBe(upcoming?.total);
    expect(newest?.total).toBeGreaterThan(49_000 - 4_900);
    // One charge and one credit more: whatever was lost on the way, neither stands twice.
    expect(
      lines(program)
        .filter(({ amount }) => amount > 0)
        .map(({ amount }) => amount)
        .toSorted((a, b) => a - b),
    ).toEqual([4_900, 49_000]);
    const credits = lines(program).filter(({ amount }) => amount < 0);
    expect(credits).toHaveLength(1);
    const year = lines(program).find(({ amount }) => amount === 49_000);
    expect(credits[0]?.period.start).toBe(year?.period.start);
    await program.asleep(60 * DAY_MS);
    expect((await detail(program, before.id)).history).toHaveLength(2);
  });

  it('bills the new period in full where nothing is to be credited', async () => {
    const program = await startConnected();
    const before = await running(program);
    await act(program, 'recurring.change', {
      id: before.id,
      change: { ...yearly(before), proration: 'none' },
    });
    await program.until(
      'the new period is billed',
      async () => (await detail(program, before.id)).history.length === 2,
    );
    expect((await detail(program, before.id)).history[0]?.total).toBe(49_000);
  });

  it('is refused while it has an end, and for a price of another rhythm', async () => {
    const program = await startConnected();
    const before = await running(program);
    const change = { ...yearly(before), end: { kind: 'after', invoices: 2 } as const };
    const commandId = randomUUID();
    expect(await program.refusal('recurring.change', { commandId, id: before.id, change })).toMatchObject({
      issues: [{ path: 'change.every' }],
    });
    const [line] = before.content.lines;
    const kept = { ...yearly(before), lines: line ? [line] : [] };
    expect(line?.priceId).not.toBeNull();
    expect(
      await program.refusal('recurring.change', { commandId, id: before.id, change: kept }),
    ).toMatchObject({
      issues: [{ path: 'change.lines.0.priceId' }],
    });
  });
});
