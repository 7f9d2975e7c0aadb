// Looks up what a planned step refers to: the Stripe id once there is one, or why it must wait.
import type { Db } from '../store/database.ts';
import type { Reference, OutboxStep } from './step.ts';
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
