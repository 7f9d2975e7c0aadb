// The figures of the books: posting, proving, rebuilding and exporting those of 100,000 invoices.
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { postNext } from '../../main/books/poster.ts';
import { proofOf } from '../../main/books/proof.ts';
import { trialBalance } from '../../main/books/trial-balance.ts';
import { verifyBooks } from '../../main/books/verify.ts';
import { journalFile } from '../../main/exports/journal-file.ts';
import { textParts } from '../../main/exports/text-parts.ts';
import { systemClock } from '../../main/hosts/common/system.ts';
import type { Db } from '../../main/store/database.ts';
import { quickDayOf } from '../../main/sync/days.ts';
import { type Held, heldLines, meterHeld } from './held.ts';
import { type Line, atMost } from './report.ts';
import { worked } from './worked.ts';

const dayOf = (at: number): string => quickDayOf(at, 'Europe/Berlin');
const NEVER = { running: false, done: 0, all: 0, finishedAt: null, entries: 0, finding: null };
const KILOBYTE = 1024;
/** Parts of an export between two looks at the memory that is in use. */
const LOOKED_EVERY = 16;

export interface Posted {
  /** By the clock, which counts the disk and the turns of other programs. */
  readonly seconds: number;
  /** Of the processor. */
  readonly work: number;
  readonly held: Held;
}

/** Posts everything that is due. */
export async function postAll(db: Db): Promise<Posted> {
  const meter = meterHeld();
  const start = performance.now();
  const work = await worked(async () => {
    while (postNext({ db, clock: systemClock, dayOf })) await meter.pause();
  });
  return { seconds: (performance.now() - start) / 1000, work: work / 1000, held: meter.end() };
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** `posted` is what `postAll` answered for these books, `smaller` are books of a tenth of them. */
export async function bookLines(db: Db, smaller: Db, posted: Posted): Promise<readonly Line[]> {
  const rebuilt = await rebuild(db);
  const exported = await exportJournal(db);
  const { grown } = await exportJournal(smaller);
  const between = { from: '2024-02-14', to: '2025-07-15' };
  return [
    atMost(
      'proof',
      milliseconds(() => proofOf(db, 0, NEVER)),
      50,
      'ms',
    ),
    atMost(
      'trial balance of all',
      milliseconds(() => trialBalance(db, { from: null, to: null })),
      100,
      'ms',
    ),
    atMost(
      'trial balance from one day to another',
      milliseconds(() => trialBalance(db, between)),
      100,
      'ms',
    ),
    atMost('posting everything', posted.seconds, 60, 's'),
    ...heldLines('posting', posted.held),
    atMost('rebuilding and comparing everything', rebuilt.seconds, 60, 's'),
    ...heldLines('rebuilding', rebuilt.held),
    atMost('export for hledger', exported.seconds, 20, 's'),
    ...heldLines('the export', exported.held),
    atMost('memory that the export needs, against a tenth of the books', exported.grown / grown, 2, 'times'),
  ];
}

async function rebuild(db: Db): Promise<{ readonly seconds: number; readonly held: Held }> {
  const meter = meterHeld();
  const start = performance.now();
  const pause = async (): Promise<boolean> => {
    await meter.pause();
    return true;
  };
  const verification = await verifyBooks({ db, dayOf, pause });
  if (verification?.finding !== null) throw new Error('The books of the benchmark do not verify');
  return { seconds: (performance.now() - start) / 1000, held: meter.end() };
}

interface Exported {
  readonly seconds: number;
  /** Kilobytes in use at most, beyond what was in use before. */
  readonly grown: number;
  readonly held: Held;
}

async function exportJournal(db: Db): Promise<Exported> {
  const inUse = memoryInUse();
  const before = inUse();
  const meter = meterHeld();
  let [looking, parts, most, written] = [0, 0, 0, 0];
  const start = performance.now();
  for await (const part of textParts(journalFile(db, 'hledger', proofOf(db, 0, NEVER)))) {
    written += part.length;
    parts += 1;
    await meter.pause(() => {
      if (parts % LOOKED_EVERY === 0)
        looking += milliseconds(() => (most = Math.max(most, inUse() - before)));
    });
  }
  if (written === 0) throw new Error('The journal of the benchmark is empty');
  return { seconds: (performance.now() - start - looking) / 1000, grown: most, held: meter.end() };
}

function isSweep(value: unknown): value is () => void {
  return typeof value === 'function';
}

/** Asks for kilobytes that are really in use: what nobody refers to any more is swept away first. */
function memoryInUse(): () => number {
  setFlagsFromString('--expose-gc');
  const sweep: unknown = runInNewContext('gc');
  return () => {
    if (isSweep(sweep)) sweep();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / KILOBYTE;
  };
}
