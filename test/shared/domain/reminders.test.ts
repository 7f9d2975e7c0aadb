import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/domain/dates.ts';
import { dueStep } from '../../../shared/domain/reminders.ts';

const DUE = '2026-03-01';
const STEPS = [3, 14, 30];
const after = (days: number): string => addDays(DUE, days);

describe('the step that is due', () => {
  it.each([
    [0, null, null],
    [2, null, null],
    [3, null, 3],
    [13, null, 3],
    [14, null, 14],
    [400, null, 30],
    [5, 3, null],
    [14, 3, 14],
    [14, 14, null],
    [31, 30, null],
  ])('%i days past due, after step %s: %s', (days, taken, expected) => {
    expect(dueStep(STEPS, DUE, taken, after(days))).toBe(expected);
  });

  it('can come before the due date', () => {
    expect(dueStep([-3, 7], DUE, null, after(-3))).toBe(-3);
    expect(dueStep([-3, 7], DUE, null, after(-4))).toBeNull();
    expect(dueStep([-3, 7], DUE, -3, after(2))).toBeNull();
  });

  it('is taken at most once each and in order, on whichever days somebody looks', () => {
    const schedule = fc.uniqueArray(fc.integer({ min: -30, max: 120 }), { maxLength: 6 });
    const days = fc.array(fc.integer({ min: -40, max: 200 }), { maxLength: 40 });
    fc.assert(
      fc.property(schedule, days, (steps, looks) => {
        const taken: number[] = [];
        for (const day of looks.toSorted((a, b) => a - b)) {
          const step = dueStep(steps, DUE, taken.at(-1) ?? null, after(day));
          if (step === null) continue;
          expect(step).toBeLessThanOrEqual(day);
          taken.push(step);
        }
        expect(taken).toEqual([...new Set(taken)].toSorted((a, b) => a - b));
      }),
    );
  });
});
