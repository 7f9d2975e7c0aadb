// The benchmark: `npm run bench`. Prints each figure beside what it may be; machines differ, so nothing fails by it.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookLines } from './books.ts';
import { bundleKilobytes } from './bundle-size.ts';
import { measureDocuments } from './documents.ts';
import { heldLines, lateLine, meterHeld } from './held.ts';
import { LAST_DAY } from './make-books.ts';
import { type CallTimes, measureCalls } from './measure-calls.ts';
import { makeFolder, openApp, openMade } from './open-app.ts';
import { benchedCalls } from './queries.ts';
import { listenToSql } from './record-sql.ts';
import { atLeast, atMost, isOk, type Line, print, say } from './report.ts';
import { reportLines } from './reports.ts';

const SMALL = { invoices: 1000, customers: 200 };
const MIDDLE = { invoices: 10_000, customers: 2000 };
const LARGE = { invoices: 100_000, customers: 20_000 };
const FIRST_LIST = { filter: {}, sort: { by: 'issue', direction: 'desc' }, page: { offset: 0, limit: 50 } };

listenToSql();
const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-'));
const all: Line[] = [];
const report = (title: string, lines: readonly Line[]): void => {
  print(title, lines);
  all.push(...lines);
};
try {
  say('Making books of 1,000, of 10,000 and of 100,000 invoices…');
  await makeFolder(join(folder, 'small'), SMALL);
  await makeFolder(join(folder, 'middle'), MIDDLE);
  const posted = await makeFolder(join(folder, 'large'), LARGE);
  const small = await timesOf('small', SMALL.invoices);
  report('Opening 100,000 invoices', [await openingLine()]);
  const large = await timesOf('large', LARGE.invoices);
  report(
    'From dispatch to reply, 100,000 invoices',
    large.times.map((call) => atMost(call.name, call.dispatch, 50, 'ms')),
  );
  report(
    'Against the bare statements',
    large.times.map((call) => atMost(call.name, call.dispatch / call.bare, 1.5, 'times')),
  );
  report('Growth from 1,000 to 100,000', growthLines(small.times, large.times));
  report('A list of 100,000 lines as CSV', [await listLine()]);
  const books = openMade(join(folder, 'large'));
  const tenth = openMade(join(folder, 'middle'));
  report('The books of 100,000 invoices', await bookLines(books, tenth, posted));
  tenth.close();
  report('Reports of 100,000 invoices', await reportLines(books, LAST_DAY));
  books.close();
  report('Back-fill', backfillLines());
  report('Documents', [atLeast('one-page PDFs', (await measureDocuments()).perSecond, 40, 'a second')]);
  report('Page', [atMost('renderer bundle, gzip', bundleKilobytes(), 350, 'kB')]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
say(`\n${all.filter(isOk).length} of ${all.length} within their figure`);

async function timesOf(name: string, invoices: number): Promise<{ readonly times: readonly CallTimes[] }> {
  const app = await openApp(join(folder, name));
  try {
    return { times: await measureCalls(app, benchedCalls(invoices)) };
  } finally {
    await app.close();
  }
}

async function openingLine(): Promise<Line> {
  const start = performance.now();
  const app = await openApp(join(folder, 'large'));
  const reply = await app.dispatch('invoices.list', FIRST_LIST);
  const elapsed = performance.now() - start;
  await app.close();
  if (!reply.ok) throw new Error('The first list was refused');
  return atMost('open the books and answer the first list', elapsed, 300, 'ms');
}

/** Through the program, so that only what comes late beside it can be measured. */
async function listLine(): Promise<Line> {
  const app = await openApp(join(folder, 'large'));
  const asked = { list: 'invoices', input: { filter: {}, sort: FIRST_LIST.sort } };
  const meter = meterHeld();
  const reply = await app.dispatch('lists.export', { commandId: randomUUID(), asked, format: 'csv' });
  const { late } = meter.end();
  await app.close();
  if (!reply.ok) throw new Error('The list was not exported');
  return lateLine('the export', late);
}

function growthLines(small: readonly CallTimes[], large: readonly CallTimes[]): readonly Line[] {
  return large.flatMap(({ name, page, dispatch }, index) => {
    const before = small[index]?.dispatch ?? Number.NaN;
    return page ? [atMost(name, dispatch / before, 2, 'times')] : [];
  });
}

/** In a process of its own, so that its memory is that of a back-fill and nothing else. */
function backfillLines(): readonly Line[] {
  const script = new URL('backfill.ts', import.meta.url).pathname;
  const child = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  });
  if (child.status !== 0) throw new Error(child.stderr);
  const result: unknown = JSON.parse(child.stdout);
  const figure = (name: string): number => Number(Reflect.get(Object(result), name));
  return [
    atLeast('objects a second, of a bare insert of the same rows', figure('speed'), 0.5, 'times'),
    atMost('pages asked for beyond ceil(objects / 100) per resource', figure('pagesBeyond'), 0, 'pages'),
    atMost('resident memory after the back-fill', figure('residentMb'), 300, 'MB'),
    ...heldLines('the back-fill', { stretch: figure('stretch'), own: figure('own'), late: figure('late') }),
    atMost('posting, of the work of the back-fill and its words', figure('posting'), 0.5, 'times'),
    atMost('resident memory after posting', figure('postedMb'), 300, 'MB'),
  ];
}
