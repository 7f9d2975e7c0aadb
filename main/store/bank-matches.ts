// Everything from which it follows which deposit is which payout, and what a person says of it.
import type { ExpectedPayout } from '../../shared/domain/bank/match.ts';
import type { Db } from './database.ts';

export interface BankLineRow {
  readonly id: string;
  readonly account: string;
  readonly day: string;
  readonly currency: string;
  readonly amount: number;
  readonly counterparty: string;
  readonly text: string;
}

/** Newest first. */
export function bankLines(db: Db): readonly BankLineRow[] {
  return db.all<BankLineRow>(
    `SELECT id, account, day, currency, amount, counterparty, text FROM bank_line INDEXED BY bank_line_by_day
     ORDER BY day DESC, seq DESC`,
  );
}

export function hasBankLines(db: Db): boolean {
  return db.get('SELECT 1 FROM bank_line LIMIT 1') !== undefined;
}

export interface BankPayout extends ExpectedPayout {
  readonly status: string;
}

/** Every payout that may have reached the bank, the last to arrive first. */
export function payoutsForBank(db: Db): readonly BankPayout[] {
  return db
    .all<Omit<BankPayout, 'hasFailed'>>(
      `SELECT t.id, t.arrival_day AS arrival, t.amount, t.currency, t.status,
         ifnull(o.json ->> '$.statement_descriptor', '') AS descriptor, ifnull(o.json ->> '$.trace_id.value', '') AS trace
       FROM payout t LEFT JOIN stripe_object o ON o.id = t.id WHERE t.status <> 'canceled' ORDER BY t.arrival_day DESC, t.seq DESC`,
    )
    .map((row) => ({ ...row, hasFailed: row.status === 'failed' }));
}

interface Pair {
  readonly line_id: string;
  readonly payout_id: string;
}

export function matchedPairs(db: Db): readonly Pair[] {
  return db.all<Pair>('SELECT line_id, payout_id FROM bank_match');
}

export function pairsApart(db: Db): readonly Pair[] {
  return db.all<Pair>('SELECT line_id, payout_id FROM bank_apart');
}

export function linesAside(db: Db): readonly string[] {
  return db.all<{ line_id: string }>('SELECT line_id FROM bank_aside').map(({ line_id: id }) => id);
}

/** The caller has made sure that both are free. `at` is unix seconds. */
export function addMatch(db: Db, line: string, payout: string, at: number): void {
  db.run('DELETE FROM bank_aside WHERE line_id = ?', [line]);
  db.run('DELETE FROM bank_apart WHERE line_id = ? AND payout_id = ?', [line, payout]);
  db.run('INSERT INTO bank_match (line_id, payout_id, at) VALUES (?, ?, ?)', [line, payout, at]);
}

/** They are not the same, and are not found to be again. */
export function keepApart(db: Db, line: string, payout: string, at: number): void {
  db.run('DELETE FROM bank_match WHERE line_id = ?', [line]);
  db.run('INSERT INTO bank_apart (line_id, payout_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
    line,
    payout,
    at,
  ]);
}

/** As if a person had never said anything of the two. */
export function unsay(db: Db, line: string, payout: string): void {
  db.run('DELETE FROM bank_match WHERE line_id = ? AND payout_id = ?', [line, payout]);
  db.run('DELETE FROM bank_apart WHERE line_id = ? AND payout_id = ?', [line, payout]);
}

export function setAside(db: Db, line: string, isAside: boolean, at: number): void {
  if (!isAside) db.run('DELETE FROM bank_aside WHERE line_id = ?', [line]);
  else db.run('INSERT INTO bank_aside (line_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING', [line, at]);
}

/** Rows that this connection has changed so far: while it stands still, so does everything that was read. */
export function changesSoFar(db: Db): number {
  return db.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0;
}
