// Everything from which it follows which deposit is which payout, and what a person says of it.
import type { ExpectedPayout } from '../../shared/domain/bank/match.ts';
import { OF_WHOLE } from './bank-statements.ts';
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

/** Statements that are about to be whole count as if they were. */
const WHOLE_OR_SOON = '(is_whole = 1 OR id IN (SELECT value FROM json_each(?)))';

/** While it is the same, so are the lines. */
export function bankLinesState(db: Db, soon: readonly string[] = []): string {
  const row = db.get<{ state: string }>(
    `SELECT ifnull(group_concat(seq || ' ' || erased ORDER BY seq), '') AS state FROM bank_statement WHERE ${WHOLE_OR_SOON}`,
    [JSON.stringify(soon)],
  );
  return row?.state ?? '';
}

export interface PlacedLine extends BankLineRow {
  readonly seq: number;
}

/** Newest first, those that come after a line; from the first on where there is none. */
export function bankLinesAfter(
  db: Db,
  last: PlacedLine | undefined,
  limit: number,
  soon: readonly string[],
): readonly PlacedLine[] {
  return db.all<PlacedLine>(
    `SELECT seq, id, account, day, currency, amount, counterparty, text FROM bank_line INDEXED BY bank_line_by_day
     WHERE (day, seq) < (?, ?) AND statement_id IN (SELECT id FROM bank_statement WHERE ${WHOLE_OR_SOON})
     ORDER BY day DESC, seq DESC LIMIT ?`,
    [last?.day ?? '9', last?.seq ?? 0, JSON.stringify(soon), limit],
  );
}

/** Newest first. */
export function bankLines(db: Db): readonly BankLineRow[] {
  return db.all<BankLineRow>(
    `SELECT id, account, day, currency, amount, counterparty, text FROM bank_line INDEXED BY bank_line_by_day
     WHERE ${OF_WHOLE} ORDER BY day DESC, seq DESC`,
  );
}

export function hasBankStatements(db: Db): boolean {
  return db.get('SELECT 1 FROM bank_statement WHERE is_whole = 1 LIMIT 1') !== undefined;
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
