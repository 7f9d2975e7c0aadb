// What a comparison with everything at Stripe found to differ.
import type { Db } from './database.ts';

export interface Difference {
  readonly objectId: string;
  readonly resource: string;
  readonly what: 'missing' | 'changed' | 'gone';
  readonly fields: readonly string[];
  /** Of the object, unix seconds. */
  readonly created: number;
}

export function clearDifferences(db: Db): void {
  db.run('DELETE FROM difference');
}

export function saveDifference(db: Db, { objectId, resource, what, fields, created }: Difference): void {
  db.run(
    `INSERT INTO difference (object_id, resource, what, fields, created) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (object_id) DO NOTHING`,
    [objectId, resource, what, JSON.stringify(fields), created],
  );
}

/**
 * What happened at Stripe while it was compared differs as well, and is no fault: it is new, or an event tells of it. `since` is
 * unix seconds on Stripe's clock.
 */
const TRUE_ONES = `d.created < +@since
  AND NOT EXISTS (SELECT 1 FROM event e WHERE e.object_id = d.object_id AND e.created >= +@since)`;

export interface DifferenceCount {
  readonly resource: string;
  readonly what: Difference['what'];
  readonly count: number;
}

export function countDifferences(db: Db, since: number): readonly DifferenceCount[] {
  return db.all<DifferenceCount>(
    `SELECT d.resource, d.what, count(*) AS count FROM difference d WHERE ${TRUE_ONES} GROUP BY d.resource, d.what`,
    { since },
  );
}

export interface DifferenceRow {
  readonly object_id: string;
  readonly resource: string;
  readonly what: Difference['what'];
  /** JSON. */
  readonly fields: string;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly customer_id: string | null;
  readonly customer_name: string | null;
  readonly payment_id: string | null;
  readonly payment_name: string | null;
  readonly payout_id: string | null;
  readonly note_id: string | null;
  readonly note_number: string | null;
}

/** Newest object first. */
export function firstDifferences(db: Db, since: number, limit: number): readonly DifferenceRow[] {
  return db.all<DifferenceRow>(
    `SELECT d.object_id, d.resource, d.what, d.fields, i.id AS invoice_id, i.number AS invoice_number, c.id AS customer_id,
       c.name AS customer_name, p.id AS payment_id, p.customer_name AS payment_name, po.id AS payout_id,
       n.id AS note_id, n.number AS note_number
     FROM difference d LEFT JOIN invoice i ON i.stripe_id = d.object_id AND i.deleted = 0
       LEFT JOIN customer c ON c.stripe_id = d.object_id AND c.deleted = 0
       LEFT JOIN payment p ON p.id = d.object_id OR p.charge_id = d.object_id
       LEFT JOIN payout po ON po.id = d.object_id
       LEFT JOIN credit_note n ON n.stripe_id = d.object_id
     WHERE ${TRUE_ONES} ORDER BY d.created DESC, d.object_id LIMIT ${limit}`,
    { since },
  );
}
