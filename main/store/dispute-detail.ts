// What the page of one dispute shows: its row, what Stripe took and gave back, its invoices, and what happened.
import type { Db } from './database.ts';
import { DISPUTE_COLUMNS, DISPUTE_JOINS, type DisputeColumns } from './dispute-list.ts';

export interface DisputeFacts extends DisputeColumns {
  readonly charge_id: string;
  readonly payment_id: string | null;
  readonly network_reason: string | null;
  readonly refundable: number;
  readonly has_evidence: number;
  readonly submissions: number;
  readonly was_late: number;
  readonly created: number;
}

export function disputeFacts(db: Db, id: string): DisputeFacts | undefined {
  return db.get<DisputeFacts>(
    `SELECT ${DISPUTE_COLUMNS}, t.charge_id, t.payment_id, t.network_reason, t.refundable, t.has_evidence, t.submissions,
       t.was_late, t.created
     FROM dispute t ${DISPUTE_JOINS} WHERE t.id = ?`,
    [id],
  );
}

export interface MoveFacts {
  readonly id: string;
  /** Stripe's; `stripe_fee` is a fee that was taken apart from the money. */
  readonly type: string;
  readonly day: string;
  readonly created: number;
  readonly currency: string;
  readonly amount: number;
  readonly fee: number;
  readonly net: number;
}

/** Oldest first; a fee after the money that it is for. */
export function movesOfDispute(db: Db, id: string): readonly MoveFacts[] {
  return db.all<MoveFacts>(
    `SELECT id, type, day, created, currency, amount, fee, net FROM balance_transaction WHERE source = ? ORDER BY created, type = 'stripe_fee', id`,
    [id],
  );
}

/** When an answer or an acceptance that was ordered here reached Stripe, and when Stripe told of the end; unix seconds. */
export interface DisputeHappening {
  readonly kind: 'staged' | 'submitted' | 'accepted' | 'closed';
  readonly at: number;
}

export function happeningsOfDispute(db: Db, id: string): readonly DisputeHappening[] {
  return db.all<DisputeHappening>(
    `SELECT CASE kind WHEN 'dispute.submit' THEN 'submitted' WHEN 'dispute.stage' THEN 'staged' ELSE 'accepted' END AS kind,
       finished_at AS at
     FROM operation WHERE subject_id = +? AND state = 'done' AND kind IN ('dispute.stage', 'dispute.submit', 'dispute.accept')
     UNION ALL SELECT 'closed', max(created) FROM event WHERE object_id = +? AND type = 'charge.dispute.closed' HAVING count(*) > 0
     ORDER BY at`,
    [id, id],
  );
}
