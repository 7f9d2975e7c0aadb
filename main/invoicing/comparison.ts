// How the last comparison with everything at Stripe went, or goes: what was looked at, and what differed.
import { z } from 'zod';
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { Place } from '../../shared/contract/stripe-events.ts';
import { countDifferences, type DifferenceRow, firstDifferences } from '../store/differences.ts';
import { type ComparisonPosition, comparisonPosition } from '../store/sync-position.ts';
import type { UseContext } from './context.ts';

type Comparison = NonNullable<CallOutput<'sync.comparison'>['comparison']>;

const FIRST = 50;
/** Stripe's clock may run ahead of the events that it is still writing. */
const SETTLING_SECONDS = 600;

export function getComparison(context: UseContext): CallOutput<'sync.comparison'> {
  const position = comparisonPosition.read(context.db);
  return { comparison: position && comparisonOf(context, position) };
}

function comparisonOf({ db }: UseContext, { list, finishedAt }: ComparisonPosition): Comparison {
  if (list === null)
    return { state: 'waiting', startedAt: null, finishedAt: null, resources: [], differences: [] };
  const since = list.startedAt - SETTLING_SECONDS;
  const counts = countDifferences(db, since);
  const count = (resource: string, what: string): number =>
    counts.find((known) => known.resource === resource && known.what === what)?.count ?? 0;
  return {
    state: finishedAt === null ? 'running' : 'done',
    startedAt: list.startedAt,
    finishedAt,
    resources: list.resources.map(({ resource, objects, done }) => ({
      resource,
      objects,
      done,
      missing: count(resource, 'missing'),
      changed: count(resource, 'changed'),
      gone: count(resource, 'gone'),
    })),
    differences: firstDifferences(db, since, FIRST).map((row) => ({
      objectId: row.object_id,
      resource: row.resource,
      what: row.what,
      fields: z.array(z.string()).parse(JSON.parse(row.fields)),
      place: placeOf(row),
    })),
  };
}

function placeOf(row: DifferenceRow): Place | null {
  if (row.invoice_id !== null)
    return { kind: 'invoice', id: row.invoice_id, label: row.invoice_number ?? 'Draft invoice' };
  if (row.customer_id !== null)
    return { kind: 'customer', id: row.customer_id, label: row.customer_name ?? 'Customer' };
  if (row.payment_id !== null)
    return { kind: 'payment', id: row.payment_id, label: row.payment_name || 'Payment' };
  if (row.note_id !== null)
    return { kind: 'credit-note', id: row.note_id, label: row.note_number ?? 'Credit note' };
  return row.payout_id === null ? null : { kind: 'payout', id: row.payout_id, label: 'Payout' };
}
