// Looks up what a planned step refers to: the Stripe id once there is one, or why it must wait.
import { z } from 'zod';
import { assert } from '../../shared/domain/assert.ts';
import type { Db } from '../store/database.ts';
import { storedText } from '../store/mirror-objects.ts';
import type { Json } from '../stripe/request.ts';
import type { OutboxStep, Reference, StepError } from './step.ts';
import { resolveIntent } from './resolve.ts';
import { recurringEnd } from '../store/recurring-end.ts';

/** Where a row has the id that Stripe gave; a coupon's is ours. */
const TABLES = {
  customer: { table: 'customer', column: 'stripe_id' },
  'tax-rate': { table: 'tax_rate', column: 'stripe_id' },
  invoice: { table: 'invoice', column: 'stripe_id' },
  item: { table: 'product', column: 'stripe_id' },
  price: { table: 'price', column: 'stripe_id' },
  coupon: { table: 'coupon', column: 'id' },
  recurring: { table: 'subscription', column: 'stripe_id' },
  'evidence-file': { table: 'dispute_file', column: 'stripe_id' },
  refund: { table: 'refund', column: 'stripe_id' },
} as const;

/** What stands for a reference on the wire, most often an id; null while Stripe does not have the thing. */
export function valueOf(db: Db, reference: Reference): Json {
  return reference.$ref === 'copied-lines' ? linesToRemove(db, reference.id) : stripeIdOf(db, reference);
}

const Lines = z.object({ lines: z.object({ data: z.array(z.object({ id: z.string() })) }) });

/** The lines that Stripe has last told of the draft, each to be deleted. */
function linesToRemove(db: Db, invoiceId: string): Json {
  const draft = stripeIdOf(db, { $ref: 'invoice', id: invoiceId });
  const told = Lines.safeParse(JSON.parse((draft === null ? null : storedText(db, draft)) ?? 'null'));
  return told.data ? told.data.lines.data.map(({ id }) => ({ id, behavior: 'delete' })) : null;
}

/** What Stripe tells of something of ours, most often its id; null while Stripe does not have it. */
export function stripeIdOf(db: Db, reference: Reference): string | null {
  const { id } = reference;
  assert(reference.$ref !== 'copied-lines', 'Lines are no thing of ours');
  if (reference.$ref === 'recurring-end') return recurringEnd(db, id, reference.periods);
  const { table, column } = TABLES[reference.$ref];
  return (
    db.get<{ known: string | null }>(`SELECT ${column} AS known FROM ${table} WHERE id = ?`, [id])?.known ??
    null
  );
}

/** What a step has to wait for, or null when it can go. */
export function waitsFor(db: Db, step: OutboxStep): Reference | null {
  if (step.request) return null;
  const resolved = resolveIntent(step.intent, (reference) => valueOf(db, reference));
  return resolved.ok ? null : resolved.missing;
}

/**
 * Whether what a step waits for is not on its way to Stripe any more. Where that has failed, an operation that has not begun goes on
 * waiting: the person can mend what it waits for, or cancel it. One that has begun cannot be canceled, so it ends.
 */
export function waitsInVain(db: Db, step: OutboxStep, missing: Reference): boolean {
  const row = db.get<{ begun: number; coming: number; failed: number }>(
    `SELECT
       EXISTS (SELECT 1 FROM outbox WHERE operation_id = @operation AND (state = 'done' OR attempts > 0 OR generation > 1)) AS begun,
       EXISTS (SELECT 1 FROM ${BRINGING} AND state IN ('queued', 'sending', 'waiting', 'checking', 'needs-review')) AS coming,
       EXISTS (SELECT 1 FROM ${BRINGING} AND state = 'failed') AS failed`,
    { operation: step.operationId, subject: missing.id },
  );
  return row?.coming === 0 && (row.begun === 1 || row.failed === 0);
}

/** Other operations on the thing, or of which one step makes it. */
const BRINGING = `operation WHERE id <> @operation AND (subject_id = @subject OR EXISTS (
  SELECT 1 FROM outbox WHERE operation_id = operation.id AND intent ->> '$.makes.id' = @subject))`;

const IN_VAIN = {
  customer: 'The customer could not be saved at Stripe. Mend that first.',
  'tax-rate': 'A tax rate could not be saved at Stripe. Mend that first.',
  invoice: 'The draft is no longer at Stripe: it was deleted there.',
  item: 'An item of the catalogue could not be saved at Stripe. Mend that first.',
  price: 'A price could not be saved at Stripe. Mend that first.',
  coupon: 'The coupon is not at Stripe.',
  recurring: 'The recurring invoice could not be made at Stripe. Mend that first.',
  'recurring-end': 'The recurring invoice could not be made at Stripe. Mend that first.',
  'evidence-file': 'A file could not be uploaded to Stripe. Attach it anew.',
  refund: 'The refund is not at Stripe.',
  'copied-lines': 'The draft is no longer at Stripe: it was deleted there.',
} as const;

export function inVain({ $ref }: Reference): StepError {
  return { code: 'waits-in-vain', message: IN_VAIN[$ref] };
}
