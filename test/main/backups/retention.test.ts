import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toKeep } from '../../../main/backups/retention.ts';
import { dayOf } from '../../../shared/domain/dates.ts';

const ZONE = 'Europe/Berlin';
const START = Date.UTC(2026, 0, 1) / 1000;

const moments = fc
  .uniqueArray(fc.integer({ min: START, max: START + 900 * 86_400 }), { maxLength: 120 })
  .map((seconds) => seconds.toSorted((a, b) => a - b).map((at) => ({ at })));

test('never more than 3, 7 and 12 stay, the newest always does, and to decide again changes nothing', () => {
  fc.assert(
    fc.property(moments, (all) => {
      const kept = [...toKeep(all, ZONE)];
      expect(kept.length).toBeLessThanOrEqual(3 + 7 + 12);
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(all.length, 3));
      for (const backup of all.slice(-3)) expect(kept).toContain(backup);
      expect(toKeep(kept, ZONE)).toEqual(new Set(kept));
    }),
  );
});

test('each of the last seven days and twelve months that had a backup still has its newest one', () => {
  fc.assert(
    fc.property(moments, (all) => {
      const kept = toKeep(all, ZONE);
      for (const [length, most] of [
        [10, 7],
        [7, 12],
      ] as const) {
        const period = ({ at }: { at: number }): string => dayOf(at, ZONE).slice(0, length);
        const newest = new Map(all.map((backup) => [period(backup), backup]));
        for (const name of [...newest.keys()].toSorted().slice(-most))
          expect(kept).toContain(newest.get(name));
      }
    }),
  );
});

test('thrown away one by one as they are made, the same stay as if all had been judged at the end', () => {
  fc.assert(
    fc.property(moments, (all) => {
      let folder: readonly { at: number }[] = [];
      for (const backup of all) folder = [...toKeep([...folder, backup], ZONE)];
      expect(new Set(folder)).toEqual(toKeep(all, ZONE));
    }),
  );
});

test('two years of daily backups leave a week of days and a year of months', () => {
  const all = Array.from({ length: 730 }, (_, day) => ({ at: START + day * 86_400 + 43_200 }));
  const days = [...toKeep(all, ZONE)].map(({ at }) => dayOf(at, ZONE)).toSorted();
  expect(days).toEqual([
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
    '2027-04-30',
    '2027-05-31',
    '2027-06-30',
    '2027-07-31',
    '2027-08-31',
    '2027-09-30',
    '2027-10-31',
    '2027-11-30',
    '2027-12-25',
    '2027-12-26',
    '2027-12-27',
    '2027-12-28',
    '2027-12-29',
    '2027-12-30',
    '2027-12-31',
  ]);
});
