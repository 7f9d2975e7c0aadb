// Applies kept objects once more after a change of the schema, a portion and a transaction at a time. Needs nothing of Stripe.
import { hasQueuedObjects, takeQueuedObjects } from '../store/apply-again.ts';
import { asObject } from '../stripe/normalise.ts';
import { applyObjects } from './apply.ts';
import { Changes } from './changes.ts';
import { reportProblems, type SyncParts } from './sync-parts.ts';

const PORTION = 200;

/** Answers whether there was anything to do. */
export function applyNextAgain(parts: SyncParts): boolean {
  const { db } = parts;
  if (!hasQueuedObjects(db)) return false;
  const changes = new Changes();
  const problems = db.transaction(() => {
    const objects = takeQueuedObjects(db, PORTION).flatMap((json) => asObject(JSON.parse(json)) ?? []);
    return applyObjects(db, objects, { timeZone: parts.timeZone(), changes, indexing: 'later' });
  });
  reportProblems(parts, problems);
  if (!changes.empty) parts.announce(changes);
  return true;
}
