// Calendar days belong to a zone; an instant near midnight is another day elsewhere.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, endOfDay, startOfDay } from '../../../shared/domain/dates.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'Asia/Kolkata',
];

describe('days', () => {
  it('starts and ends every day exactly, in every zone and where clocks change', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 30_000 }), (zone, number) => {
        const day = addDays('1980-01-01', number);
        expect(dayOf(startOfDay(day, zone), zone)).toBe(day);
        expect(dayOf(startOfDay(day, zone) - 1, zone)).toBe(addDays(day, -1));
        expect(dayOf(endOfDay(day, zone), zone)).toBe(day);
        expect(endOfDay(day, zone) + 1).toBe(startOfDay(addDays(day, 1), zone));
      }),
    );
  });

  it('knows that a day can have 23 hours', () => {
    expect(endOfDay('2026-03-29', 'Europe/Berlin') + 1 - startOfDay('2026-03-29', 'Europe/Berlin')).toBe(
      23 * 3600,
    );
  });

  it('counts days, not hours', () => {
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2026-03-01', '2024-02-29')).toBe(-731);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
