import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  closableMonths,
  isWellPlaced,
  monthRefusal,
  type PeriodFacts,
  placed,
  reopeningRefusal,
  throughBefore,
} from '../../../../shared/domain/books/close.ts';
import { lastDayOf, monthAfter, monthBefore, monthOf } from '../../../../shared/domain/months.ts';
import { dayFromNumber } from '../../../../shared/domain/dates.ts';

const FACTS: PeriodFacts = {
  through: null,
  first: '2025-11',
  today: '2026-02-03',
  knownBefore: '2026-02-03',
  state: 'in-balance',
};

describe('the day under which a happening is posted', () => {
  test.each([
    // happened     closed up to  posted under  of
    ['2026-03-05', null, '2026-03-05', null],
    ['2026-03-05', '2026-02', '2026-03-05', null],
    ['2026-02-28', '2026-02', '2026-03-01', '2026-02-28'],
    ['2025-07-01', '2026-02', '2026-03-01', '2025-07-01'],
    ['2025-12-31', '2025-12', '2026-01-01', '2025-12-31'],
    ['2024-02-29', '2024-02', '2024-03-01', '2024-02-29'],
  ])('of %s, closed up to %s: %s', (day, through, posted, happened) => {
    expect(placed(day, through)).toEqual({ day: posted, happened });
  });

  const anyDay = fc.integer({ min: 18_000, max: 22_000 }).map(dayFromNumber);
  const anyThrough = fc.option(anyDay.map(monthOf));

  test('is never in a closed month, never before the happening, and is found again from the entry', () => {
    fc.assert(
      fc.property(anyDay, anyThrough, (day, through) => {
        const place = placed(day, through);
        expect(through === null || monthOf(place.day) > through).toBe(true);
        expect(place.day >= day).toBe(true);
        expect(place.happened ?? place.day).toBe(day);
        expect(isWellPlaced(place, through)).toBe(true);
      }),
    );
  });

  test('is noticed where it is another', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyThrough, (day, other, through) => {
        const place = placed(day, through);
        fc.pre(place.day !== other && place.happened !== null);
        expect(isWellPlaced({ ...place, day: other }, through)).toBe(false);
        expect(isWellPlaced({ ...place, happened: null, day }, through)).toBe(false);
      }),
    );
  });
});

test('months follow one another across years', () => {
  expect([monthAfter('2025-12'), monthBefore('2026-01'), monthAfter('2024-02')]).toEqual([
    '2026-01',
    '2025-12',
    '2024-03',
  ]);
  expect([lastDayOf('2024-02'), lastDayOf('2025-12')]).toEqual(['2024-02-29', '2025-12-31']);
});

describe('which months can be closed', () => {
  test.each<[string, Partial<PeriodFacts>, readonly string[]]>([
    ['all that are over', {}, ['2026-01', '2025-12', '2025-11']],
    ['those that are open', { through: '2025-12' }, ['2026-01']],
    ['none when all are closed', { through: '2026-01' }, []],
    ['none without books', { first: null }, []],
    ['none while the first goes on', { first: '2026-02' }, []],
  ])('%s', (_, facts, months) => {
    expect(closableMonths({ ...FACTS, ...facts })).toEqual(months);
  });
});

describe('a month is closed', () => {
  test.each<[string, string, Partial<PeriodFacts>, string | null]>([
    ['when it is over', '2026-01', {}, null],
    ['with those before it', '2025-12', {}, null],
    ['not while it goes on', '2026-02', {}, 'not-over'],
    ['not before there were books', '2025-10', {}, 'not-over'],
    ['not twice', '2025-12', { through: '2025-12' }, 'closed'],
    ['not out of balance', '2026-01', { state: 'out-of-balance' }, 'out-of-balance'],
    ['not while something is to be posted', '2026-01', { state: 'posting' }, 'posting'],
    ['not before everything is here', '2026-01', { knownBefore: null }, 'incomplete'],
    ['not when Stripe was asked last within it', '2026-01', { knownBefore: '2026-01-31' }, 'not-asked'],
    ['when Stripe was asked last on the day after', '2026-01', { knownBefore: '2026-02-01' }, null],
    ['an earlier one even so', '2025-12', { knownBefore: '2026-01-31' }, null],
    ['never without any month', '2026-01', { first: null }, 'nothing'],
  ])('%s', (_, month, facts, code) => {
    expect(monthRefusal(month, { ...FACTS, ...facts })?.code ?? null).toBe(code);
  });
});

describe('a month is opened again', () => {
  test.each<[string, string, string | null, string | null, string | null]>([
    // month       closed up to  refusal     closed after
    ['the last one', '2026-01', '2026-01', null, '2025-12'],
    ['an earlier one, with those after it', '2025-12', '2026-01', null, '2025-11'],
    ['the first: nothing is closed any more', '2025-11', '2026-01', null, null],
    ['not when it is open', '2026-02', '2026-01', 'open', '2026-01'],
    ['not when nothing is closed', '2026-01', null, 'open', '2025-12'],
    ['not before there were books', '2025-10', '2026-01', 'not-over', null],
  ])('%s', (_, month, through, code, after) => {
    const facts = { ...FACTS, through };
    expect(reopeningRefusal(month, facts)?.code ?? null).toBe(code);
    expect(throughBefore(month, facts)).toBe(after);
  });
});
