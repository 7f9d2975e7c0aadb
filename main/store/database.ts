// One open database: typed reads and writes over cached prepared statements, and synchronous transactions.
import type Database from 'better-sqlite3';

export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlParameters = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

export type Found<Row> = Row | undefined;

/**
 * Owns a connection. Every table file of the store takes one; nothing else touches better-sqlite3.
 * In a join a parameter is written `+?`: this build of SQLite (STAT4) plans a join anew whenever a bare parameter of it is bound,
 * which costs several times the query itself.
 */
export class Db {
  readonly #connection: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #columns = new Map<string, Database.Statement>();

  constructor(connection: Database.Database) {
    this.#connection = connection;
  }

  /**
   * All rows of a query. `Row` states what the SQL selects: STRICT tables and CHECKs hold the column types, and each
   * table file maps its rows in one function.
   */
  all<Row>(sql: string, parameters: SqlParameters = []): Row[] {
    // better-sqlite3 types rows as unknown; the row type is vouched for by the SQL beside the call.
    return this.#statement(sql).all(parameters) as Row[];
  }

  /** The first row, or undefined. */
  get<Row>(sql: string, parameters: SqlParameters = []): Found<Row> {
    // As in `all`.
    return this.#statement(sql).get(parameters) as Row | undefined;
  }

  /** The first column of all rows: for many rows of one number, without an object for each. */
  column<Value>(sql: string, parameters: SqlParameters = []): Value[] {
    const known = this.#columns.get(sql);
    const statement = known ?? this.#connection.prepare(sql).pluck();
    if (!known) this.#columns.set(sql, statement);
    // As in `all`.
    return statement.all(parameters) as Value[];
  }

  /** Runs a write; answers how many rows it changed. */
  run(sql: string, parameters: SqlParameters = []): number {
    return this.#statement(sql).run(parameters).changes;
  }

  /** Runs several statements without parameters. */
  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /** Runs `work` in one IMMEDIATE transaction; nested calls join the outer one. Synchronous, so that no network call fits inside. */
  transaction<Value>(work: () => Value): Value {
    if (this.#connection.inTransaction) return work();
    return this.#connection.transaction(work).immediate();
  }

  get inTransaction(): boolean {
    return this.#connection.inTransaction;
  }

  /** For open, migrate and backup only. */
  get connection(): Database.Database {
    return this.#connection;
  }

  close(): void {
    this.#statements.clear();
    this.#columns.clear();
    this.#connection.close();
  }

  #statement(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const fresh = this.#connection.prepare(sql);
    this.#statements.set(sql, fresh);
    return fresh;
  }
}
