// Hears which statements a call needs, so that they can be run again bare: prepared, without anything around them.
import { Db, type SqlParameters } from '../../main/store/database.ts';

interface Heard {
  readonly db: Db;
  readonly sql: string;
  readonly parameters: SqlParameters;
  readonly kind: 'all' | 'get' | 'run' | 'column';
}

let listener: ((heard: Heard) => void) | null = null;

/** Puts itself between the store and its connection, once for the process. */
export function listenToSql(): void {
  for (const kind of ['all', 'get', 'run', 'column'] as const) {
    const original: (sql: string, parameters?: SqlParameters) => unknown = Db.prototype[kind];
    Object.defineProperty(Db.prototype, kind, {
      value(this: Db, sql: string, parameters: SqlParameters = []): unknown {
        listener?.({ db: this, sql, parameters, kind });
        return original.call(this, sql, parameters);
      },
    });
  }
}

/** What one run of `work` asks of the database, as a function that asks the same again with statements prepared before. */
export async function bareSqlOf(work: () => Promise<unknown>): Promise<() => void> {
  const heard: Heard[] = [];
  listener = (each) => heard.push(each);
  await work();
  listener = null;
  const prepared = heard.map(({ db, sql, parameters, kind }) => {
    const statement = db.connection.prepare(sql);
    if (kind !== 'column') return (): unknown => statement[kind](parameters);
    const column = statement.pluck();
    return (): unknown => column.all(parameters);
  });
  return () => {
    for (const run of prepared) run();
  };
}
