// The journal as plain-text accounting has it: entries by day, with the balances that each month and each payout must come to.
import { CHART } from '../../shared/domain/books/accounts.ts';
import type { Posting } from '../../shared/domain/books/entry.ts';
import type { Db } from '../store/database.ts';
import { type ChainedEntry, endOfJournal, entriesByDay } from '../store/journal.ts';
import { entryParty } from '../store/journal-list.ts';
import { type Balances, createRunningBalances } from './running-balances.ts';

export type PlainItem =
  | {
      readonly kind: 'entry';
      readonly day: string;
      /** As it came from a customer: to be made safe for the format. */
      readonly payee: string;
      /** The document's number; null where it has none. */
      readonly code: string | null;
      readonly cause: string;
      /** The day on which it happened, where that month was closed when it became known. */
      readonly happened: string | null;
      readonly postings: readonly Posting[];
    }
  /** What accounts came to at the end of a day. */
  | ({ readonly kind: 'balances'; readonly day: string } & Balances);

/** Entries read at a time: the journal is never whole in memory. */
const PORTION = 500;
const NOBODY = 'Stripe';
const LAST_DAY = '9999-12-31';

/** A part of the journal, which begins with what everything came to before it. */
export interface PlainPeriod {
  /** Calendar days, both included. */
  readonly from: string;
  readonly to: string;
  readonly opening: readonly Posting[];
  /** Of the last entry that counts. */
  readonly upTo: number;
}

/** The journal as it is now: what is posted while it is read is left to the next export. Null is all of it. */
export function plainItems(db: Db, period: PlainPeriod | null = null): Generator<PlainItem> {
  const whole = { from: '', to: LAST_DAY, opening: [], upTo: endOfJournal(db).seq };
  return itemsOf(db, period ?? whole);
}

function* itemsOf(db: Db, { from, to, opening, upTo }: PlainPeriod): Generator<PlainItem> {
  const running = createRunningBalances();
  let [day, isPayoutDay] = ['', false];
  if (opening.length > 0) {
    day = from;
    yield {
      kind: 'entry',
      day,
      payee: 'Opening balances',
      code: null,
      cause: 'opening',
      happened: null,
      postings: opening,
    };
    for (const posting of opening) running.add(posting);
  }
  for (const entry of everyEntry(db, from, upTo)) {
    if (entry.day > to) break;
    if (entry.day !== day) {
      const endsMonth = day !== '' && day.slice(0, 7) !== entry.day.slice(0, 7);
      if (endsMonth) yield { kind: 'balances', day, ...running.atMonthEnd() };
      else if (isPayoutDay) yield { kind: 'balances', day, ...running.atPayout() };
      [day, isPayoutDay] = [entry.day, false];
    }
    const party = entryParty(db, entry.caseId);
    yield {
      kind: 'entry',
      day,
      payee: party?.name || NOBODY,
      code: party?.number ?? null,
      cause: entry.version > 1 ? `${entry.cause} correction ${entry.version - 1}` : entry.cause,
      happened: entry.happened,
      postings: entry.postings,
    };
    isPayoutDay ||= entry.postings.some(({ account }) => account === CHART.payoutsInTransit.number);
    for (const posting of entry.postings) running.add(posting);
  }
  if (day !== '') yield { kind: 'balances', day, ...running.atMonthEnd() };
}

function* everyEntry(db: Db, from: string, upTo: number): Generator<ChainedEntry> {
  for (let after = { day: from, seq: 0 }; ;) {
    const entries = entriesByDay(db, after, { upTo, limit: PORTION });
    yield* entries;
    const last = entries.at(-1);
    if (!last) return;
    after = { day: last.day, seq: last.seq };
  }
}
