import { describe, expect, it } from 'vitest';
import { formatRelative } from '../../../renderer/ui/format.ts';

const NOW = 1_795_422_600;

describe('how long ago something was', () => {
  it.each([
    [NOW - 10, 'just now'],
    [NOW - 240, '4 minutes ago'],
    [NOW - 2 * 3600, '2 hours ago'],
    [NOW - 86_400, 'yesterday'],
    [NOW - 12 * 86_400, '12 days ago'],
    [NOW + 20, 'in a moment'],
    [NOW + 300, 'in 5 minutes'],
  ])('is told for %d in words', (at, words) => {
    expect(formatRelative(at, NOW)).toBe(words);
  });
});
