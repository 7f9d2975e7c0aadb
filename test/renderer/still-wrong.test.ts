import { expect, it } from 'vitest';
import { stillWrong } from '../../renderer/still-wrong.ts';

const refused = (...paths: readonly string[]) => ({
  error: { kind: 'invalid-input', issues: paths.map((path) => ({ path, message: 'No' })) } as const,
  sent: { name: 'A', off: { kind: 'percent', percent: '101' }, day: '2026-01-01' },
});
const paths = (error: ReturnType<typeof stillWrong>): readonly string[] | null =>
  error?.kind === 'invalid-input' ? error.issues.map(({ path }) => path) : null;

it.each([
  [
    'what was sent',
    { name: 'A', off: { kind: 'percent', percent: '101' }, day: '2026-01-01' },
    ['name', 'off'],
  ],
  ['another name', { name: 'B', off: { kind: 'percent', percent: '101' }, day: '2026-01-01' }, ['off']],
  ['another part of a group', { name: 'A', off: { kind: 'percent', percent: '10' } }, ['name']],
  ['all else', { name: 'B', off: null }, null],
])('of a refusal of the name and a group, %s still has its reasons', (_, now, expected) => {
  expect(paths(stillWrong(refused('name', 'off'), now))).toEqual(expected);
});

it('keeps every other refusal, and none where there was none', () => {
  const offline = { kind: 'offline' } as const;
  expect(stillWrong({ error: offline, sent: { name: 'A' } }, { name: 'B' })).toBe(offline);
  expect(stillWrong({ error: null, sent: null }, { name: 'B' })).toBeNull();
});
