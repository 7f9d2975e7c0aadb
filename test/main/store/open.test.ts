import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../../main/store/database.ts';
import { openDatabase } from '../../../main/store/open.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-open-'));
  path = join(folder, 'books.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function opened(at = path): Promise<Db> {
  const result = await openDatabase(at);
  if (!result.ok) throw new Error(`Could not open: ${result.problem.reason}`);
  return result.db;
}

async function refusal(at = path): Promise<string> {
  const result = await openDatabase(at);
  if (result.ok) {
    result.db.close();
    return 'opened';
  }
  expect(result.problem.kind).toBe('storage');
  expect(result.problem.message).toMatch(/^[A-Z].*\.$/);
  return result.problem.reason;
}

const count = (db: Db): number => db.get<{ n: number }>('SELECT count(*) AS n FROM meta')?.n ?? 0;

test('new books are made, kept and opened again', async () => {
  const db = await opened();
  db.run("INSERT INTO meta VALUES ('mark', 'kept')");
  db.close();
  const again = await opened();
  expect(again.get("SELECT value FROM meta WHERE key = 'mark'")).toEqual({ value: 'kept' });
  expect(again.get("SELECT value FROM meta WHERE key = 'opened'")).toEqual({ value: '2' });
  again.close();
  expect(existsSync(`${path}.before-1`)).toBe(false);
});

test('every commit is flushed to the disk, also after the first write', async () => {
  const db = await opened();
  const pragma = (name: string): unknown => db.connection.pragma(name, { simple: true });
  expect([
    pragma('journal_mode'),
    pragma('synchronous'),
    pragma('fullfsync'),
    pragma('checkpoint_fullfsync'),
  ]).toEqual(['wal', 2, 1, 1]);
  expect([pragma('foreign_keys'), pragma('trusted_schema'), pragma('cell_size_check')]).toEqual([1, 0, 1]);
  db.close();
});

describe('what is not ours to open', () => {
  test('books that are open already', async () => {
    const db = await opened();
    expect(await refusal()).toBe('busy');
    expect(count(db)).toBe(1);
    db.close();
  });

  test('books of a newer program stay as they are', async () => {
    (await opened()).close();
    const other = new Database(path);
    other.pragma('user_version = 99');
    other.close();
    const before = readFileSync(path);
    expect(await refusal()).toBe('newer');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a database of another program stays as it is', async () => {
    const other = new Database(path);
    other.exec('CREATE TABLE recipe (name TEXT)');
    other.close();
    const before = readFileSync(path);
    expect(await refusal()).toBe('foreign');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a file that is no database stays as it is', async () => {
    writeFileSync(path, 'Dear diary, today I did the books by hand.');
    expect(await refusal()).toBe('foreign');
    expect(readFileSync(path, 'utf8')).toContain('Dear diary');
  });

  test('an empty file becomes new books', async () => {
    writeFileSync(path, '');
    expect(await refusal()).toBe('opened');
  });
});

