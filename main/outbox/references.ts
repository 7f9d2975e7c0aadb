// Looks up what a planned step refers to: the Stripe id once there is one, or why it must wait.
import type { Db } from '../store/database.ts';
import type { OutboxStep, Reference, StepError } from './step.ts';
import { resolveIntent } from './resolve.ts';

const TABLES = { customer: 'customer', 'tax-rate': 'tax_rate', invoice: 'invoice' } as const;

/** The Stripe id of something of ours; null while Stripe does not have it. */
export function stripeIdOf(db: Db, { $ref, id }: Reference): string | null {
  return (
    db.get<{ stripe_id: string | null }>(`SELECT stripe_id FROM ${TABLES[$ref]} WHERE id = ?`, [id])
      ?.stripe_id ?? null
  );
}

/** What a step has to wait for, or null when it can go. */
export function waitsFor(db: Db, step: OutboxStep): Reference | null {
  if (step.request) return null;
  const resolved = resolveIntent(step.intent, (reference) => stripeIdOf(db, reference));
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
       EXISTS (SELECT 1 FROM operation WHERE subject_id = @subject AND id <> @operation
         AND state IN ('queued', 'sending', 'waiting', 'checking', 'needs-review')) AS coming,
       EXISTS (SELECT 1 FROM operation WHERE subject_id = @subject AND id <> @operation AND state = 'failed') AS failed`,
    { operation: step.operationId, subject: missing.id },
  );
  return row?.coming === 0 && (row.begun === 1 || row.failed === 0);
}

const IN_VAIN = {
  customer: 'The customer could not be saved at Stripe. Mend that first.',
  'tax-rate': 'A tax rate could not be saved at Stripe. Mend that first.',
  invoice: 'The draft is no longer at Stripe: it was deleted there.',
} as const;

export function inVain({ $ref }: Reference): StepError {
  return { code: 'waits-in-vain', message: IN_VAIN[$ref] };
}
