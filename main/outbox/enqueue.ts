// Leaves accepted work in the outbox, in the same transaction as the change that it belongs to.
import type { Db } from '../store/database.ts';
import { insertOperation } from '../store/outbox.ts';
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

export function enqueue(context: EnqueueContext, operationId: string, plan: PlannedOperation): void {
  insertOperation(context.db, operationId, plan, context.now(), context.stripeFloor());
  reflect(context.db, operationId, context.now(), context.changes);
}
