// Whether all is quiet at a machine.
import type { Db } from '../../main/store/database.ts';
import type { Machine } from './machine/machine.ts';
import type { Site } from './site.ts';

const UNDER_WAY = `('queued', 'sending', 'waiting', 'checking')`;

/** What a machine's books say of what is still to be done. */
interface Waiting {
  readonly isOrdered: boolean;
  readonly isPostingDue: boolean;
  /** Milliseconds of the machine's clock: the first step that wants to be attempted, 0 for at once; null when none does. */
  readonly nextAt: number | null;
  /** Of the books when they were asked. */
  readonly state: string;
}

/** Nothing ordered, nothing under way, nothing to be posted. */
export function isAtRest(site: Site): boolean {
  const waiting = waitingAt(site);
  return waiting !== null && !waiting.isOrdered && !waiting.isPostingDue;
}

/** `now` is the true time. Everything under way waits for longer than `ms` from then, by the machine's own clock; or the machine itself is away for as long. */
export function nothingSoon(site: Site, now: number, ms: number): boolean {
  const { machine, chores, isAway, backAt } = site;
  if (chores.length === 0 && (isAway ? backAt > now + ms : machine.isAsleepFor(ms))) return true;
  const waiting = waitingAt(site);
  if (waiting === null || waiting.isPostingDue) return false;
  return waiting.nextAt === null || waiting.nextAt >= site.machine.now + ms;
}

/** Null when the machine, or its person, is about to do something of which the books do not tell. */
function waitingAt({ machine, person, chores, isAway }: Site): Waiting | null {
  const { db } = machine;
  if (isAway || chores.length > 0 || person.isBusy || !machine.isReady || !db) return null;
  const known = asked.get(machine);
  const state = `${machine.starts} ${machine.commits}`;
  if (known?.state === state) return known;
  const waiting = { ...ask(db), state };
  asked.set(machine, waiting);
  return waiting;
}

/** What only a commit can change is asked once after each; time passes in far more steps. */
const asked = new WeakMap<Machine, Waiting>();

function ask(db: Db): Omit<Waiting, 'state'> {
  const row = db.get<{ ordered: number; posting: number; next: number | null }>(
    `SELECT EXISTS (SELECT 1 FROM operation WHERE state IN ${UNDER_WAY}) AS ordered,
       EXISTS (SELECT 1 FROM posting_due) AS posting,
       (SELECT min(ifnull(outbox.next_attempt_at, 0)) FROM outbox JOIN operation ON operation.id = outbox.operation_id
        WHERE operation.state IN ${UNDER_WAY} AND outbox.state IN ${UNDER_WAY}
          AND outbox.position = (SELECT min(position) FROM outbox o WHERE o.operation_id = operation.id AND o.state IN ${UNDER_WAY})
       ) AS next`,
  );
  return { isOrdered: row?.ordered !== 0, isPostingDue: row?.posting !== 0, nextAt: row?.next ?? null };
}
