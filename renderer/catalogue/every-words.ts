// How often something is billed, in words, and the choices that a form offers.
import type { Every } from '../../shared/contract/catalogue.ts';

const SINGLE: Readonly<Record<Every['interval'], string>> = {
  day: 'Daily',
  week: 'Weekly',
  month: 'Monthly',
  year: 'Yearly',
};

/** "Monthly", "Every 3 months"; null is paid once. */
export function everyWords(every: Every | null): string {
  if (every === null) return 'Once';
  return every.count === 1 ? SINGLE[every.interval] : `Every ${every.count} ${every.interval}s`;
}

const OFFERED: readonly (Every | null)[] = [
  null,
  { interval: 'week', count: 1 },
  { interval: 'week', count: 2 },
  { interval: 'month', count: 1 },
  { interval: 'month', count: 2 },
  { interval: 'month', count: 3 },
  { interval: 'month', count: 6 },
  { interval: 'year', count: 1 },
];

/** Names one choice in a form. */
export function everyKey(every: Every | null): string {
  return every === null ? 'once' : `${every.interval} ${every.count}`;
}

export const EVERY_OPTIONS = OFFERED.map((every) => ({
  id: everyKey(every),
  label: everyWords(every),
  every,
}));
