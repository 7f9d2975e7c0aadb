// Leaves accepted work in the outbox, in the same transaction as the change that it belongs to.
import { wrongState } from '../refusal.ts';
import type { Db } from '../store/database.ts';
import { insertOperation } from '../store/outbox.ts';
import { isSettling } from '../store/restored.ts';
import type { Changes } from '../sync/changes.ts';
import { reflect } from './reflect.ts';
import type { PlannedOperation } from './step.ts';

export interface EnqueueContext {
  readonly db: Db;
  /** Unix seconds. */
  now(): number;
  /** Stripe's clock as last seen, unix seconds: nothing of the new work can have happened before it. */
  stripeFloor(): number;
  readonly changes: Changes;
}

/** Refuses while restored books do not know yet what has happened at Stripe: the same may have been done already. */
export function enqueue(context: EnqueueContext, operationId: string, plan: PlannedOperation): void {
  if (isSettling(context.db)) {
    throw wrongState(
      'settling',
      'These books were restored and are still fetching what has happened at Stripe since. Everything can be read and drafted meanwhile; send it in a moment.',
    );
  }
  insertOperation(context.db, operationId, plan, context.now(), context.stripeFloor());
  reflect(context.db, operationId, context.now(), context.changes);
}
