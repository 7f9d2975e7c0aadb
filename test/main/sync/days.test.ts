import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickDayOf } from '../../../main/sync/days.ts';
import { dayOf } from '../../../shared/domain/dates.ts';

const ZONES = [
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Pacific/Pago_Pago',
  'UTC',
];

describe('the day of an instant, remembered', () => {
  it('is the day of the instant in any zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_500_000_000 }), fc.constantFrom(...ZONES), (at, zone) => {
        expect(quickDayOf(at, zone)).toBe(dayOf(at, zone));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(ZONES)('is right at every half hour around a change of clocks and the date line in %s', (zone) => {
    for (const around of ['2011-12-29T00:00:00Z', '2026-03-28T00:00:00Z', '2026-10-24T00:00:00Z']) {
      const start = Date.parse(around) / 1000;
      for (let at = start; at < start + 3 * 86_400; at += 1_799)
        expect(quickDayOf(at, zone)).toBe(dayOf(at, zone));
    }
  });
});
