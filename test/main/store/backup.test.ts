import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp } from '../../../main/store/backup.ts';
import type { Db } from '../../../main/store/database.ts';
import { openDatabase } from '../../../main/store/open.ts';

let folder: string;
let db: Db;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-backup-'));
  const result = await openDatabase(join(folder, 'books.db'));
  if (!result.ok) throw new Error(result.problem.reason);
  db = result.db;
  db.transaction(() => {
    for (let n = 0; n < 300; n += 1) db.run('INSERT INTO meta VALUES (?, ?)', [`key${n}`, 'x'.repeat(500)]);
  });
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

test('a backup holds what has only reached the log so far, in one file', async () => {
  const path = join(folder, 'copy.db');
  await backUp(db.connection, path);
  const copy = new Database(path, { readonly: true });
  expect(copy.prepare('SELECT count(*) FROM meta').pluck().get()).toBe(301);
  copy.close();
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db']);
});

test('an earlier backup is replaced by a newer one and by nothing else', async () => {
  const path = join(folder, 'copy.db');
  await backUp(db.connection, path);
  db.run("INSERT INTO meta VALUES ('one more', '1')");
  await backUp(db.connection, path);
  const copy = new Database(path, { readonly: true });
  expect(copy.prepare('SELECT count(*) FROM meta').pluck().get()).toBe(302);
  copy.close();
});

test('a backup that cannot be finished leaves the one before it and nothing half made', async () => {
  const path = join(folder, 'copy.db');
  writeFileSync(path, 'the one before');
  const closed = new Database(':memory:');
  closed.close();
  await expect(backUp(closed, path)).rejects.toThrow('not open');
  expect(readFileSync(path, 'utf8')).toBe('the one before');
  expect(existsSync(`${path}.partial`)).toBe(false);
});
