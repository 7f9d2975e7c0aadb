import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Every } from '../../../shared/contract/catalogue.ts';
import { instantOn, periodStart, periodsUntil } from '../../../shared/domain/periods.ts';
import { newEnd, type ScheduleInput, scheduleOf } from '../../../shared/domain/recurring-schedule.ts';
import { firstOfNextMonth } from '../../../shared/domain/months.ts';
import { addDays, dayOf } from '../../../shared/domain/dates.ts';

const MONTHLY = { interval: 'month', count: 1 } as const;
const BERLIN = 'Europe/Berlin';
const seconds = (iso: string): number => Date.parse(iso) / 1000;

const schedule = (more: Partial<ScheduleInput>) =>
  scheduleOf({
    every: MONTHLY,
    start: { kind: 'today' },
    end: { kind: 'never' },
    now: seconds('2026-06-15T10:00:00Z'),
    timeZone: BERLIN,
    ...more,
  });

it('bills at least once in three years, as Stripe does, or not at all', () => {
  const every = (interval: 'month' | 'year', count: number) => schedule({ every: { interval, count } });
  expect(every('year', 3)).toMatchObject({ begins: 'now' });
  expect(every('year', 4)).toEqual({ path: 'every', message: 'Stripe bills at least once in three years.' });
  expect(every('month', 37)).toMatchObject({ path: 'every' });
});

describe('when it begins', () => {
  it('is at once, in the middle of the day where it is still yesterday in UTC, and late on a day in the west', () => {
    expect(schedule({})).toMatchObject({ begins: 'now' });
    // Half past midnight on the first in Berlin: Stripe would count from 31 May.
    expect(schedule({ now: seconds('2026-05-31T22:30:00Z') })).toMatchObject({
      begins: 'anchor',
      anchor: instantOn('2026-06-01', BERLIN),
    });
    expect(schedule({ now: seconds('2026-06-16T08:00:00Z'), timeZone: 'Pacific/Honolulu' })).toMatchObject({
      begins: 'now',
    });
  });

  it('is reached by an anchor within the first period, and by a trial beyond it', () => {
    expect(schedule({ start: { kind: 'day', day: '2026-07-14' } })).toMatchObject({ begins: 'anchor' });
    expect(schedule({ start: { kind: 'day', day: '2026-07-16' } })).toMatchObject({ begins: 'trial' });
    expect(
      schedule({ every: { interval: 'year', count: 1 }, start: { kind: 'day', day: '2027-06-01' } }),
    ).toMatchObject({ begins: 'anchor' });
  });

  it('counts the part before the first as an invoice of its own', () => {
    const charged = { kind: 'first-of-month', until: 'charged' } as const;
    expect(schedule({ start: charged, end: { kind: 'after', invoices: 3 } })).toMatchObject({
      chargesBefore: true,
      periods: 2,
      invoices: 3,
    });
    // On the first itself there is no part.
    expect(
      schedule({ start: charged, now: seconds('2026-06-01T10:00:00Z'), end: { kind: 'after', invoices: 3 } }),
    ).toMatchObject({ chargesBefore: false, periods: 3, invoices: 3 });
  });
});

describe('a start in the past', () => {
  const rhythm = fc.constantFrom<Every>(
    { interval: 'week', count: 1 },
    { interval: 'week', count: 2 },
    { interval: 'month', count: 1 },
    { interval: 'month', count: 3 },
    { interval: 'year', count: 1 },
  );

  it('bills whole periods up to the next one, which lies ahead, and the one that runs is the last of them', () => {
    const now = seconds('2026-06-15T10:00:00Z');
    fc.assert(
      fc.property(rhythm, fc.integer({ min: 1, max: 366 }), (every, ago) => {
        const start = { kind: 'past', day: addDays('2026-06-15', -ago) } as const;
        fc.pre(Number(start.day.slice(-2)) <= 28);
        const planned = schedule({ every, start });
        if ('message' in planned) throw new Error(planned.message);
        const { anchor, past } = planned;
        expect(anchor).toBeGreaterThan(now);
        expect(periodStart(anchor, every, -1)).toBeLessThanOrEqual(now);
        expect(periodStart(anchor, every, -(past?.periods ?? 0))).toBe(past?.at);
        expect(dayOf(past?.at ?? 0, BERLIN)).toBe(start.day);
      }),
    );
  });

  it('counts what is billed at once as one invoice', () => {
    const start = { kind: 'past', day: '2026-05-01' } as const;
    expect(schedule({ start, end: { kind: 'after', invoices: 3 } })).toMatchObject({
      begins: 'past',
      past: { periods: 2 },
      periods: 2,
      invoices: 3,
    });
  });

  it('is refused where the months ahead do not have its day', () => {
    expect(
      schedule({ now: seconds('2026-02-10T10:00:00Z'), start: { kind: 'past', day: '2026-01-31' } }),
    ).toMatchObject({ path: 'start', message: expect.stringContaining('28th') });
  });
});

describe('an instant on a day', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29'],
    ['Pacific/Auckland', '2026-01-31'],
    ['Pacific/Kiritimati', '2026-12-31'],
    ['Pacific/Honolulu', '2026-02-28'],
    ['UTC', '2028-02-29'],
  ])('lies on it in %s and in UTC, all through the year', (timeZone, day) => {
    const anchor = instantOn(day, timeZone);
    for (let months = 0; months < 24; months += 1) {
      const at = periodStart(anchor, MONTHLY, months);
      expect(dayOf(at, timeZone)).toBe(dayOf(at, 'UTC'));
    }
    expect(dayOf(anchor, timeZone)).toBe(day);
  });

  it('knows the first of the next month', () => {
    expect(firstOfNextMonth('2026-01-31')).toBe('2026-02-01');
    expect(firstOfNextMonth('2026-12-01')).toBe('2027-01-01');
  });

  it('counts the periods that begin by then', () => {
    const anchor = seconds('2027-01-31T11:00:00Z');
    expect(periodsUntil(anchor, MONTHLY, anchor - 1)).toBe(0);
    expect(periodsUntil(anchor, MONTHLY, anchor)).toBe(1);
    expect(periodsUntil(anchor, MONTHLY, seconds('2027-02-28T10:59:59Z'))).toBe(1);
    expect(periodsUntil(anchor, MONTHLY, seconds('2027-02-28T11:00:00Z'))).toBe(2);
    expect(periodsUntil(anchor, MONTHLY, seconds('2028-02-01T00:00:00Z'))).toBe(13);
  });
});

describe('another end for one that runs', () => {
  const anchor = seconds('2026-01-31T11:00:00Z');
  const running = { anchor, nextAt: periodStart(anchor, MONTHLY, 5), every: MONTHLY };
  const end = (chosen: Parameters<typeof newEnd>[0]): number | null | undefined =>
    newEnd(chosen, running, BERLIN, '2026-06-15');

  it('is none, so many invoices after the next one on, or with the last period that begins by a day', () => {
    expect(end({ kind: 'never' })).toBeNull();
    expect(end({ kind: 'after', invoices: 2 })).toBe(periodStart(anchor, MONTHLY, 7));
    expect(end({ kind: 'on', day: '2026-08-31' })).toBe(periodStart(anchor, MONTHLY, 8));
    expect(end({ kind: 'on', day: '2026-08-30' })).toBe(periodStart(anchor, MONTHLY, 7));
    // What has begun is billed already: it ends with that.
    expect(end({ kind: 'on', day: '2026-06-16' })).toBe(running.nextAt);
    expect(end({ kind: 'on', day: '2026-06-14' })).toBeUndefined();
  });
});