describe('damage', () => {
  test('a damaged file is refused, kept, and can be opened for reading', async () => {
    const db = await opened();
    for (let n = 0; n < 500; n += 1) db.run('INSERT INTO meta VALUES (?, ?)', [`key${n}`, 'x'.repeat(50)]);
    const page =
      db.get<{ rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'draft'")?.rootpage ?? 0;
    db.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
    writeFileSync(path, bytes);
    expect(await refusal()).toBe('corrupt');
    expect(readFileSync(path).equals(bytes)).toBe(true);
    const readable = await openDatabase(path, { readOnly: true });
    if (!readable.ok) throw new Error(readable.problem.reason);
    expect(count(readable.db)).toBe(501);
    expect(() => readable.db.run("INSERT INTO meta VALUES ('a', 'b')")).toThrow('readonly');
    readable.db.close();
  });

  test('a schema whose words are damaged is refused, too, and not a defect', async () => {
    (await opened()).close();
    const bytes = readFileSync(path);
    const word = bytes.indexOf("tokenize='trigram");
    bytes.write('"', word + 12, 'latin1');
    writeFileSync(path, bytes);
    expect(await refusal()).toBe('corrupt');
  });

  test('a file cut short is refused', async () => {
    (await opened()).close();
    truncateSync(path, 4096 * 5);
    expect(await refusal()).toBe('corrupt');
  });

  test('a log torn anywhere leaves an exact prefix of what was committed', async () => {
    const db = await opened();
    db.connection.pragma('wal_checkpoint(TRUNCATE)');
    for (let n = 0; n < 30; n += 1) {
      db.transaction(() => {
        db.run('INSERT INTO meta VALUES (?, ?)', [`a${n}`, 'x'.repeat(900)]);
        db.run('INSERT INTO meta VALUES (?, ?)', [`b${n}`, 'y'.repeat(900)]);
      });
    }
    const torn = join(folder, 'torn.db');
    const size = readFileSync(`${path}-wal`).length;
    const pairs: number[] = [];
    for (let cut = 0; cut <= size; cut += Math.ceil(size / 40)) {
      copyFileSync(path, torn);
      copyFileSync(`${path}-wal`, `${torn}-wal`);
      truncateSync(`${torn}-wal`, cut);
      const survivor = await opened(torn);
      const rows = survivor
        .all<{ key: string }>("SELECT key FROM meta WHERE key GLOB '[ab][0-9]*'")
        .map(({ key }) => key);
      const whole = rows.length / 2;
      expect(new Set(rows)).toEqual(
        new Set(Array.from({ length: whole }, (_, n) => [`a${n}`, `b${n}`]).flat()),
      );
      pairs.push(whole);
      survivor.close();
    }
    expect(pairs).toEqual(pairs.toSorted((a, b) => a - b));
    expect(pairs[0]).toBe(0);
    expect(pairs.at(-1)).toBeGreaterThan(20);
    db.close();
  });
});

/** Runs a script that opens the books, in a process with less rights or room than this one. */
function inChild(script: string, options: { readonly limitKb?: number; readonly uid?: number }): string {
  const source = new URL('../../../main/store/open.ts', import.meta.url).href;
  const body = `const { openDatabase } = await import(${JSON.stringify(source)});
    const { storageProblemOf } = await import(${JSON.stringify(new URL('../../../main/store/sqlite-error.ts', import.meta.url).href)});
    const path = process.argv[1]; ${script}`;
  const limit = options.limitKb === undefined ? '' : `trap '' XFSZ; ulimit -f ${options.limitKb};`;
  const child = spawnSync(
    'bash',
    ['-c', `${limit} exec "$0" --input-type=module -e "$1" "$2"`, process.execPath, body, path],
    {
      encoding: 'utf8',
      ...(options.uid === undefined ? {} : { uid: options.uid }),
    },
  );
  if (child.status !== 0) throw new Error(child.stderr);
  return child.stdout.trim();
}

const SAY_OPENED = `const result = await openDatabase(path);
  console.log(result.ok ? 'opened' : result.problem.reason); if (result.ok) result.db.close();`;

test('a file or a folder that cannot be written is named as such', async () => {
  (await opened()).close();
  // Root may write everywhere, so the child gives up being root.
  const rights = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  chmodSync(folder, 0o555);
  chmodSync(path, 0o444);
  expect(inChild(SAY_OPENED, rights)).toBe('read-only');
  chmodSync(path, 0o666);
  expect(inChild(SAY_OPENED, rights)).toBe('read-only');
  chmodSync(folder, 0o755);
});

test('a disk without room for new books is named as such, and leaves nothing that cannot be opened later', async () => {
  for (const limitKb of [4, 40, 120]) {
    expect(inChild(SAY_OPENED, { limitKb })).toBe('disk-full');
  }
  expect(await refusal()).toBe('opened');
});

test('a disk that becomes full loses only the transaction that did not fit', async () => {
  (await opened()).close();
  const script = `const result = await openDatabase(path);
    let kept = 0;
    try {
      for (;;) {
        result.db.transaction(() => {
          result.db.run('INSERT INTO meta VALUES (?, ?)', ['a' + kept, 'x'.repeat(2000)]);
          result.db.run('INSERT INTO meta VALUES (?, ?)', ['b' + kept, 'y'.repeat(2000)]);
        });
        kept += 1;
      }
    } catch (error) {
      console.log(storageProblemOf(error)?.reason, kept);
    }`;
  const [reason, kept] = inChild(script, { limitKb: 1500 }).split(' ');
  expect(reason).toBe('disk-full');
  const db = await opened();
  const rows = db.all<{ key: string }>("SELECT key FROM meta WHERE key GLOB '[ab][0-9]*'");
  expect(rows.length).toBe(2 * Number(kept));
  expect(Number(kept)).toBeGreaterThan(10);
  db.close();
});
