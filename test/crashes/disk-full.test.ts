// A disk without room, at twenty sizes: transactions, migrations, backups and exports end whole or not at all, and are tried again with success.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkCopy } from '../../main/backups/check-copy.ts';
import { readBackupName } from '../../main/backups/names.ts';
import { openDatabase } from '../../main/store/open.ts';
import { keepFigure } from '../figures/figures.ts';
import { fingerprint, openBooked, tellHistories } from '../support/booked-file.ts';
import { canLimit, inLimitedChild } from '../support/limited-child.ts';
import { readGolden } from '../support/goldens.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-full-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Kilobytes, from not even the lock to enough for everything. */
const SIZES = Array.from({ length: 20 }, (_, index) => Math.round(8 * 1.45 ** index));

const source = (path: string): string => JSON.stringify(new URL(`../../${path}`, import.meta.url).href);

/** Each part says how it ended: `done`, or the reason that a person would be told. */
const CHILD = `
  const { openDatabase } = await import(${source('main/store/open.ts')});
  const { storageProblemOf } = await import(${source('main/store/sqlite-error.ts')});
  const { makeBackup } = await import(${source('main/backups/make.ts')});
  const { checkCopy } = await import(${source('main/backups/check-copy.ts')});
  const { writeFileAtomically } = await import(${source('main/documents/write-file.ts')});
  const folder = process.argv[1];
  const said = {};
  const attempt = async (name, work) => {
    try { said[name] = await work(); } catch (error) {
      const problem = storageProblemOf(error);
      if (problem === null) throw error;
      said[name] = problem.reason;
    }
  };
  const open = async (path) => {
    const result = await openDatabase(path);
    if (!result.ok) throw Object.assign(new Error(result.problem.reason), { syscall: 'open', code: { 'disk-full': 'ENOSPC' }[result.problem.reason] });
    return result.db;
  };
  said.kept = 0;
  await attempt('transactions', async () => {
    const db = await open(folder + '/books.db');
    for (let n = 0; n < 120; n += 1) {
      db.transaction(() => {
        db.run('INSERT INTO meta VALUES (?, ?)', ['a' + n, 'x'.repeat(2000)]);
        db.run('INSERT INTO meta VALUES (?, ?)', ['b' + n, 'y'.repeat(2000)]);
      });
      said.kept = n + 1;
    }
    return 'done';
  });
  await attempt('migration', async () => { (await open(folder + '/old.db')).close(); return 'done'; });
  await attempt('backup', async () => {
    const db = await open(folder + '/booked.db');
    const made = await makeBackup({ db, place: { chosen: null, folder: folder + '/backups' }, kind: 'regular', at: 1796011213, timeZone: 'UTC', check: checkCopy, goOn: () => true });
    return made.ok ? 'done' : made.check.problem?.reason ?? made.check.why;
  });
  await attempt('export', async () => {
    async function* parts() { for (let n = 0; n < 40; n += 1) yield Buffer.alloc(65536, 65 + (n % 26)); }
    await writeFileAtomically(folder + '/journal.txt', parts());
    return 'done';
  });
  console.log(JSON.stringify(said));`;

interface Said {
  readonly kept: number;
  readonly transactions: string;
  readonly migration: string;
  readonly backup: string;
  readonly export: string;
}

/** Books with something in them, twice, older ones, and an export of yesterday. */
function prepare(place: string, booked: Buffer): void {
  mkdirSync(place);
  writeFileSync(join(place, 'books.db'), booked);
  writeFileSync(join(place, 'booked.db'), booked);
  writeFileSync(join(place, 'old.db'), readGolden(1));
  writeFileSync(join(place, 'journal.txt'), 'of yesterday');
}

async function expectWhole(place: string, said: Said, original: string): Promise<void> {
  const books = await openBooked(join(place, 'books.db'));
  const rows = books.all("SELECT key FROM meta WHERE key GLOB '[ab][0-9]*'").length;
  // A commit that the disk took and whose answer it refused may be there: never half of one, and none that was told is missing.
  expect([2 * said.kept, 2 * said.kept + 2]).toContain(rows);
  books.close();

  const old = await openDatabase(join(place, 'old.db'));
  if (!old.ok) throw new Error(old.problem.reason);
  expect(old.db.all("SELECT id FROM customer WHERE name = 'Gerberei Abel'")).toHaveLength(1);
  old.db.close();

  const backups = existsSync(join(place, 'backups')) ? readdirSync(join(place, 'backups')) : [];
  expect(backups.filter((name) => readBackupName(name) === null)).toEqual([]);
  expect(backups).toHaveLength(said.backup === 'done' ? 1 : 0);
  for (const name of backups) expect((await checkCopy(join(place, 'backups', name), 0)).ok).toBe(true);
  const booked = await openBooked(join(place, 'booked.db'));
  expect(fingerprint(booked)).toBe(original);
  booked.close();

  const exported = readFileSync(join(place, 'journal.txt'), 'latin1');
  expect(exported.length).toBe(said.export === 'done' ? 40 * 65_536 : 'of yesterday'.length);
  expect(readdirSync(place).filter((name) => name.endsWith('.part'))).toEqual([]);
}

test.skipIf(!canLimit)(
  `${SIZES.length} sizes: what did not fit is as if it had never begun`,
  async () => {
    const db = await openBooked(join(folder, 'source.db'));
    tellHistories(db, 0, 12);
    const original = fingerprint(db);
    db.close();
    const booked = readFileSync(join(folder, 'source.db'));
    const ended = { transactions: 0, migration: 0, backup: 0, export: 0 };
    for (const limitKb of SIZES) {
      const place = join(folder, `at-${limitKb}`);
      prepare(place, booked);
      const said = JSON.parse(inLimitedChild(CHILD, place, limitKb)) as Said;
      for (const part of ['transactions', 'migration', 'backup', 'export'] as const) {
        expect(['done', 'disk-full']).toContain(said[part]);
        ended[part] += said[part] === 'done' ? 1 : 0;
      }
      await expectWhole(place, said, original);
    }
    for (const part of Object.values(ended)) {
      expect(part).toBeGreaterThan(0);
      expect(part).toBeLessThan(SIZES.length);
    }
    const fitted = Object.entries(ended).map(([part, count]) => `${part} ${SIZES.length - count}`);
    keepFigure('file-sizes', SIZES.length);
    process.stdout.write(
      `file-size limits: ${SIZES.length} sizes from ${SIZES[0]} to ${SIZES.at(-1)} kB; did not fit: ${fitted.join(', ')}; half done 0\n`,
    );
  },
  240_000,
);

test.runIf(!canLimit)('a file-size limit needs a Unix shell', () => {
  expect(process.platform).toBe('win32');
  process.stdout.write('file-size limits: not run on this system\n');
});
