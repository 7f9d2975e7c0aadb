// A back-fill of a large account into a file of its own, the books of it, and the same rows written bare. Prints its figures as JSON.
// `node test/bench/backfill.ts 20000` measures one of 20,000 invoices.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepYoungHeapSmall } from '../../main/hosts/common/young-heap.ts';
import { systemClock } from '../../main/hosts/common/system.ts';
import type { Db } from '../../main/store/database.ts';
import { openDatabase } from '../../main/store/open.ts';
import { Backfill } from '../../main/sync/backfill.ts';
import type { Gateway } from '../../main/stripe/request.ts';
import { postAll } from './books.ts';
import { type Held, meterHeld } from './held.ts';
import { say } from './report.ts';
import { worked } from './worked.ts';
import { createHistory, type History } from './history.ts';

const INVOICES = Number(process.argv[2] ?? 100_000);
const CUSTOMERS = INVOICES / 5;
const MEGABYTE = 1024 * 1024;
const ZONE = 'Europe/Berlin';
/** What a back-fill writes, one row at a time; what triggers write follows from it. */
const TABLES = [
  'stripe_object',
  'customer',
  'invoice',
  'invoice_payment',
  'payment',
  'balance_transaction',
  'payout',
  'search_queue',
] as const;
/** The rows of which nothing is left when their words are indexed, as they were. */
const QUEUED = `(SELECT 'customer' AS kind, seq FROM customer UNION ALL SELECT 'invoice', seq FROM invoice
  UNION ALL SELECT 'payment', seq FROM payment)`;

// As the hosts do.
keepYoungHeapSmall();
const folder = mkdtempSync(join(tmpdir(), 'quittance-backfill-'));
try {
  const history = createHistory(INVOICES, CUSTOMERS);
  const db = await fresh('backfill.db');
  const { rows, words, commits, held } = await backfilled(db, history);
  const residentMb = process.memoryUsage().rss / MEGABYTE;
  // Afterwards, as the program does: what belongs together is posted when all of it is here.
  const posted = await postAll(db);
  const postedMb = process.memoryUsage().rss / MEGABYTE;
  const bare = await writtenBare(db, await fresh('bare.db'), commits);
  const objects = [...history.counts.values()].reduce((sum, count) => sum + count, 0);
  say(
    JSON.stringify({
      speed: bare / rows,
      posting: posted.work / (rows + words),
      postingOfRows: posted.work / rows,
      rows,
      words,
      posted: posted.work,
      bare,
      commits,
      objectsPerSecond: objects / rows,
      residentMb,
      postedMb,
      pagesBeyond: pagesBeyond(history),
      ...held,
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

interface Backfilled {
  /** Seconds of a processor until every row is there, without the making of the pages, which is Stripe's. */
  readonly rows: number;
  /** And from there until every word is indexed, while the program is already in use: then the back-fill is done. */
  readonly words: number;
  /** Transactions until every row was there. */
  readonly commits: number;
  readonly held: Held;
}

async function backfilled(db: Db, { gateway }: History): Promise<Backfilled> {
  const silent = (): void => undefined;
  const problems: unknown[] = [];
  const log = { info: silent, error: (_event: string, fields: unknown) => void problems.push(fields) };
  const seen = { commits: 0, making: 0 };
  const list: Gateway['list'] = async (...asked) => {
    let page: ReturnType<Gateway['list']> | null = null;
    seen.making += await worked(() => void (page = gateway.list(...asked)));
    return page ?? gateway.list(...asked);
  };
  const backfill = new Backfill({
    db,
    gateway: { ...gateway, list },
    log,
    clock: systemClock,
    timeZone: () => ZONE,
    announce: () => void (seen.commits += 1),
  });
  await backfill.begin(null);
  const meter = meterHeld();
  const rows = await worked(async () => {
    while (backfill.position?.done !== true) {
      const step = await backfill.step();
      if (step.kind === 'failed') throw new Error(step.failure.kind);
      await meter.pause();
    }
  });
  const { commits, making } = seen;
  if (problems.length > 0) throw new Error(`Not understood: ${JSON.stringify(problems[0])}`);
  const words = await worked(async () => {
    while ((await backfill.step()).kind !== 'done') await meter.pause();
  });
  return { rows: (rows - making) / 1000, words: words / 1000, commits, held: meter.end() };
}

/**
 * Seconds of a processor for a bare bulk insert of the same rows: the same columns of the same tables with the same indexes and
 * triggers, under the same pragmas, in as many transactions, by one prepared statement a table; every value is at hand before.
 */
async function writtenBare(source: Db, target: Db, commits: number): Promise<number> {
  const tables = TABLES.map((table) => {
    const columns = source
      .all<{ name: string }>(`SELECT name FROM pragma_table_xinfo('${table}') WHERE hidden = 0`)
      .map(({ name }) => name);
    const from = table === 'search_queue' ? QUEUED : table;
    return { table, columns, select: `SELECT ${columns.join(', ')} FROM ${from}`, from };
  });
  const all = tables.reduce((sum, { from }) => sum + countOf(source, from), 0);
  const atOnce = Math.ceil(all / commits);
  let milliseconds = 0;
  for (const { table, columns, select } of tables) {
    const rows = source.connection.prepare(select).raw().all();
    const insert = target.connection.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    milliseconds += await worked(() => {
      for (let from = 0; from < rows.length; from += atOnce) {
        target.transaction(() => {
          for (const row of rows.slice(from, from + atOnce)) insert.run(row);
        });
      }
    });
  }
  target.close();
  return milliseconds / 1000;
}

function countOf(db: Db, rows: string): number {
  return db.get<{ count: number }>(`SELECT count(*) AS count FROM ${rows}`)?.count ?? 0;
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
