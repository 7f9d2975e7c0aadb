// Books in memory with the newest schema, for tests.
import Database from 'better-sqlite3';
import { Db } from '../../main/store/database.ts';
import { migrate } from '../../main/store/migrate.ts';

/** Empty books, migrated once for all tests of this process: the schema's steps would be half of the time of many. */
let template: Buffer | null = null;

export function memoryDb(): Db {
  template ??= emptyBooks();
  return new Db(new Database(template));
}

function emptyBooks(): Buffer {
  const connection = new Database(':memory:');
  migrate(connection, 0);
  const books = connection.serialize();
  connection.close();
  return books;
}
