import { expect, it } from 'vitest';
import { nextPortion } from '../../../main/sync/portion.ts';

it.each([
  ['as many as before where they took what they may', 400, 400, 16, 400],
  ['fewer at once where they took long', 400, 400, 32, 200],
  ['a page where even a page takes long', 400, 100, 400, 100],
  ['more where they were quick, but never many more at once', 400, 400, 2, 800],
  ['no more than are asked for again after a crash', 1_600, 1_600, 1, 2_000],
  ['more where the clock stands still', 400, 400, 0, 800],
  ['more where the clock was set back', 400, 400, -3_600_000, 800],
  ['as many as before where few took long for their number', 400, 10, 5, 400],
])('takes %s', (_, portion, objects, tookMs, expected) => {
  expect(nextPortion(portion, objects, tookMs)).toBe(expected);
});
