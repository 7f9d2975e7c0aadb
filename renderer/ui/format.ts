// The reader's language, zone and clock for everything the page formats; set once by the shell, read through hooks.
import { createContext, use } from 'react';

export interface Reading {
  /** BCP 47, of the reader. */
  readonly locale: string;
  /** IANA zone of the business, in which instants become calendar days. */
  readonly timeZone: string;
  /** How far the books' time is ahead of this computer's, seconds: the sample books' time can be moved. */
  readonly aheadSeconds?: number;
}

export function systemReading(): Reading {
  return { locale: navigator.language, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
}

export const ReadingContext = createContext<Reading>(systemReading());

export function useReading(): Reading {
  return use(ReadingContext);
}

/** The time in the books, whole seconds since the epoch. */
export function nowInSeconds({ aheadSeconds = 0 }: Pick<Reading, 'aheadSeconds'>): number {
  return Math.floor(Date.now() / 1000) + aheadSeconds;
}

// Words are in the language of the page, not of the reader's figures and dates.
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** "just now", "4 minutes ago", "in 2 hours"; `at` and `now` in Unix seconds. */
export function formatRelative(at: number, now: number): string {
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < 45) return distance > 0 ? 'in a moment' : 'just now';
  if (size < 45 * 60) return relative.format(Math.round(distance / 60), 'minute');
  if (size < 22 * 3600) return relative.format(Math.round(distance / 3600), 'hour');
  return relative.format(Math.round(distance / 86_400), 'day');
}
