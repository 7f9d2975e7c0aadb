import { expect, test } from 'vitest';
import {
  dayOf,
  nameOfDay,
  nameOfPeriod,
  type PeriodName,
  PERIODS,
  periodOf,
} from '../../../renderer/reports/presets.ts';

test('periods are whole months around today', () => {
  const expected: readonly (readonly [string, PeriodName, string, string])[] = [
    ['2026-01-31', 'this-month', '2026-01-01', '2026-01-31'],
    ['2026-01-31', 'last-month', '2025-12-01', '2025-12-31'],
    ['2026-02-10', 'this-quarter', '2026-01-01', '2026-03-31'],
    ['2026-02-10', 'last-quarter', '2025-10-01', '2025-12-31'],
    ['2026-11-30', 'last-quarter', '2026-07-01', '2026-09-30'],
    ['2024-12-31', 'this-year', '2024-01-01', '2024-12-31'],
    ['2024-02-29', 'this-month', '2024-02-01', '2024-02-29'],
    ['2024-12-31', 'last-year', '2023-01-01', '2023-12-31'],
  ];
  for (const [today, name, from, to] of expected)
    expect(periodOf(name, today), `${name} ${today}`).toEqual({ from, to });
});

test('a period is called by its name again, and any other is not', () => {
  for (const { id } of PERIODS) {
    const period = periodOf(id, '2026-05-20');
    expect(period === null ? 'custom' : nameOfPeriod(period, '2026-05-20')).toBe(id);
  }
  expect(nameOfPeriod({ from: '2026-05-01', to: null }, '2026-05-20')).toBe('custom');
});

test('a day is the last of what is over, and today is no day in particular', () => {
  expect(dayOf('today', '2026-05-20')).toBeNull();
  expect(dayOf('last-month', '2026-05-20')).toBe('2026-04-30');
  expect(dayOf('last-year', '2026-05-20')).toBe('2025-12-31');
  expect(nameOfDay('2026-03-31', '2026-05-20')).toBe('last-quarter');
  expect(nameOfDay('2026-05-20', '2026-05-20')).toBe('today');
  expect(nameOfDay('2026-05-19', '2026-05-20')).toBe('custom');
});
