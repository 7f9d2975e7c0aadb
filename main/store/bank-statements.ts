// Imported bank statements and their lines: added in portions and seen when whole, taken away whole, never changed.
import type { Db } from './database.ts';

/** Of a line: not of a statement that is still being taken in. */
export const OF_WHOLE = 'statement_id NOT IN (SELECT id FROM bank_statement WHERE is_whole = 0)';

export interface NewBankStatement {
  readonly id: string;
  readonly file_name: string;
  readonly format: string;
  readonly account: string;
  readonly currency: string;
  readonly opening: number | null;
  readonly closing: number | null;
  readonly unexplained: number | null;
  readonly first_day: string;
  readonly last_day: string;
  readonly known: number;
  readonly left_out: number;
  /** Unix seconds. */
  readonly imported_at: number;
}

export interface NewBankLine {
  readonly id: string;
  readonly identity: string;
  readonly day: string;
  readonly currency: string;
  readonly amount: number;
  readonly counterparty: string;
  readonly text: string;
}

/** Rows that are taken away at once. */
const ROWS_AT_ONCE = 250;

/** Which of the identities an account has already. */
export function knownIdentities(db: Db, account: string, identities: readonly string[]): ReadonlySet<string> {
  const rows = db.all<{ identity: string }>(
    'SELECT identity FROM bank_line WHERE account = ? AND identity IN (SELECT value FROM json_each(?))',
    [account, JSON.stringify(identities)],
  );
  return new Set(rows.map(({ identity }) => identity));
}

/** How many lines of a currency another file form has brought with the same day and amount: the same ones, perhaps. */
export function countLookalikes(
  db: Db,
  format: string,
  lines: readonly Pick<NewBankLine, 'day' | 'amount' | 'currency'>[],
): number {
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM json_each(?) new WHERE EXISTS (
       SELECT 1 FROM bank_line l INDEXED BY bank_line_by_day JOIN bank_statement s ON s.id = l.statement_id
       WHERE l.day = new.value ->> '$.day' AND l.amount = new.value ->> '$.amount'
         AND l.currency = new.value ->> '$.currency' AND s.format <> ?)`,
    [JSON.stringify(lines), format],
  );
  return row?.count ?? 0;
}

/** Nobody sees it before it is whole. */
export function beginBankStatement(db: Db, statement: NewBankStatement): void {
  db.run(
    `INSERT INTO bank_statement (is_whole, id, file_name, format, account, currency, opening, closing, unexplained, first_day, last_day,
       known, left_out, imported_at)
     VALUES (0, :id, :file_name, :format, :account, :currency, :opening, :closing, :unexplained, :first_day, :last_day,
       :known, :left_out, :imported_at)`,
    { ...statement },
  );
}

/** A portion of the lines of a statement that is not whole yet. */
export function addBankLines(
  db: Db,
  { id: statement, account }: Pick<NewBankStatement, 'id' | 'account'>,
  lines: readonly NewBankLine[],
): void {
  db.transaction(() => {
    for (const line of lines) {
      db.run(
        `INSERT INTO bank_line (id, statement_id, account, identity, day, currency, amount, counterparty, text)
         VALUES (:id, :statement, :account, :identity, :day, :currency, :amount, :counterparty, :text)`,
        { ...line, statement, account },
      );
    }
  });
}

/** It has all of its lines. */
export function completeBankStatement(db: Db, id: string): void {
  db.run('UPDATE bank_statement SET is_whole = 1 WHERE id = ?', [id]);
}

/** Takes some lines away of statements that are not whole, and the statements without any; false where nothing is left. */
export function clearUnfinished(db: Db): boolean {
  const lines = db.run(
    `DELETE FROM bank_line WHERE id IN (SELECT l.id FROM bank_statement s JOIN bank_line l ON l.statement_id = s.id
       WHERE s.is_whole = 0 LIMIT ${ROWS_AT_ONCE})`,
  );
  if (lines === ROWS_AT_ONCE) return true;
  db.run('DELETE FROM bank_statement WHERE is_whole = 0');
  return false;
}

/** Nobody sees it or its lines any more, and its payouts are free; the rows go with `clearUnfinished`. Answers whether it was there. */
export function hideBankStatement(db: Db, id: string): boolean {
  db.run(
    `DELETE FROM bank_match WHERE line_id IN (SELECT m.line_id FROM bank_match m CROSS JOIN bank_line l ON l.id = m.line_id
       WHERE l.statement_id = +?)`,
    [id],
  );
  return db.run('UPDATE bank_statement SET is_whole = 0 WHERE id = ? AND is_whole = 1', [id]) > 0;
}

export interface BankStatementRow extends NewBankStatement {
  /** That this file brought. */
  readonly lines: number;
}

/** Newest import first. */
export function bankStatements(db: Db, limit: number): readonly BankStatementRow[] {
  return db.all<BankStatementRow>(
    `SELECT s.*, (SELECT count(*) FROM bank_line l WHERE l.statement_id = s.id) AS lines
     FROM bank_statement s WHERE s.is_whole = 1 ORDER BY s.seq DESC LIMIT ?`,
    [limit],
  );
}

/** Names of accounts, the one imported last first. */
export function bankAccounts(db: Db): readonly string[] {
  return db
    .all<{ account: string }>(
      'SELECT account FROM bank_statement WHERE is_whole = 1 GROUP BY account ORDER BY max(seq) DESC',
    )
    .map(({ account }) => account);
}

/** As it was kept, for the caller to check. */
export function csvMappingText(db: Db, shape: string): string | undefined {
  return db.get<{ mapping: string }>('SELECT mapping FROM bank_csv_shape WHERE shape = ?', [shape])?.mapping;
}

export function keepCsvMapping(db: Db, shape: string, mapping: string, at: number): void {
  db.run(
    `INSERT INTO bank_csv_shape (shape, mapping, at) VALUES (?, ?, ?)
     ON CONFLICT (shape) DO UPDATE SET mapping = excluded.mapping, at = excluded.at`,
    [shape, mapping, at],
  );
}
