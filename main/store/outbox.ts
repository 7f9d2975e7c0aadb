// The outbox's rows: operations and their steps.
import type { OperationState } from '../../shared/contract/activity.ts';
import { type OutboxStep, type PlannedOperation, StepError, StepIntent, stepKey } from '../outbox/step.ts';
import { FrozenRequest } from '../stripe/request.ts';
import type { Db } from './database.ts';

interface StepRow {
  readonly id: string;
  readonly operation_id: string;
  readonly position: number;
  readonly generation: number;
  readonly title: string;
  readonly intent: string;
  readonly request: string | null;
  readonly idempotency_key: string;
  readonly state: OperationState;
  readonly attempts: number;
  readonly floor: number;
  readonly server_error_at: number | null;
  readonly next_attempt_at: number | null;
  readonly result_id: string | null;
  readonly request_id: string | null;
  readonly error: string | null;
}

function stepOf(row: StepRow): OutboxStep {
  return {
    id: row.id,
    operationId: row.operation_id,
    position: row.position,
    generation: row.generation,
    title: row.title,
    intent: StepIntent.parse(JSON.parse(row.intent)),
    request: row.request === null ? null : FrozenRequest.parse(JSON.parse(row.request)),
    key: row.idempotency_key,
    state: row.state,
    attempts: row.attempts,
    floor: row.floor,
    serverErrorAt: row.server_error_at,
    nextAttemptAt: row.next_attempt_at,
    resultId: row.result_id,
    requestId: row.request_id,
    error: row.error === null ? null : StepError.parse(JSON.parse(row.error)),
  };
}

/** Saves an accepted operation with all its steps, inside the caller's transaction. `floor` is Stripe's clock as last seen. */
export function insertOperation(db: Db, id: string, plan: PlannedOperation, at: number, floor: number): void {
  db.run(
    `INSERT INTO operation (id, kind, title, subject_kind, subject_id, amount, currency, state, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', ?)`,
    [
      id,
      plan.kind,
      plan.title,
      plan.subject.kind,
      plan.subject.id,
      plan.amount?.amount ?? null,
      plan.amount?.currency ?? null,
      at,
    ],
  );
  plan.steps.forEach(({ title, intent }, index) => {
    const position = index + 1;
    const key = stepKey(id, position, 1);
    db.run(
      `INSERT INTO outbox (id, operation_id, position, title, intent, idempotency_key, state, floor) VALUES (?, ?, ?, ?, ?, ?, 'queued', ?)`,
      [key, id, position, title, JSON.stringify(intent), key, floor],
    );
  });
}

/** A fresh row with a fresh key for a step whose earlier row was refused for good; `renewed` replaces what a person decided anew. */
export function insertNextGeneration(
  db: Db,
  step: OutboxStep,
  renewed: Partial<Pick<OutboxStep, 'intent' | 'floor'>> = {},
): void {
  const { intent, floor } = { ...step, ...renewed };
  const generation = step.generation + 1;
  const key = stepKey(step.operationId, step.position, generation);
  db.run(
    `INSERT INTO outbox (id, operation_id, position, generation, title, intent, idempotency_key, state, floor)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', ?)`,
    [key, step.operationId, step.position, generation, step.title, JSON.stringify(intent), key, floor],
  );
}

const CURRENT = `generation = (SELECT max(generation) FROM outbox o WHERE o.operation_id = outbox.operation_id AND o.position = outbox.position)`;

/** The steps of an operation in order, each in its latest generation. */
export function stepsOf(db: Db, operationId: string): readonly OutboxStep[] {
  return db
    .all<StepRow>(`SELECT * FROM outbox WHERE operation_id = ? AND ${CURRENT} ORDER BY position`, [
      operationId,
    ])
    .map(stepOf);
}

const UNFINISHED = `('queued', 'sending', 'waiting', 'checking')`;

/** The first unfinished step of each active operation. */
const FRONT = `FROM operation CROSS JOIN outbox ON outbox.operation_id = operation.id
  WHERE operation.state IN ${UNFINISHED} AND outbox.state IN ${UNFINISHED}
    AND outbox.position = (SELECT min(position) FROM outbox o WHERE o.operation_id = operation.id AND o.state IN ${UNFINISHED})`;

/** Most often the first can go. Where many wait, few large pages follow: each one puts all of them in order. */
const FIRST_PAGE = 50;
const NEXT_PAGE = 5_000;

