import { expect, it } from 'vitest';
import { readableOn } from '../../../main/documents/contrast.ts';

it.each([
  ['#000000', '#ffffff'],
  ['#4338ca', '#ffffff'],
  ['#0f766e', '#ffffff'],
  ['#ffffff', '#16191f'],
  ['#fde047', '#16191f'],
  ['#7DD3FC', '#16191f'],
])('on %s, %s can be read', (ground, text) => {
  expect(readableOn(ground)).toBe(text);
});

it('refuses what is no colour', () => {
  for (const ground of ['red', '#fff', '#12345g', '#4338ca;'])
    expect(() => readableOn(ground)).toThrow('#rrggbb');
});
