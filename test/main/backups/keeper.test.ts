import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkCopy } from '../../../main/backups/check-copy.ts';
import { type BackupKeeper, createBackupKeeper, type KeeperOptions } from '../../../main/backups/keeper.ts';
import type { Db } from '../../../main/store/database.ts';
import { openBooked } from '../../support/booked-file.ts';
import { createVirtualClock, NOON } from '../../support/virtual-clock.ts';

let folder: string;
let db: Db;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-keeper-'));
  db = await openBooked(join(folder, 'books.db'));
  // Ten megabytes: a copy takes several turns of the event loop.
  db.transaction(() => {
    for (let n = 0; n < 5_000; n += 1)
      db.run('INSERT INTO meta VALUES (?, ?)', [`key${n}`, 'x'.repeat(2000)]);
  });
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const place = (): string => join(folder, 'backups');
const files = (): readonly string[] => (existsSync(place()) ? readdirSync(place()) : []);

function keeper(more: Partial<KeeperOptions> = {}): BackupKeeper {
  return createBackupKeeper({
    db,
    clock: createVirtualClock(NOON),
    log: { info: () => undefined, error: () => undefined },
    place: () => ({ chosen: null, folder: place() }),
    timeZone: () => 'UTC',
    check: checkCopy,
    onChange: () => undefined,
    ...more,
  });
}

test('asked twice at once it makes one', async () => {
  const one = keeper();
  const [first, second] = [one.make(), one.make()];
  expect(one.isRunning).toBe(true);
  await Promise.all([first, second]);
  expect([one.isRunning, one.failure, files().length]).toEqual([false, null, 1]);
  await one.stop();
});

test('stopped while it copies it ends at once, leaves nothing, and calls that no failure', async () => {
  const one = keeper();
  const made = one.make();
  await one.stop();
  await made;
  expect([one.failure, files()]).toEqual([null, []]);
  await one.make();
  expect(files()).toEqual([]);
});

test('stopped while the copy is looked through it does not wait for that', async () => {
  const reached = Promise.withResolvers<void>();
  const one = keeper({
    check: () => {
      reached.resolve();
      return new Promise(() => undefined);
    },
  });
  const made = one.make();
  await reached.promise;
  await one.stop();
  await made;
  expect([one.failure, files()]).toEqual([null, []]);
});

test('what is written while it copies is in the copy, and the copy is whole', async () => {
  const one = keeper();
  const made = one.make();
  for (let n = 0; n < 20; n += 1) {
    db.run('INSERT INTO meta VALUES (?, ?)', [`late${n}`, 'y']);
    await new Promise(setImmediate);
  }
  await made;
  expect([one.failure, files().length]).toEqual([null, 1]);
  expect((await checkCopy(join(place(), files()[0] ?? ''), 0)).ok).toBe(true);
  await one.stop();
});
