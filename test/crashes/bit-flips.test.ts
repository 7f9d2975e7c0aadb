// Single bits that turn over in the file of the books: found when it is opened, verified or backed up, or without harm to the books.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { checkCopy } from '../../main/backups/check-copy.ts';
import { openDatabase } from '../../main/store/open.ts';
import { keepFigure } from '../figures/figures.ts';
import { findingOf, fingerprint, openBooked, tellHistories } from '../support/booked-file.ts';
import { createDice } from '../support/dice.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-flips-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const FLIPS = 200;

type Outcome = 'opening' | 'verification' | 'backup' | 'elsewhere' | 'nowhere';

interface Original {
  readonly all: string;
  readonly books: string;
}

/** Where the flipped bit is noticed; `elsewhere` changed what Stripe tells again or a note of ours, `nowhere` nothing that is read. */
async function noticed(path: string, original: Original): Promise<Outcome | 'wrong books'> {
  copyFileSync(path, `${path}.copy`);
  const opened = await openDatabase(path);
  if (!opened.ok) return 'opening';
  try {
    if ((await findingOf(opened.db)) !== null) return 'verification';
    const [all, books] = [fingerprint(opened.db), fingerprint(opened.db, 'books')];
    if (!(await checkCopy(`${path}.copy`, 0)).ok) return 'backup';
    if (books !== original.books) return 'wrong books';
    return all === original.all ? 'nowhere' : 'elsewhere';
  } catch (error) {
    // What cannot be read is an error that is told, not a figure: a page, a text, or the words of the schema.
    const isTold = error instanceof Database.SqliteError || error instanceof SyntaxError;
    if (isTold || error instanceof ZodError) return 'verification';
    throw error;
  } finally {
    opened.db.close();
  }
}

test(`${FLIPS} flipped bits: none changes the books unnoticed`, async () => {
  const path = join(folder, 'books.db');
  const db = await openBooked(path);
  tellHistories(db, 0, 18);
  const original = { all: fingerprint(db), books: fingerprint(db, 'books') };
  db.connection.exec('VACUUM');
  db.close();
  const bytes = readFileSync(path);
  const dice = createDice(1130);
  const found: Record<Outcome | 'wrong books', number> = {
    opening: 0,
    verification: 0,
    backup: 0,
    elsewhere: 0,
    nowhere: 0,
    'wrong books': 0,
  };
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const flipped = Buffer.from(bytes);
    // Most of a small file is empty, where nothing can be wrong: what is hit is content.
    let at = dice(bytes.length);
    while (bytes[at] === 0) at = dice(bytes.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << dice(8));
    const file = join(folder, 'flipped.db');
    writeFileSync(file, flipped);
    found[await noticed(file, original)] += 1;
  }
  expect(found['wrong books']).toBe(0);
  expect(found.opening + found.verification + found.backup).toBeGreaterThan(FLIPS / 4);
  keepFigure('flipped-bits', FLIPS);
  process.stdout.write(
    `flipped bits: ${FLIPS}; found at opening ${found.opening}, by verification ${found.verification}, by the check of a backup ${found.backup}; in what is not the books ${found.elsewhere}, in nothing that is read ${found.nowhere}; wrong books ${found['wrong books']}\n`,
  );
}, 240_000);
