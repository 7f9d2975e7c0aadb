// Books in memory with the newest schema, for tests.
import Database from 'better-sqlite3';
import { Db } from '../../main/store/database.ts';
import { migrate } from '../../main/store/migrate.ts';

export function memoryDb(): Db {
  const connection = new Database(':memory:');
  migrate(connection, 0);
  return new Db(connection);
}
