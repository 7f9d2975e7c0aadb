// The cards and accounts that a customer has saved with Stripe, as far as they are known here.
import type { SavedMethod } from '../../shared/contract/charging.ts';
import { isExpired } from '../../shared/domain/charging.ts';
import type { Db } from './database.ts';

interface MethodColumns {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly exp_month: number | null;
  readonly exp_year: number | null;
  readonly is_default: number;
}

/** The default first, then the newest. `today` is a calendar day. */
export function savedMethods(db: Db, customerStripeId: string, today: string): SavedMethod[] {
  return db
    .all<MethodColumns>(
      `SELECT m.id, m.type, m.label, m.exp_month, m.exp_year, ifnull(c.default_method_id = m.id, 0) AS is_default
       FROM payment_method m LEFT JOIN customer c ON c.stripe_id = m.customer_stripe_id
       WHERE m.customer_stripe_id = +? ORDER BY is_default DESC, m.created DESC, m.id`,
      [customerStripeId],
    )
    .map((row) => ({
      id: row.id,
      type: row.type,
      label: row.label,
      expires:
        row.exp_year === null || row.exp_month === null
          ? null
          : `${row.exp_year}-${String(row.exp_month).padStart(2, '0')}`,
      isExpired: isExpired(row.exp_month, row.exp_year, today),
      isDefault: row.is_default === 1,
    }));
}

export interface ChargeSubject {
  readonly invoiceId: string;
  readonly stripeId: string | null;
  /** In words, such as "invoice A-1". */
  readonly label: string;
  readonly customerName: string;
  readonly customerStripeId: string | null;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly processing: boolean;
  /** Minor units that are still owed. */
  readonly remaining: number;
  readonly currency: string;
  readonly hasPaymentPage: boolean;
}

/** Undefined for an id that is not there. */
export function chargeSubject(db: Db, invoiceId: string): ChargeSubject | undefined {
  const row = db.get<{
    stripe_id: string | null;
    number: string | null;
    customer_name: string;
    customer_stripe_id: string | null;
    status: ChargeSubject['status'];
    processing: number;
    amount_remaining: number;
    currency: string;
    has_page: number;
  }>(
    `SELECT t.stripe_id, t.number, t.customer_name, t.customer_stripe_id, t.status, t.processing, t.amount_remaining, t.currency,
       ifnull(o.json ->> '$.hosted_invoice_url', '') <> '' AS has_page
     FROM invoice t LEFT JOIN stripe_object o ON o.id = t.stripe_id WHERE t.id = ? AND t.deleted = 0`,
    [invoiceId],
  );
  return (
    row && {
      invoiceId,
      stripeId: row.stripe_id,
      label: row.number === null ? row.customer_name : `invoice ${row.number}`,
      customerName: row.customer_name,
      customerStripeId: row.customer_stripe_id,
      status: row.status,
      processing: row.processing === 1,
      remaining: row.amount_remaining,
      currency: row.currency,
      hasPaymentPage: row.has_page === 1,
    }
  );
}
