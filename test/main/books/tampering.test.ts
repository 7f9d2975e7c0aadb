// Whatever is changed, taken out, put in or exchanged behind the program's back is found, and named.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { chainOf } from '../../../main/books/chain.ts';
import { postNext } from '../../../main/books/poster.ts';
import { type Finding, verifyBooks } from '../../../main/books/verify.ts';
import type { Db } from '../../../main/store/database.ts';
import { entriesAfter } from '../../../main/store/journal.ts';
import { applyObjects } from '../../../main/sync/apply.ts';
import { Changes } from '../../../main/sync/changes.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { createBookedWorld, type Happening } from '../../support/booked-world.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { NOON } from '../../support/stripe-objects.ts';

const TRIES = 200;
const WHAT: readonly Happening['what'][] = [
  'finalize',
  'pay',
  'credit',
  'pay',
  'refund',
  'dispute',
  'lose',
  'adjust',
  'pay-out',
];
const TRIGGERS = [
  'journal_entry_sealed',
  'journal_entry_summed',
  'journal_entry_kept',
  'journal_entry_stays',
  'posting_kept',
  'posting_stays',
  'posting_before_its_entry',
];

const day = (at: number): string => dayOf(at, 'Europe/Berlin');
const context = () => ({ timeZone: 'Europe/Berlin', changes: new Changes(), indexing: 'later' }) as const;

let db: Db;
let entries: number;

beforeAll(() => {
  db = memoryDb();
  for (const name of ['a', 'b', 'c']) {
    const world = createBookedWorld(name, name === 'b' ? 'usd' : 'eur');
    for (const what of WHAT) world.happen({ what, share: 60 });
    db.transaction(() => applyObjects(db, world.objects(), context()));
  }
  while (postNext({ db, clock: { now: () => NOON * 1_000 }, dayOf: day }));
  entries = db.get<{ n: number }>('SELECT count(*) AS n FROM journal_entry')?.n ?? 0;
});

async function findingAfter(tamper: () => void): Promise<Finding | null | undefined> {
  db.exec('BEGIN');
  try {
    for (const trigger of TRIGGERS) db.exec(`DROP TRIGGER ${trigger}`);
    tamper();
    const verification = await verifyBooks({ db, dayOf: day, pause: () => Promise.resolve(true) });
    return verification?.finding;
  } finally {
    db.exec('ROLLBACK');
  }
}

interface Row {
  readonly [column: string]: string | number;
}

function rowsOf(table: 'journal_entry' | 'posting'): readonly Row[] {
  return db.all<Row>(`SELECT * FROM ${table} ORDER BY 1, 2`);
}

/** Where the keys of a row are, and which entry it belongs to. */
const KEYS = { journal_entry: ['seq'], posting: ['entry_seq', 'line'] } as const;
type Table = keyof typeof KEYS;
const where = (table: Table, row: Row): string =>
  KEYS[table].map((key) => `${key} = ${row[key]}`).join(' AND ');
const seqOf = (table: Table, row: Row): number => Number(row[KEYS[table][0]]);

/** Another value of the same type, one character or one bit away. */
function nudged(value: string | number, at: number): string | number {
  if (typeof value === 'number') return value + 1 + (at % 3);
  const place = value.length === 0 ? 0 : at % value.length;
  const letter = value.charCodeAt(place) === 120 ? 'y' : 'x';
  return `${value.slice(0, place)}${letter}${value.slice(place + 1)}`;
}

const anyTable = fc.constantFrom<Table>('journal_entry', 'posting');
const pick = fc.nat(10_000);

/** A finding that names one of these entries. */
function naming(seqs: readonly number[]): unknown {
  return expect.objectContaining({
    kind: 'chain',
    seq: expect.toSatisfy((seq: number) => seqs.includes(seq)),
  });
}

