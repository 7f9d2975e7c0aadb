// What poller and back-fill work with, and how they report what they could not use.
import type { Clock, Log } from '../ports.ts';
import type { Db } from '../store/database.ts';
import type { Gateway } from '../stripe/request.ts';
import type { ApplyProblem } from './batch.ts';
import type { Changes } from './changes.ts';
import type { PassedOver } from './patience.ts';

export interface SyncParts {
  readonly db: Db;
  readonly gateway: Gateway;
  readonly log: Log;
  readonly clock: Pick<Clock, 'now'>;
  /** IANA zone of the business. */
  readonly timeZone: () => string;
  /** Called after each commit. */
  readonly announce: (changes: Changes) => void;
}

export function reportProblems({ log }: SyncParts, problems: readonly ApplyProblem[]): void {
  for (const { id, type, fields } of problems) log.error('sync.not-understood', { object: type, id, fields });
}

export function reportPassedOver({ log }: SyncParts, passedOver: readonly PassedOver[]): void {
  for (const { target, failure } of passedOver) {
    log.error('sync.passed-over', { object: target.object, id: target.id, why: failure.kind });
  }
}
