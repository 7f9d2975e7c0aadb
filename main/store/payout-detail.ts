// What one payout holds: every movement of Stripe's balance with the payment, refund or dispute that it is about.
import type { Movement } from '../../shared/contract/payouts.ts';
import type { Db } from './database.ts';
import { PAYOUT_COLUMNS, type PayoutColumns } from './payout-list.ts';

export interface PayoutFacts extends PayoutColumns {
  readonly opened: number;
  readonly failure_code: string | null;
  readonly balance_transaction_id: string | null;
}

export function payoutFacts(db: Db, id: string): PayoutFacts | undefined {
  return db.get<PayoutFacts>(
    `SELECT ${PAYOUT_COLUMNS}, t.opened, t.failure_code, t.balance_transaction_id FROM payout t WHERE t.id = ?`,
    [id],
  );
}

interface MovementColumns {
  readonly id: string;
  readonly category: string;
  readonly type: string;
  readonly day: string;
  readonly customer_name: string | null;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly payment_id: string | null;
  readonly dispute_id: string | null;
  readonly payout_id: string | null;
  readonly text: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly fee: number;
  readonly net: number;
  readonly original_currency: string | null;
  readonly original_amount: number | null;
}

/** Oldest first. The payout's own movement, which takes the sum off the balance, is left out. */
export function movementsOf(db: Db, payoutId: string): readonly Movement[] {
  return db.all<MovementColumns>(movementsFrom(LISTED), [payoutId]).map((row) => movement(row));
}

/** Oldest first. */
export function movementsById(db: Db, ids: readonly string[]): readonly Movement[] {
  return db.all<MovementColumns>(movementsFrom(NAMED), [JSON.stringify(ids)]).map((row) => movement(row));
}

function movement(row: MovementColumns): Movement {
  return {
    id: row.id,
    category: row.category === '' ? row.type : row.category,
    day: row.day,
    customerName: row.customer_name ?? '',
    invoiceId: row.invoice_id,
    invoiceNumber: row.invoice_number,
    paymentId: row.payment_id,
    disputeId: row.dispute_id,
    payoutId: row.payout_id,
    text: row.text ?? '',
    gross: row.amount,
    fee: row.fee,
    net: row.net,
    part: null,
    original:
      row.original_currency === null || row.original_amount === null || row.original_currency === row.currency
        ? null
        : { amount: row.original_amount, currency: row.original_currency },
  };
}

const LISTED = `payout t JOIN balance_transaction b ON t.id = +? AND b.payout_id = t.id AND b.id IS NOT t.balance_transaction_id`;
const NAMED = 'json_each(?) named JOIN balance_transaction b ON b.id = named.value';

/** A movement is about a charge, a refund, a dispute or another payout; each of the first three belongs to a payment. */
function movementsFrom(source: string): string {
  return `
  SELECT b.id, b.category, b.type, b.day, p.customer_name, i.id AS invoice_id, i.number AS invoice_number, p.id AS payment_id,
    d.id AS dispute_id, q.id AS payout_id, o.json ->> '$.description' AS text, b.currency, b.amount, b.fee, b.net,
    coalesce(r.currency, d.currency, c.currency) AS original_currency,
    coalesce(-r.amount, sign(b.amount) * d.amount, c.amount) AS original_amount
  FROM ${source}
    LEFT JOIN stripe_object o ON o.id = b.id
    LEFT JOIN refund r ON r.stripe_id = b.source
    LEFT JOIN dispute d ON d.id = b.source
    LEFT JOIN payment c ON c.charge_id = b.source
    LEFT JOIN payout q ON q.id = b.source
    LEFT JOIN payment p ON p.id = coalesce(r.payment_id, d.payment_id, c.id)
    LEFT JOIN invoice i ON i.stripe_id = p.invoice_stripe_id
  ORDER BY b.created, b.id`;
}