/** The front steps whose time has come, oldest operation first, read as they are needed. `now` in milliseconds. */
export function* dueSteps(db: Db, now: number): Generator<OutboxStep> {
  for (let after = 0, limit = FIRST_PAGE; ; limit = NEXT_PAGE) {
    const rows = db.all<StepRow & { operation_seq: number }>(
      `SELECT outbox.*, operation.seq AS operation_seq ${FRONT} AND operation.seq > ? AND ifnull(outbox.next_attempt_at, 0) <= ?
       ORDER BY operation.seq LIMIT ?`,
      [after, now, limit],
    );
    for (const row of rows) yield stepOf(row);
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    after = last.operation_seq;
  }
}

/** When the next front step that sleeps wants to be looked at, milliseconds; null when none does. */
export function nextDue(db: Db, now: number): number | null {
  return (
    db.get<{ at: number | null }>(
      `SELECT min(outbox.next_attempt_at) AS at ${FRONT} AND outbox.next_attempt_at > ?`,
      [now],
    )?.at ?? null
  );
}

/** What waits because Stripe could not be reached is due at once; what is looked up after a server error keeps its time. */
export function forgetWaits(db: Db): void {
  db.run(`UPDATE outbox SET next_attempt_at = NULL WHERE state = 'waiting' AND next_attempt_at IS NOT NULL`);
}

/** Whether a step is as it was read: nobody has canceled or replaced its operation since. */
export function isStillWanted(db: Db, { id, state }: OutboxStep): boolean {
  return db.get<{ state: OperationState }>('SELECT state FROM outbox WHERE id = ?', [id])?.state === state;
}

export interface StepPatch {
  readonly state: OperationState;
  readonly request?: FrozenRequest;
  readonly attempts?: number;
  readonly serverErrorAt?: number | null;
  readonly nextAttemptAt?: number | null;
  readonly resultId?: string;
  readonly requestId?: string | null;
  readonly error?: StepError | null;
}

export function updateStep(db: Db, step: OutboxStep, patch: StepPatch): OutboxStep {
  const next: OutboxStep = { ...step, ...patch };
  db.run(
    `UPDATE outbox SET state = ?, request = ?, attempts = ?, server_error_at = ?, next_attempt_at = ?, result_id = ?, request_id = ?, error = ?
     WHERE id = ?`,
    [
      next.state,
      next.request === null ? null : JSON.stringify(next.request),
      next.attempts,
      next.serverErrorAt,
      next.nextAttemptAt,
      next.resultId,
      next.requestId,
      next.error === null ? null : JSON.stringify(next.error),
      step.id,
    ],
  );
  return next;
}

export interface OperationRow {
  readonly id: string;
  readonly kind: PlannedOperation['kind'];
  readonly title: string;
  readonly subject_kind: 'invoice' | 'customer' | 'payment' | 'catalogue' | 'recurring' | 'dispute' | null;
  readonly subject_id: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly state: OperationState;
  readonly explanation: string;
  readonly created_at: number;
  readonly finished_at: number | null;
}

export function operationById(db: Db, id: string): OperationRow | undefined {
  return db.get<OperationRow>('SELECT * FROM operation WHERE id = ?', [id]);
}

const ACTIVE = `('queued', 'sending', 'waiting', 'checking', 'needs-review', 'failed')`;

/** Newest first; `active` leaves out what is done or canceled. */
export function listOperations(db: Db, view: 'active' | 'all', limit: number): readonly OperationRow[] {
  const where = view === 'active' ? `WHERE state IN ${ACTIVE}` : '';
  return db.all<OperationRow>(`SELECT * FROM operation ${where} ORDER BY seq DESC LIMIT ?`, [limit]);
}

export function countOperations(db: Db): { readonly active: number; readonly needPerson: number } {
  const row = db.get<{ active: number; person: number }>(
    `SELECT count(*) AS active, coalesce(sum(state IN ('needs-review', 'failed')), 0) AS person FROM operation WHERE state IN ${ACTIVE}`,
  );
  return { active: row?.active ?? 0, needPerson: row?.person ?? 0 };
}

export function setOperationState(
  db: Db,
  id: string,
  state: OperationState,
  explanation: string,
  finishedAt: number | null,
): void {
  db.run('UPDATE operation SET state = ?, explanation = ?, finished_at = ? WHERE id = ?', [
    state,
    explanation,
    finishedAt,
    id,
  ]);
}

/** The latest operation on a subject that is not finished, if any. */
export function activeOperationOn(db: Db, subjectId: string): OperationRow | undefined {
  return db.get<OperationRow>(
    `SELECT * FROM operation WHERE subject_id = ? AND state IN ${ACTIVE} ORDER BY seq DESC`,
    [subjectId],
  );
}
