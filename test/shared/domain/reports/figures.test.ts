// How figures of reports come about: steps of age, what recurs in a month.
import { expect, test } from 'vitest';
import { bucketOf, daysOverdue } from '../../../../shared/domain/reports/aging.ts';
import { monthlyAmount } from '../../../../shared/domain/reports/recurring-revenue.ts';

test('a debt is current on the day on which it is due, and ages by thirty days', () => {
  const steps = [
    ['2026-03-31', 'current'],
    ['2026-03-30', 'to-30'],
    ['2026-03-01', 'to-30'],
    ['2026-02-28', 'to-60'],
    ['2026-01-30', 'to-60'],
    ['2026-01-29', 'to-90'],
    ['2025-12-31', 'to-90'],
    ['2025-12-30', 'over-90'],
  ] as const;
  for (const [due, bucket] of steps) expect(bucketOf(daysOverdue(due, '2026-03-31')), due).toBe(bucket);
  expect(bucketOf(daysOverdue(null, '2026-03-31'))).toBe('current');
});

test('what recurs is counted by the month, whatever its interval', () => {
  const rows = [
    [12_000, 'month', 1, 12_000],
    [12_000, 'month', 3, 4_000],
    [12_000, 'year', 1, 1_000],
    [10_000, 'year', 2, 417],
    [8_400, 'week', 1, 36_500],
    [8_400, 'week', 2, 18_250],
    [1_200, 'day', 1, 36_500],
  ] as const;
  for (const [amount, interval, every, monthly] of rows)
    expect(
      monthlyAmount({ amount, interval, interval_count: every }),
      `${amount} each ${every} ${interval}`,
    ).toBe(monthly);
});
