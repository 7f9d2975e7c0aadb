// When a recurring invoice ends, held against the simulator over rhythms, zones, months of every length and hours of the day.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { End, RecurringFields, Start } from '../../../shared/contract/recurring.ts';
import { addDays, dayOf } from '../../../shared/domain/dates.ts';
import { invoiceDays, lastInvoiceDay, scheduleOf } from '../../../shared/domain/recurring-schedule.ts';
import { acceptCustomer, acceptRecurring } from '../../support/accept-work.ts';
import { createOutboxBench } from '../../support/outbox-bench.ts';

const DAY_MS = 86_400_000;
const PRICE = 98_765;

const lines: RecurringFields['lines'] = [
  {
    id: 'line_1',
    itemId: null,
    priceId: null,
    description: 'Hosting',
    quantity: 1,
    unitAmountDecimal: String(PRICE),
    taxRateIds: [],
  },
];

interface Chosen {
  readonly day: string;
  readonly hour: number;
  readonly timeZone: string;
  readonly every: RecurringFields['every'];
  readonly start: Start;
  readonly end: Exclude<End, { kind: 'never' }>;
}

const startArbitrary = (day: string): fc.Arbitrary<Start> =>
  fc.oneof(
    fc.constant<Start>({ kind: 'today' }),
    fc.integer({ min: 1, max: 70 }).map((days): Start => ({ kind: 'day', day: addDays(day, days) })),
    fc
      .constantFrom('free' as const, 'charged' as const)
      .map((until): Start => ({ kind: 'first-of-month', until })),
  );

const chosen: fc.Arbitrary<Chosen> = fc
  .record({
    day: fc.oneof(
      fc.constantFrom('2027-01-31', '2027-01-30', '2028-02-29', '2026-12-31', '2027-10-31', '2027-03-28'),
      fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-06-01', days)),
    ),
    hour: fc.integer({ min: 0, max: 23 }),
    timeZone: fc.constantFrom('Europe/Berlin', 'Pacific/Auckland', 'Pacific/Honolulu', 'UTC'),
    every: fc.constantFrom<RecurringFields['every']>(
      { interval: 'day', count: 3 },
      { interval: 'week', count: 1 },
      { interval: 'week', count: 2 },
      { interval: 'month', count: 1 },
      { interval: 'month', count: 3 },
      { interval: 'year', count: 1 },
    ),
  })
  .chain((base) =>
    fc.record({
      day: fc.constant(base.day),
      hour: fc.constant(base.hour),
      timeZone: fc.constant(base.timeZone),
      every: fc.constant(base.every),
      start: startArbitrary(base.day),
      end: fc.oneof(
        fc.integer({ min: 1, max: 4 }).map((invoices) => ({ kind: 'after' as const, invoices })),
        fc
          .integer({ min: 0, max: 200 })
          .map((days) => ({ kind: 'on' as const, day: addDays(base.day, days) })),
      ),
    }),
  );

interface Seen {
  readonly created: number;
  readonly total: number;
}

async function lived({ day, hour, timeZone, every, start, end }: Chosen): Promise<void> {
  const at = Date.parse(`${day}T${String(hour).padStart(2, '0')}:20:07Z`);
  const bench = createOutboxBench({}, at);
  acceptCustomer(bench);
  await bench.rest();
  const input = { every, start, end, now: Math.floor(bench.clock.now() / 1000), timeZone };
  const schedule = scheduleOf(input);
  if ('message' in schedule) return;
  const id = acceptRecurring(bench, { every, start, end, lines }, timeZone);
  await bench.rest();
  expect(bench.state(id)).toBe('done');
  for (let months = 0; months < 72; months += 1) await bench.clock.advance(30 * DAY_MS);

  expect(bench.simulator.control.objects({ type: 'subscription' })).toMatchObject([{ status: 'canceled' }]);
  const invoices = bench.simulator.control
    .objects({ type: 'invoice' })
    .map((invoice): Seen => ({ created: Number(invoice['created']), total: Number(invoice['total']) }))
    .toSorted((a, b) => a.created - b.created);
  // What Stripe calls a trial begins with an invoice of zero.
  const billed = schedule.begins === 'trial' ? invoices.slice(1) : invoices;
  expect(billed).toHaveLength(schedule.invoices ?? -1);
  const whole = schedule.chargesBefore ? billed.slice(1) : billed;
  expect(whole.map(({ total }) => total)).toEqual(whole.map(() => PRICE));
  const days = billed.map(({ created }) => dayOf(created, timeZone));
  // The moment at which Stripe makes it may lie in an hour that summer time moves over midnight.
  if (schedule.begins === 'now') return;
  expect(days).toEqual(invoiceDays(schedule, input, 500));
  expect(days.at(-1)).toBe(lastInvoiceDay(schedule, input));
  expect(end.kind === 'after' || days.every((billedOn) => billedOn <= end.day)).toBe(true);
}

it('ends after as many whole invoices as were chosen, on the days that were shown', async () => {
  await fc.assert(fc.asyncProperty(chosen, lived), { numRuns: 40 });
});

it.each<[string, string, Chosen['every'], readonly string[]]>([
  [
    '31 January by the month',
    '2027-01-31',
    { interval: 'month', count: 1 },
    ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'],
  ],
  [
    '29 February by the year',
    '2028-02-29',
    { interval: 'year', count: 1 },
    ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28'],
  ],
  [
    '31 December by the quarter',
    '2026-12-31',
    { interval: 'month', count: 3 },
    ['2026-12-31', '2027-03-31', '2027-06-30', '2027-09-30'],
  ],
])('bills %s on the last day of shorter months', async (_what, day, every, days) => {
  const bench = createOutboxBench({}, Date.parse(`${day}T11:00:00Z`));
  acceptCustomer(bench);
  await bench.rest();
  acceptRecurring(bench, { every, end: { kind: 'after', invoices: 4 }, lines });
  await bench.rest();
  for (let months = 0; months < 60; months += 1) await bench.clock.advance(30 * DAY_MS);
  const created = bench.simulator.control
    .objects({ type: 'invoice' })
    .map((invoice) => dayOf(Number(invoice['created']), 'Europe/Berlin'));
  expect(created.toSorted()).toEqual(days);
});
