// The journal as plain-text accounting has it: entries by day, with the balances that each month and each payout must come to.
import { CHART } from '../../shared/domain/books/accounts.ts';
import type { Posting } from '../../shared/domain/books/entry.ts';
import type { Db } from '../store/database.ts';
import { type ChainedEntry, endOfJournal, entriesByDay } from '../store/journal.ts';
import { entryParty } from '../store/journal-list.ts';

export interface Balance {
  readonly account: number;
  readonly currency: string;
  readonly amount: number;
}

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
  /** What accounts came to at the end of a day; all their parts together. */
  | { readonly kind: 'balances'; readonly day: string; readonly balances: readonly Balance[] };

/** Entries read at a time: the journal is never whole in memory. */
const PORTION = 500;
const NOBODY = 'Stripe';
/** Asserted at the end of each month and of each day with a payout. */
const ASSERTED: readonly number[] = [
  CHART.stripe.number,
  CHART.bank.number,
  CHART.payoutsInTransit.number,
  CHART.receivables.number,
];

export function* plainItems(db: Db): Generator<PlainItem> {
  const running = new Map<string, Balance>();
  let [day, isPayoutDay] = ['', false];
  for (const entry of everyEntry(db)) {
    if (entry.day !== day) {
      if (isPayoutDay || (day !== '' && day.slice(0, 7) !== entry.day.slice(0, 7)))
        yield balancesOf(day, running);
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
    for (const posting of entry.postings) add(running, posting);
  }
  if (day !== '') yield balancesOf(day, running);
}

/** The journal as it is when the first is asked for: what is posted meanwhile is left to the next export. */
function* everyEntry(db: Db): Generator<ChainedEntry> {
  const { seq: upTo } = endOfJournal(db);
  for (let after = { day: '', seq: 0 }; ;) {
    const entries = entriesByDay(db, after, { upTo, limit: PORTION });
    yield* entries;
    const last = entries.at(-1);
    if (!last) return;
    after = { day: last.day, seq: last.seq };
  }
}

function add(running: Map<string, Balance>, { account, currency, amount }: Posting): void {
  if (!ASSERTED.includes(account)) return;
  const key = `${account} ${currency}`;
  running.set(key, { account, currency, amount: (running.get(key)?.amount ?? 0) + amount });
}

function balancesOf(day: string, running: ReadonlyMap<string, Balance>): PlainItem {
  return { kind: 'balances', day, balances: [...running.values()] };
}
