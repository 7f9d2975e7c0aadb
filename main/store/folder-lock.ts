// Keeps a data folder to one process at a time, by a lock that the operating system itself drops when the process dies.
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** A connection that nothing refers to is closed when memory is tidied up, and its lock with it. */
const held = new Set<Database.Database>();

/**
 * Takes the folder for this process; null when another one has it. The returned function gives it back.
 * SQLite's exclusive lock is the kernel's own (fcntl, LockFileEx): after `kill -9` there is nothing stale to judge, and no process
 * id that could belong to somebody else by then. Throws when the folder cannot be written.
 */
export function lockFolder(directory: string): (() => void) | null {
  const connection = new Database(join(directory, 'instance.lock'), { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
    held.add(connection);
    return () => {
      held.delete(connection);
      connection.close();
    };
  } catch (error) {
    connection.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
}
