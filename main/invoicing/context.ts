// What every use case is given: the open books, the time, the words' language, and where to say what changed.
import type { BooksMode } from '../../shared/contract/session.ts';
import { dayOf } from '../../shared/domain/dates.ts';
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

/** The calendar day of now in the business's zone. */
export function today(context: Pick<UseContext, 'now' | 'timeZone'>): string {
  return dayOf(context.now(), context.timeZone);
}
