// A recurring invoice that began in the past: what has passed is billed once, and no period twice.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDays, dayOf } from '../../shared/domain/dates.ts';
import { type Program, startConnected } from '../support/program.ts';
import { addCustomer, begin, detail, fieldsFor, settled } from '../support/subscriptions.ts';

const DAY_MS = 86_400_000;
const today = (program: Program): string => dayOf(program.clock.now() / 1000, 'Europe/Berlin');

const Billed = z.object({
  total: z.int(),
  lines: z.object({
    data: z.array(z.object({ period: z.object({ start: z.int(), end: z.int() }) })),
  }),
});

const invoices = (program: Program): readonly z.infer<typeof Billed>[] =>
  program.simulator.control.objects({ type: 'invoice' }).map((invoice) => Billed.parse(invoice));

/** The times that stand on the invoices at Stripe, in their order. */
function spans(program: Program): readonly { readonly start: number; readonly end: number }[] {
  return invoices(program)
    .flatMap(({ lines }) => lines.data.map(({ period }) => period))
    .toSorted((a, b) => a.start - b.start);
}

describe('A recurring invoice that began in the past', () => {
  it('bills what has begun since as the review said, then period after period, whatever answer is lost', async () => {
    const program = await startConnected();
    const customerId = await addCustomer(program);
    const day = addDays(today(program), -70);
    const fields = fieldsFor(customerId, { start: { kind: 'past', day } });
    const review = await program.call('recurring.review', { fields });
    expect(review.past).toMatchObject({ from: day, periods: 3, total: 14_700 });
    expect(review.notes.join(' ')).toContain('The 3 periods that have begun');
    program.simulator.control.faults.script([
      { match: { method: 'POST', path: '/v1/subscriptions' }, fault: { kind: 'timeout', effect: 'done' } },
    ]);
    const { id } = await begin(program, fields);
    await program.restart();
    await settled(program, id);
    await program.until(
      'its first invoice is made',
      async () => (await detail(program, id)).history.length === 1,
    );
    expect(invoices(program).map(({ total }) => total)).toEqual([14_700]);
    const { nextDay } = await detail(program, id);
    expect(nextDay).toBe(review.past?.until);
    await program.asleep(65 * DAY_MS);
    await program.until('two more are here', async () => (await detail(program, id)).history.length === 3);
    // From the first day on without a gap, and nothing twice.
    const billed = spans(program);
    expect(dayOf(billed[0]?.start ?? 0, 'Europe/Berlin')).toBe(day);
    expect(billed.slice(1).map(({ start }) => start)).toEqual(billed.slice(0, -1).map(({ end }) => end));
    expect(invoices(program).reduce((sum, { total }) => sum + total, 0)).toBe(5 * 4_900);
  });

  it.each([
    ['today', 0, /before today/],
    ['more than a year back', -400, /a year back/],
  ])('is refused with its reason when that is %s', async (_when, days, reason) => {
    const program = await startConnected();
    const customerId = await addCustomer(program);
    const start = { kind: 'past', day: addDays(today(program), days) } as const;
    const { findings, past } = await program.call('recurring.review', {
      fields: fieldsFor(customerId, { start }),
    });
    expect(findings).toMatchObject([{ path: 'start', message: expect.stringMatching(reason) }]);
    expect(past).toBeNull();
  });
});
