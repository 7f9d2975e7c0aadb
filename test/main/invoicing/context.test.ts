import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../../shared/domain/dates.ts';
import { today } from '../../../main/invoicing/context.ts';

test('today is the calendar day of now, however the clock moves and whichever zone is asked for', () => {
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC');
  // Around both changes of the clocks in 2026, by steps of up to two days in either direction.
  const start = fc.constantFrom(Date.UTC(2026, 2, 29) / 1000, Date.UTC(2026, 9, 25) / 1000);
  const steps = fc.array(fc.tuple(zone, fc.integer({ min: -172_800, max: 172_800 })), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(start, steps, (from, moves) => {
      let now = from;
      for (const [timeZone, by] of moves) {
        now += by;
        expect(today({ now: () => now, timeZone })).toBe(dayOf(now, timeZone));
      }
    }),
  );
});
