// What every use case is given: the open books, the time, the words' language, and where to say what changed.
import type { BooksMode } from '../../shared/contract/session.ts';
import { addDays, dayOf, startOfDay } from '../../shared/domain/dates.ts';
import type { DocumentEngine } from '../documents/engine.ts';
import type { Db } from '../store/database.ts';
import type { Changes } from '../sync/changes.ts';

export interface UseContext {
  readonly db: Db;
  /** Unix seconds. */
  now(): number;
  /** IANA; decides which calendar day an instant is. */
  readonly timeZone: string;
  /** BCP 47, of the page: for sentences that are made here. */
  readonly locale: string;
  readonly mode: BooksMode;
  /** Whether there is a Stripe key with which something could be sent. */
  hasKey(): boolean;
  randomId(): string;
  readonly changes: Changes;
  readonly documents: DocumentEngine;
}

interface Day {
  readonly day: string;
  /** Unix seconds: the first of the day, and the first after it. */
  readonly from: number;
  readonly until: number;
}

/** The day of each zone that was asked for last: every list asks, and a zone's calendar is slow to ask. */
const lastDays = new Map<string, Day>();

/** The calendar day of now in the business's zone. */
export function today({ now, timeZone }: Pick<UseContext, 'now' | 'timeZone'>): string {
  const at = now();
  const known = lastDays.get(timeZone);
  if (known && at >= known.from && at < known.until) return known.day;
  const day = dayOf(at, timeZone);
  lastDays.set(timeZone, {
    day,
    from: startOfDay(day, timeZone),
    until: startOfDay(addDays(day, 1), timeZone),
  });
  return day;
}
