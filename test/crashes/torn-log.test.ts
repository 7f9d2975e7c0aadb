// A write-ahead log that is cut, garbled or partly lost: what opens is exactly a state that was committed, or it is refused.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../main/store/open.ts';
import { keepFigure } from '../figures/figures.ts';
import { findingOf, fingerprint, openBooked, postAll, tellHistories } from '../support/booked-file.ts';
import { createDice, type Dice } from '../support/dice.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-torn-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const TEARS = 300;

/** What a disk may have made of the log. */
const DAMAGE: Readonly<
  Record<'cut' | 'flipped' | 'zeroed' | 'overwritten', (log: Buffer, dice: Dice) => Buffer>
> = {
  cut: (log, dice) => log.subarray(0, dice(log.length + 1)),
  flipped: (log, dice) => {
    const at = dice(log.length);
    log[at] = (log[at] ?? 0) ^ (1 << dice(8));
    return log;
  },
  zeroed: (log, dice) => {
    const sector = dice(Math.ceil(log.length / 512)) * 512;
    return log.fill(0, sector, Math.min(log.length, sector + 512));
  },
  overwritten: (log, dice) => {
    const at = dice(log.length);
    for (let byte = at; byte < Math.min(log.length, at + 4096); byte += 1) log[byte] = dice(256);
    return log;
  },
};
const KINDS = ['cut', 'flipped', 'zeroed', 'overwritten'] as const;

/** What is in the books that open, or that they are refused as damaged; `prove` verifies them whole. */
async function survivorOf(path: string, prove: boolean): Promise<string> {
  const opened = await openDatabase(path);
  if (!opened.ok) return opened.problem.reason === 'corrupt' ? 'refused' : opened.problem.reason;
  const { db } = opened;
  const state = fingerprint(db);
  if (prove) postAll(db, 2_000_000_000);
  const finding = prove ? await findingOf(db) : null;
  db.close();
  return finding === null ? state : 'books that do not add up';
}

test(`${TEARS} torn logs: an exact committed state survives, in order, with whole books`, async () => {
  const path = join(folder, 'books.db');
  const db = await openBooked(path);
  tellHistories(db, 0, 6);
  db.connection.pragma('wal_checkpoint(TRUNCATE)');
  const states = [fingerprint(db)];
  tellHistories(db, 6, 8, () => states.push(fingerprint(db)));
  const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)];
  const place = new Map(states.map((state, index) => [state, index]));
  const dice = createDice(20_261_130);
  const found = { whole: 0, shortened: 0, refused: 0 };
  for (let tear = 0; tear < TEARS; tear += 1) {
    const torn = join(folder, 'torn.db');
    const kind = KINDS[tear % KINDS.length] ?? 'cut';
    writeFileSync(torn, file);
    writeFileSync(`${torn}-wal`, DAMAGE[kind](Buffer.from(log), dice));
    const survivor = await survivorOf(torn, tear % 20 === 0);
    const state = survivor === 'refused' ? -1 : place.get(survivor);
    expect([tear, kind, state]).toEqual([tear, kind, expect.any(Number)]);
    found[state === -1 ? 'refused' : state === states.length - 1 ? 'whole' : 'shortened'] += 1;
  }
  expect(found.shortened).toBeGreaterThan(TEARS / 2);
  db.close();
  keepFigure('torn-logs', TEARS);
  process.stdout.write(
    `torn logs: ${TEARS} over ${states.length} commits; ${found.shortened} opened at an earlier commit, ${found.whole} at the last, ${found.refused} refused; 0 at anything else\n`,
  );
}, 240_000);

test('a file that lost its log altogether is the books as of the last checkpoint, and says nothing else', async () => {
  const path = join(folder, 'books.db');
  const db = await openBooked(path);
  tellHistories(db, 0, 3);
  db.connection.pragma('wal_checkpoint(TRUNCATE)');
  const checkpoint = fingerprint(db);
  tellHistories(db, 3, 3);
  copyFileSync(path, join(folder, 'alone.db'));
  db.close();
  const alone = await openBooked(join(folder, 'alone.db'));
  expect(fingerprint(alone)).toBe(checkpoint);
  expect(await findingOf(alone)).toBeNull();
  alone.close();
});
