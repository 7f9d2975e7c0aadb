// Refunds that are made here, and how much of a payment is left for them.
import type { Db } from './database.ts';

export interface RefundablePayment {
  readonly id: string;
  readonly chargeId: string | null;
  readonly status: string;
  readonly currency: string;
  readonly customerName: string;
  readonly disputed: boolean;
  /** Minor units not yet paid back, queued and pending refunds counted as gone. */
  readonly left: number;
}

export function refundablePayment(db: Db, id: string): RefundablePayment | undefined {
  const row = db.get<{
    charge_id: string | null;
    status: string;
    currency: string;
    customer_name: string;
    amount_received: number;
    refunded: number;
    disputed: number;
  }>(
    `SELECT charge_id, status, currency, customer_name, amount_received,
       (SELECT coalesce(sum(amount), 0) FROM refund WHERE payment_id = payment.id AND status NOT IN ('failed', 'canceled')) AS refunded,
       EXISTS (SELECT 1 FROM dispute WHERE payment_id = payment.id AND refundable = 0 AND status NOT IN ('won', 'warning_closed', 'prevented')) AS disputed
     FROM payment WHERE id = ?`,
    [id],
  );
  return (
    row && {
      id,
      chargeId: row.charge_id,
      status: row.status,
      currency: row.currency,
      customerName: row.customer_name,
      disputed: row.disputed === 1,
      left: row.amount_received - row.refunded,
    }
  );
}

export interface NewRefund {
  /** The operation's id, until Stripe has answered. */
  readonly id: string;
  /** The mark that the refund carries in Stripe's metadata: how its row is found again. */
  readonly operationMark: string;
  readonly paymentId: string;
  readonly chargeId: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly reason: string;
  readonly note: string;
  readonly created: number;
  readonly day: string;
}

export function insertRefund(db: Db, refund: NewRefund): void {
  db.run(
    `INSERT INTO refund (id, operation_id, payment_id, charge_id, currency, amount, status, reason, note, created, day)
     VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?)`,
    [
      refund.id,
      refund.operationMark,
      refund.paymentId,
      refund.chargeId,
      refund.currency,
      refund.amount,
      refund.reason,
      refund.note,
      refund.created,
      refund.day,
    ],
  );
}
