import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, type Migration, migrations, newestVersion } from '../../../main/store/migrate.ts';
import { openDatabase } from '../../../main/store/open.ts';
import { lockPragmas, writePragmas } from '../../../main/store/pragmas.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-migrate-'));
  path = join(folder, 'books.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const newest = newestVersion();

const next: Migration = {
  version: newest + 1,
  sql: `CREATE TABLE later (id TEXT PRIMARY KEY) STRICT;
    INSERT INTO later SELECT key FROM meta;
    ALTER TABLE meta ADD COLUMN more TEXT;
    UPDATE meta SET more = value;
    CREATE INDEX later_index ON meta (more);`,
};

function schemaOf(file: string): {
  readonly version: unknown;
  readonly tables: readonly unknown[];
  readonly sound: unknown;
} {
  const connection = new Database(file);
  const state = {
    version: connection.pragma('user_version', { simple: true }),
    tables: connection
      .prepare("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
      .pluck()
      .all(),
    sound: connection.pragma('integrity_check', { simple: true }),
  };
  connection.close();
  return state;
}

/** Migrates the file and keeps, before each statement, what a process killed there would leave on the disk. */
function migrateKeepingWreckage(file: string, from: number, steps: readonly Migration[]): readonly string[] {
  const wrecks: string[] = [];
  const connection = new Database(file, {
    verbose: () => {
      const wreck = join(folder, `wreck-${wrecks.length}`);
      mkdirSync(wreck);
      for (const name of readdirSync(folder)) {
        if (name.startsWith('books.db')) copyFileSync(join(folder, name), join(wreck, name));
      }
      wrecks.push(join(wreck, 'books.db'));
    },
  });
  lockPragmas(connection);
  writePragmas(connection);
  migrate(connection, from, steps);
  connection.close();
  return wrecks;
}

/** The schema after each step, by its version; nothing before the first. */
function schemaAfterEach(): readonly ReturnType<typeof schemaOf>[] {
  const file = join(folder, 'stepwise.db');
  const connection = new Database(file);
  lockPragmas(connection);
  writePragmas(connection);
  connection.close();
  const stages = [schemaOf(file)];
  for (const step of migrations) {
    const open = new Database(file);
    migrate(open, step.version - 1, [step]);
    open.close();
    stages.push(schemaOf(file));
  }
  return stages;
}

test('killed at any statement, each step is there whole or not at all, and the rest can be made', async () => {
  const stages = schemaAfterEach();
  const wrecks = migrateKeepingWreckage(path, 0, migrations);
  const done = schemaOf(path);
  expect(wrecks.length).toBeGreaterThan(60);
  for (const [index, wreck] of wrecks.entries()) {
    const state = schemaOf(wreck);
    expect(state).toEqual(stages[Number(state.version)]);
    expect(state.sound).toBe('ok');
    if (index % 8 !== 0) continue;
    const again = await openDatabase(wreck);
    expect(again.ok).toBe(true);
    if (again.ok) again.db.close();
    expect(schemaOf(wreck)).toEqual(done);
  }
});

test('killed at any statement of a later step, the books are whole in the one schema or the other', async () => {
  const first = await openDatabase(path);
  if (!first.ok) throw new Error(first.problem.reason);
  first.db.run("INSERT INTO meta VALUES ('mark', 'kept')");
  first.db.close();
  const before = schemaOf(path);
  const wrecks = migrateKeepingWreckage(path, newest, [...migrations, next]);
  const after = schemaOf(path);
  expect(after.version).toBe(newest + 1);
  for (const wreck of wrecks) {
    const state = schemaOf(wreck);
    expect([before, after]).toContainEqual(state);
    const connection = new Database(wreck);
    expect(connection.prepare("SELECT value FROM meta WHERE key = 'mark'").pluck().get()).toBe('kept');
    connection.close();
  }
});

test('a step that fails leaves the books in the schema before it, and is reported', async () => {
  const first = await openDatabase(path);
  if (first.ok) first.db.close();
  const before = schemaOf(path);
  const broken = { version: newest + 1, sql: `${next.sql} INSERT INTO nowhere VALUES (1);` };
  await expect(openDatabase(path, { steps: [...migrations, broken] })).rejects.toThrow(
    'no such table: nowhere',
  );
  expect(schemaOf(path)).toEqual(before);
});

test('a step that would leave a reference to nothing is not kept', async () => {
  const first = await openDatabase(path);
  if (first.ok) first.db.close();
  const orphan = {
    version: newest + 1,
    sql: `PRAGMA defer_foreign_keys = ON; INSERT INTO draft (invoice_id, content, revision, updated_at) VALUES ('gone', '{}', 1, 1);`,
  };
  await expect(openDatabase(path, { steps: [...migrations, orphan] })).rejects.toThrow(
    `Migration ${newest + 1}`,
  );
  expect(schemaOf(path).version).toBe(newest);
});

test('the whole file is checked once, at the end, however many steps there are', () => {
  const statements: string[] = [];
  const connection = new Database(path, { verbose: (sql) => statements.push(String(sql)) });
  migrate(connection, 0);
  connection.close();
  const checks = statements.flatMap((sql, index) => (/integrity_check/.test(sql) ? [index] : []));
  const versions = statements.flatMap((sql, index) => (/user_version = /.test(sql) ? [index] : []));
  expect(versions).toHaveLength(migrations.length);
  expect(checks).toHaveLength(1);
  expect(checks[0]).toBeGreaterThan(versions.at(-1) ?? Infinity);
  expect(statements.slice(checks[0]).some((sql) => /^COMMIT/i.test(sql))).toBe(true);
});

test('books are copied before they are changed, and only then', async () => {
  const first = await openDatabase(path);
  if (!first.ok) throw new Error(first.problem.reason);
  first.db.run("INSERT INTO meta VALUES ('mark', 'kept')");
  first.db.close();
  expect(existsSync(`${path}.before-${newest + 1}`)).toBe(false);
  const second = await openDatabase(path, { steps: [...migrations, next] });
  if (!second.ok) throw new Error(second.problem.reason);
  expect(second.db.all('SELECT id FROM later ORDER BY id')).toEqual([{ id: 'mark' }, { id: 'opened' }]);
  second.db.close();
  const copy = new Database(`${path}.before-${newest + 1}`, { readonly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(newest);
  expect(copy.prepare("SELECT value FROM meta WHERE key = 'mark'").pluck().get()).toBe('kept');
  copy.close();
});