describe(`${TRIES} times each`, () => {
  test('a changed value is found, and its entry named', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, pick, pick, pick, async (table, a, b, c) => {
        const rows = rowsOf(table);
        const row = rows[a % rows.length] ?? {};
        const columns = Object.keys(row);
        const column = columns[b % columns.length] ?? '';
        const value = nudged(row[column] ?? 0, c);
        const finding = await findingAfter(() =>
          db.run(`UPDATE OR REPLACE ${table} SET ${column} = ? WHERE ${where(table, row)}`, [value]),
        );
        // A changed number moves the row: what is missing, or what is there too much, is named.
        const moved = column === KEYS[table][0] ? [seqOf(table, row), Number(value)] : [seqOf(table, row)];
        expect(finding).toEqual(naming(moved));
      }),
      { numRuns: TRIES },
    );
  });

  test('a row that was taken out is found, and named', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, pick, async (table, a) => {
        const rows = rowsOf(table);
        const row = rows[a % rows.length] ?? {};
        const finding = await findingAfter(() => db.run(`DELETE FROM ${table} WHERE ${where(table, row)}`));
        expect(finding).toEqual(naming([seqOf(table, row)]));
      }),
      { numRuns: TRIES },
    );
  });

  test('a row that was put in is found, and named', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pick, fc.nat(3), async (a, more) => {
        const seq = 1 + ((a % entries) + more);
        const finding = await findingAfter(() =>
          db.run(
            `INSERT INTO posting (entry_seq, line, account, sub, currency, amount) VALUES (?, 99, 1000, '', 'eur', ?)`,
            [seq, 1 + a],
          ),
        );
        expect(finding).toEqual(naming([seq]));
      }),
      { numRuns: TRIES },
    );
  });

  test('two entries that changed places are found, and the first named', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pick, pick, async (a, b) => {
        const [one, other] = [1 + (a % entries), 1 + (b % entries)];
        fc.pre(one !== other);
        const finding = await findingAfter(() => {
          for (const [from, to] of [
            [one, -1],
            [other, one],
            [-1, other],
          ]) {
            db.run('UPDATE journal_entry SET seq = ? WHERE seq = ?', [to ?? 0, from ?? 0]);
            db.run('UPDATE posting SET entry_seq = ? WHERE entry_seq = ?', [to ?? 0, from ?? 0]);
          }
        });
        expect(finding).toEqual(naming([Math.min(one, other)]));
      }),
      { numRuns: TRIES },
    );
  });
});

test('a chain made anew over changed entries is found: they are not what follows from what Stripe told', async () => {
  const finding = await findingAfter(() => {
    db.run(`UPDATE posting SET amount = amount * 2 WHERE entry_seq = ${entries}`);
    const before = entriesAfter(db, entries - 2, 1)[0]?.chain ?? '';
    const last = entriesAfter(db, entries - 1, 1)[0];
    if (last) db.run('UPDATE journal_entry SET chain = ? WHERE seq = ?', [chainOf(before, last), entries]);
  });
  const last = db.get<{ cause: string; case_id: string }>(
    'SELECT cause, case_id FROM journal_entry WHERE seq = ?',
    [entries],
  );
  expect(finding).toEqual({ kind: 'case', caseId: last?.case_id, cause: last?.cause });
});

test('a sum that is not that of its postings is found', async () => {
  const finding = await findingAfter(() =>
    db.run('UPDATE account_sum SET debit = debit + 1 WHERE account = 1100'),
  );
  expect(finding).toEqual({ kind: 'sum', account: 1100, currency: 'eur' });
});

test('a posting of another day than its entry is found', async () => {
  const finding = await findingAfter(() =>
    db.run(`UPDATE posting SET day = '2020-01-01' WHERE entry_seq = ${entries} AND line = 1`),
  );
  expect(finding).toEqual({ kind: 'chain', seq: entries });
});

test('books that nobody touched are as they were posted', async () => {
  expect(await findingAfter(() => undefined)).toBeNull();
});
