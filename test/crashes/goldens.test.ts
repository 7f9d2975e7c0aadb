// Books of every schema that there has been: each opens, migrates and adds up; and a program killed at any statement of it goes on from there.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '../../main/store/database.ts';
import { migrate, migrations, newestVersion } from '../../main/store/migrate.ts';
import { openDatabase } from '../../main/store/open.ts';
import { lockPragmas, writePragmas } from '../../main/store/pragmas.ts';
import { findingOf, fingerprint, postAll } from '../support/booked-file.ts';
import { goldenVersions, readGolden } from '../support/goldens.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-golden-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const versions = goldenVersions();

async function open(path: string, through = newestVersion()): Promise<Db> {
  const opened = await openDatabase(path, {
    beforeMigrating: () => Promise.resolve(),
    steps: migrations.filter((step) => step.version <= through),
  });
  if (!opened.ok) throw new Error(opened.problem.reason);
  return opened.db;
}

function placed(version: number, name = `v${version}.db`): string {
  const path = join(folder, name);
  writeFileSync(path, readGolden(version));
  return path;
}

const schemaOf = (db: Db): unknown =>
  db.all("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name");

test('there is one of each of the first twenty-six schemas, and none is missing between', () => {
  expect(versions.length).toBeGreaterThanOrEqual(26);
  expect(versions.at(-1)).toBeLessThanOrEqual(newestVersion());
});

test.each(versions)(
  'books of schema %i open in the newest one with everything that was in them, and add up',
  async (version) => {
    const fresh = await open(join(folder, 'fresh.db'));
    const db = await open(placed(version));
    expect(db.connection.pragma('user_version', { simple: true })).toBe(newestVersion());
    expect(schemaOf(db)).toEqual(schemaOf(fresh));
    expect(db.get('SELECT name, email, invoice_count FROM customer')).toEqual({
      name: 'Gerberei Abel',
      email: 'kontor@abel.example',
      invoice_count: 2,
    });
    expect(db.get('SELECT number, total, status FROM invoice WHERE number IS NOT NULL')).toEqual({
      number: 'GOLD-0001',
      total: 11_900,
      status: 'paid',
    });
    expect(db.get('SELECT revision FROM draft')).toEqual({ revision: 3 });
    expect(db.get("SELECT state, idempotency_key AS key FROM outbox WHERE operation_id = 'op_gold'")).toEqual(
      {
        state: 'queued',
        key: 'op_gold:1:1',
      },
    );
    expect(db.all('SELECT amount, counterparty FROM bank_line JOIN bank_aside ON line_id = id')).toEqual(
      version < 20 ? [] : [{ amount: -4_200, counterparty: version < 23 ? 'Lederhandel Ruhr' : '' }],
    );
    expect(db.all('SELECT id, is_whole AS whole, erased FROM bank_statement ORDER BY id')).toEqual(
      [
        { id: 'stmt_gold', whole: 1, erased: version < 23 ? 0 : 1 },
        { id: 'stmt_part', whole: 0, erased: 0 },
      ].slice(0, version < 20 ? 0 : version < 23 ? 1 : 2),
    );
    expect(db.all("SELECT name, number, xero FROM account_setting WHERE part = ''")).toEqual(
      version < 21 ? [] : [{ name: 'Forderungen', number: '10000', xero: '610' }],
    );
    expect(db.all('SELECT dispute_id AS id, compelling FROM dispute_answer')).toEqual(
      version < 24 ? [] : [{ id: 'du_gold', compelling: '{}' }],
    );
    expect(db.all('SELECT item, account FROM item_account')).toEqual(
      version < 25 ? [] : [{ item: 'prod_gold', account: 4000 }],
    );
    // Books that had a journal have it still, with its seals.
    const kept = db.get<{ n: number }>('SELECT count(*) AS n FROM journal_entry')?.n ?? 0;
    expect(kept > 3).toBe(version >= 25);
    postAll(db, 1_781_900_000);
    expect(await findingOf(db)).toBeNull();
    expect(db.get<{ n: number }>('SELECT count(*) AS n FROM journal_entry')?.n).toBeGreaterThan(3);
    db.close();
    fresh.close();
  },
);

/** Takes one step and keeps, before each statement, what a process killed there would leave on the disk. */
function wrecksOf(version: number): readonly string[] {
  const place = join(folder, `step-${version + 1}`);
  mkdirSync(place);
  const path = join(place, 'books.db');
  writeFileSync(path, readGolden(version));
  const wrecks: string[] = [];
  const connection = new Database(path, {
    verbose: () => {
      const wreck = join(place, `wreck-${wrecks.length}`);
      mkdirSync(wreck);
      for (const name of readdirSync(place))
        if (name.startsWith('books.db')) copyFileSync(join(place, name), join(wreck, name));
      wrecks.push(join(wreck, 'books.db'));
    },
  });
  lockPragmas(connection);
  writePragmas(connection);
  migrate(
    connection,
    version,
    migrations.filter((step) => step.version === version + 1),
  );
  connection.close();
  return wrecks;
}

test('killed at any statement of any step, books with something in them are resumed as if nothing had happened', async () => {
  let killed = 0;
  const begun = versions.filter((known) => known < newestVersion());
  for (const version of begun) {
    const undisturbed = await open(placed(version), version + 1);
    const expected = fingerprint(undisturbed);
    undisturbed.close();
    const wrecks = wrecksOf(version);
    for (const wreck of wrecks) {
      const db = await open(wreck, version + 1);
      expect([version, wreck, fingerprint(db)]).toEqual([version, wreck, expected]);
      db.close();
    }
    killed += wrecks.length;
    rmSync(join(folder, `step-${version + 1}`), { recursive: true });
  }
  expect(killed).toBeGreaterThan(60);
  process.stdout.write(
    `migrations: killed at each of ${killed} statements of ${begun.length} of ${newestVersion() - 1} steps and resumed; golden files of ${versions.length} schemas opened; lost 0\n`,
  );
}, 240_000);
