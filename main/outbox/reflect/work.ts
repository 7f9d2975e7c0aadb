// What an operation and its steps mean for the thing they work on.
import type { OperationState } from '../../../shared/contract/activity.ts';
import type { Db } from '../../store/database.ts';
import type { OperationRow } from '../../store/outbox.ts';
import type { Changes } from '../../sync/changes.ts';
import type { OutboxStep } from '../step.ts';

export interface Reflection {
  readonly db: Db;
  readonly operation: OperationRow;
  readonly state: OperationState;
  /** In order, each in its latest generation. */
  readonly steps: readonly OutboxStep[];
  readonly changes: Changes;
  /** Unix seconds. */
  readonly at: number;
}

/** Brings the subject of one kind of operation in line, in the caller's transaction. */
export type Reflect = (reflection: Reflection) => void;

export function subjectId({ operation }: Reflection): string {
  return operation.subject_id ?? '';
}

/** The `work` column of things that one step brings to Stripe. */
export function simpleWork(state: OperationState): string | null {
  if (state === 'done' || state === 'canceled') return null;
  return state === 'failed' || state === 'needs-review' ? 'failed' : 'queued';
}
