// Reminders: which invoices have reached a step of the schedule, and which steps were taken.
import { daysBetween } from '../../shared/domain/dates.ts';
import { dueStep, reachedSteps } from '../../shared/domain/reminders.ts';
import type { Db, SqlValue } from './database.ts';

export interface ProposedReminder {
  readonly invoiceId: string;
  readonly number: string | null;
  readonly customerId: string | null;
  readonly customerName: string;
  readonly email: string;
  readonly currency: string;
  readonly balanceDue: number;
  readonly dueDate: string;
  readonly step: number;
  readonly sentAt: number | null;
  readonly remindedBefore: number;
}

/** A step whose sending was canceled before it began was never taken. */
const TAKEN = `FROM reminder r LEFT JOIN operation o ON o.id = r.operation_id
  WHERE r.invoice_id = t.id AND (o.state IS NULL OR o.state <> 'canceled')`;

/** What is disputed, on its way or being worked on is left in peace. */
const REMINDABLE = `t.deleted = 0 AND t.status = 'open' AND t.work IS NULL AND t.disputed = 0 AND t.processing = 0
  AND t.stripe_id IS NOT NULL AND t.amount_remaining > 0`;

interface Proposals {
  readonly from: string;
  readonly parameters: readonly SqlValue[];
}

function proposals(steps: readonly number[], today: string): Proposals | null {
  const reached = reachedSteps(steps, today);
  const first = reached.at(-1);
  if (!first) return null;
  const cases = reached.map(() => 'WHEN t.due_day <= ? THEN ?').join(' ');
  return {
    from: `FROM (
      SELECT t.*, CASE ${cases} END AS step, (SELECT max(r.step) ${TAKEN}) AS taken
      FROM invoice t
      WHERE ${REMINDABLE} AND t.due_sort <= ?
    ) t WHERE (t.taken IS NULL OR t.step > t.taken)`,
    parameters: [...reached.flatMap(({ dueOnOrBefore, step }) => [dueOnOrBefore, step]), first.dueOnOrBefore],
  };
}

const COLUMNS = `t.id AS invoiceId, t.number, t.customer_id AS customerId, t.customer_name AS customerName, t.customer_email AS email,
  t.currency, t.amount_remaining AS balanceDue, t.due_day AS dueDate, t.step, t.sent_at AS sentAt,
  (SELECT count(r.operation_id) ${TAKEN}) AS remindedBefore`;

/** The longest overdue first. `today` is a calendar day. */
export function proposedReminders(
  db: Db,
  steps: readonly number[],
  today: string,
  limit: number,
): readonly (ProposedReminder & { readonly daysPastDue: number })[] {
  const found = proposals(steps, today);
  if (!found) return [];
  return db
    .all<ProposedReminder>(`SELECT ${COLUMNS} ${found.from} ORDER BY t.due_sort, t.seq LIMIT ?`, [
      ...found.parameters,
      limit,
    ])
    .map((row) => ({ ...row, daysPastDue: daysBetween(row.dueDate, today) }));
}

export function countProposedReminders(db: Db, steps: readonly number[], today: string): number {
  const found = proposals(steps, today);
  if (!found) return 0;
  return db.get<{ count: number }>(`SELECT count(*) AS count ${found.from}`, found.parameters)?.count ?? 0;
}

/** What is proposed for one invoice now, by the plain rule. */
export function proposedReminderOf(
  db: Db,
  invoiceId: string,
  steps: readonly number[],
  today: string,
): { readonly step: number; readonly email: string; readonly customerName: string } | undefined {
  const row = db.get<{ due_day: string | null; taken: number | null; email: string; customerName: string }>(
    `SELECT t.due_day, t.customer_email AS email, t.customer_name AS customerName, (SELECT max(r.step) ${TAKEN}) AS taken
     FROM invoice t WHERE t.id = ? AND ${REMINDABLE}`,
    [invoiceId],
  );
  if (!row || row.due_day === null) return undefined;
  const step = dueStep(steps, row.due_day, row.taken, today);
  return step === null ? undefined : { step, email: row.email, customerName: row.customerName };
}

/** Takes a step, or with `operationId` null passes it over. The caller has seen that it was not taken. */
export function takeStep(
  db: Db,
  taken: {
    readonly invoiceId: string;
    readonly step: number;
    readonly operationId: string | null;
    readonly at: number;
  },
): void {
  db.run(
    `INSERT INTO reminder (invoice_id, step, operation_id, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (invoice_id, step) DO UPDATE SET operation_id = excluded.operation_id, at = excluded.at`,
    [taken.invoiceId, taken.step, taken.operationId, taken.at],
  );
}
