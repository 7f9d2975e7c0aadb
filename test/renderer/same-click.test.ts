import { describe, expect, it } from 'vitest';
import { isSameClick } from '../../renderer/same-click.ts';

const done = { text: '{"id":"a"}', at: 1000, isUnderWay: false };

describe('the same command twice', () => {
  it('is one while it is under way, however long that takes', () => {
    expect(isSameClick({ ...done, isUnderWay: true }, '{"id":"a"}', 60_000)).toBe(true);
  });

  it('is one for the length of a double click, and then a new one', () => {
    expect(isSameClick(done, '{"id":"a"}', 1300)).toBe(true);
    expect(isSameClick(done, '{"id":"a"}', 1501)).toBe(false);
  });

  it('is never one when the input differs', () => {
    expect(isSameClick({ ...done, isUnderWay: true }, '{"id":"b"}', 1001)).toBe(false);
  });
});
