// Whether all is quiet at a machine.
import type { Site } from './site.ts';

const UNDER_WAY = `('queued', 'sending', 'waiting', 'checking')`;

/** Nothing ordered, nothing under way, nothing to be posted. */
export function isAtRest({ machine, person, chores, isAway }: Site): boolean {
  const { db } = machine;
  if (isAway || chores.length > 0 || person.isBusy || !machine.isReady || !db) return false;
  const row = db.get<{ open: number }>(
    `SELECT EXISTS (SELECT 1 FROM operation WHERE state IN ${UNDER_WAY}) OR EXISTS (SELECT 1 FROM posting_due) AS open`,
  );
  return row?.open === 0;
}

/** Everything under way waits for longer than that, by the machine's own clock. */
export function nothingSoon({ machine, person, chores, isAway }: Site, ms: number): boolean {
  const { db } = machine;
  if (isAway || chores.length > 0 || person.isBusy || !machine.isReady || !db) return false;
  const row = db.get<{ soon: number }>(
    `SELECT EXISTS (
       SELECT 1 FROM outbox JOIN operation ON operation.id = outbox.operation_id
       WHERE operation.state IN ${UNDER_WAY} AND outbox.state IN ${UNDER_WAY}
         AND (outbox.next_attempt_at IS NULL OR outbox.next_attempt_at < +?)
         AND outbox.position = (SELECT min(position) FROM outbox o WHERE o.operation_id = operation.id AND o.state IN ${UNDER_WAY})
     ) OR EXISTS (SELECT 1 FROM posting_due) AS soon`,
    [machine.now + ms],
  );
  return row?.soon === 0;
}
