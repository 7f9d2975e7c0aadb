// A back-fill of a large account into a file of its own, the books of it, and the same rows written bare. Prints its figures as JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepYoungHeapSmall } from '../../main/hosts/common/young-heap.ts';
import { systemClock } from '../../main/hosts/common/system.ts';
import type { Db } from '../../main/store/database.ts';
import { openDatabase } from '../../main/store/open.ts';
import { Backfill } from '../../main/sync/backfill.ts';
import { postAll } from './books.ts';
import { say } from './report.ts';
import { worked } from './worked.ts';
import { createHistory, type History } from './history.ts';

const INVOICES = Number(process.argv[2] ?? 100_000);
const CUSTOMERS = INVOICES / 5;
/** Rows between two commits of the bare insert: as many as the back-fill takes in at once when pages come fast. */
const ROWS_AT_ONCE = 2000;
const MEGABYTE = 1024 * 1024;
const TABLES = [
  'stripe_object',
  'customer',
  'invoice',
  'invoice_payment',
  'payment',
  'balance_transaction',
  'payout',
] as const;
const ZONE = 'Europe/Berlin';

// As the hosts do.
keepYoungHeapSmall();
const folder = mkdtempSync(join(tmpdir(), 'quittance-backfill-'));
try {
  const history = createHistory(INVOICES, CUSTOMERS);
  const db = await fresh('backfill.db');
  const seconds = await backfilled(db, history);
  const residentMb = process.memoryUsage().rss / MEGABYTE;
  // Afterwards, as the program does: what belongs together is posted when all of it is here.
  const posted = await postAll(db);
  const postedMb = process.memoryUsage().rss / MEGABYTE;
  const bareSeconds = await writtenBare(db, await fresh('bare.db'));
  const objects = [...history.counts.values()].reduce((sum, count) => sum + count, 0);
  say(
    JSON.stringify({
      speed: bareSeconds / seconds,
      posting: posted.work / seconds,
      objectsPerSecond: objects / seconds,
      residentMb,
      postedMb,
      pagesBeyond: pagesBeyond(history),
    }),
  );
  db.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function fresh(name: string): Promise<Db> {
  const result = await openDatabase(join(folder, name));
  if (!result.ok) throw new Error(result.problem.message);
  return result.db;
}

/** Seconds of work until every row is there; the words are indexed afterwards, while the program is already in use. */
async function backfilled(db: Db, { gateway }: History): Promise<number> {
  const silent = (): void => undefined;
  const problems: unknown[] = [];
  const log = { info: silent, error: (_event: string, fields: unknown) => void problems.push(fields) };
  const backfill = new Backfill({
    db,
    gateway,
    log,
    clock: systemClock,
    timeZone: () => ZONE,
    announce: silent,
  });
  const milliseconds = await worked(async () => {
    await backfill.begin(null);
    while (backfill.position?.done !== true) {
      const step = await backfill.step();
      if (step.kind === 'failed') throw new Error(step.failure.kind);
    }
  });
  if (problems.length > 0) throw new Error(`Not understood: ${JSON.stringify(problems[0])}`);
  while ((await backfill.step()).kind !== 'done');
  return milliseconds / 1000;
}

/** Seconds of work for the same rows of the same tables, prepared, with the same indexes and triggers and as many transactions. */
async function writtenBare(source: Db, target: Db): Promise<number> {
  let seconds = 0;
  for (const table of TABLES) {
    const columns = source
      .all<{ name: string }>(`SELECT name FROM pragma_table_xinfo('${table}') WHERE hidden = 0`)
      .map(({ name }) => name);
    const rows = source.connection
      .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
      .raw()
      .all();
    const insert = target.connection.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    const milliseconds = await worked(() => {
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        target.transaction(() => {
          for (const row of rows.slice(from, from + ROWS_AT_ONCE)) insert.run(row);
        });
      }
    });
    seconds += milliseconds / 1000;
  }
  target.close();
  return seconds;
}

/** An account with nothing of a kind still has to be asked once. */
function pagesBeyond({ counts, asked }: History): number {
  let beyond = 0;
  for (const [resource, pages] of asked) {
    if (resource !== 'events')
      beyond += Math.max(0, pages - Math.max(1, Math.ceil((counts.get(resource) ?? 0) / 100)));
  }
  return beyond;
}
