// The list of payouts, and its counts.
import type { PayoutRow } from '../../shared/contract/payouts.ts';
import type { Db } from './database.ts';
import { CURSOR, type PageInput, pageOfSeqs, type PagedSql } from './keyset.ts';
import type { Condition } from './search-condition.ts';
import { type StatusCount, statusCounts } from './status-counts.ts';

export interface PayoutListInput {
  readonly status?: string | undefined;
  readonly direction: 'asc' | 'desc';
  readonly page: PageInput;
}

export interface PayoutColumns {
  readonly id: string;
  readonly status: string;
  readonly arrival_day: string;
  readonly day: string;
  readonly currency: string;
  readonly amount: number;
  readonly automatic: number;
  readonly method: string;
  readonly movements: number | null;
}

/** To be selected from `payout t`. The payout's own movement is not part of what it holds. */
export const PAYOUT_COLUMNS = `t.id, t.status, t.arrival_day, t.day, t.currency, t.amount, t.automatic, t.method,
  CASE WHEN t.opened = 1 THEN (SELECT count(*) FROM balance_transaction b
    WHERE b.payout_id = t.id AND b.id IS NOT t.balance_transaction_id) END AS movements`;

export function listPayouts(db: Db, input: PayoutListInput): PayoutRow[] {
  const { sql, parameters } = payoutListSql(input);
  return db
    .all<PayoutColumns & { readonly cursor: string }>(sql, parameters)
    .map((row) => ({ ...payoutRow(row), cursor: row.cursor }));
}

export function payoutListSql({ status, direction, page }: PayoutListInput): PagedSql {
  const index = status === undefined ? 'payout_by_arrival' : 'payout_by_status';
  const wanted: Condition = status === undefined ? ALL : { sql: 't.status = +?', parameters: [status] };
  const source = { from: `payout t INDEXED BY ${index}`, conditions: [wanted] };
  const seqs = pageOfSeqs([source], { column: 'arrival_day', direction }, page);
  const order = direction === 'asc' ? 'ASC' : 'DESC';
  return {
    sql: `SELECT ${CURSOR}, ${PAYOUT_COLUMNS} FROM (${seqs.sql}) AS page CROSS JOIN payout t ON t.seq = page.seq
      ORDER BY page.place ${order}, page.seq ${order}`,
    parameters: seqs.parameters,
  };
}

const ALL: Condition = { sql: 'true', parameters: [] };

export function countPayouts(db: Db): StatusCount[] {
  return statusCounts(db, 'payout t INDEXED BY payout_sums', ALL);
}

export function payoutRow(row: PayoutColumns): Omit<PayoutRow, 'cursor'> {
  return {
    id: row.id,
    status: row.status,
    arrival: row.arrival_day,
    made: row.day,
    currency: row.currency,
    amount: row.amount,
    isAutomatic: row.automatic === 1,
    isInstant: row.method === 'instant',
    movements: row.movements,
  };
}
