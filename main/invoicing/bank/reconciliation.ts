// Which deposit is which payout, as of now: worked out from the lines, the payouts and what a person has said, never kept.
import type { BankLine } from '../../../shared/contract/bank.ts';
import { findMatches, namesStripe, pairKey } from '../../../shared/domain/bank/match.ts';
import type { Pause } from '../../bank/in-turns.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import {
  type BankLineRow,
  bankLines,
  bankLinesAfter,
  bankLinesState,
  type BankPayout,
  changesSoFar,
  hasBankStatements,
  linesAside,
  matchedPairs,
  pairsApart,
  payoutsForBank,
  type PlacedLine,
} from '../../store/bank-matches.ts';
import type { Db } from '../../store/database.ts';

export type Standing = BankLine['standing'];

export interface ReconciledLine extends BankLineRow {
  readonly standing: Standing;
  readonly payout: BankPayout | null;
}

export interface Reconciliation {
  /** Newest first. */
  readonly lines: readonly ReconciledLine[];
  /** No deposit is matched with them; the last to arrive first. */
  readonly freePayouts: readonly BankPayout[];
  /** Of the free ones, those that should have arrived within the statements; the oldest first. */
  readonly missing: readonly BankPayout[];
}

const NOTHING: Reconciliation = { lines: [], freePayouts: [], missing: [] };

/** The last answer of each database: every list of the screen asks, and little changes between. */
const answers = new WeakMap<Db, { readonly changes: number; readonly answer: Reconciliation }>();

export function reconciliation(db: Db): Reconciliation {
  if (!hasBankStatements(db)) return NOTHING;
  const changes = changesSoFar(db);
  const known = answers.get(db);
  if (known?.changes === changes) return known.answer;
  const answer = reconcile(db);
  answers.set(db, { changes, answer });
  return answer;
}

/** The lines of each database before anything is matched: many, and others only with the statements. */
const plainLines = new WeakMap<Db, { readonly state: string; readonly lines: readonly ReconciledLine[] }>();

function linesOf(db: Db): readonly ReconciledLine[] {
  const state = bankLinesState(db);
  const known = plainLines.get(db);
  if (known?.state === state) return known.lines;
  const lines = bankLines(db).map((row) => plainLine(row));
  plainLines.set(db, { state, lines });
  return lines;
}

function plainLine({ id, account, day, currency, amount, counterparty, text }: BankLineRow): ReconciledLine {
  const standing = namesStripe(wordsOf({ counterparty, text })) ? 'claims' : 'other';
  return { id, account, day, currency, amount, counterparty, text, payout: null, standing };
}

const LINES_AT_ONCE = 2000;

/** Reads by portions what would else be read at once when these statements have become whole. */
export async function prepareLines(db: Db, soon: readonly string[], pause: Pause): Promise<void> {
  const state = bankLinesState(db, soon);
  const lines: ReconciledLine[] = [];
  let last: PlacedLine | undefined;
  for (;;) {
    const portion = bankLinesAfter(db, last, LINES_AT_ONCE, soon);
    for (const row of portion) lines.push(plainLine(row));
    last = portion.at(-1);
    if (portion.length < LINES_AT_ONCE) break;
    await pause();
  }
  // Where something came between, the state is another and these lines are not used.
  plainLines.set(db, { state, lines });
}

function reconcile(db: Db): Reconciliation {
  const payouts = payoutsForBank(db);
  const byId = new Map(payouts.map((payout) => [payout.id, payout]));
  const amounts = new Set(payouts.map(({ amount }) => amount));
  const plain = linesOf(db);
  const matched = new Map(matchedPairs(db).map((pair) => [pair.line_id, pair.payout_id]));
  const aside = new Set(linesAside(db));
  const apart = new Set(pairsApart(db).map((pair) => pairKey(pair.line_id, pair.payout_id)));
  const deposits = plain
    .filter(({ amount }) => amounts.has(amount))
    .map((line) => ({ ...line, words: wordsOf(line) }));
  const { sure, suggested } = findMatches(deposits, payouts, { matched, aside, apart });
  const lines = plain.map((line): ReconciledLine => {
    const standing = standingOf(line, { matched, aside, sure, suggested });
    if (standing === line.standing) return line;
    const payoutId = matched.get(line.id) ?? sure.get(line.id) ?? suggested.get(line.id);
    return { ...line, standing, payout: byId.get(payoutId ?? '') ?? null };
  });
  const settled = new Set([...matched.values(), ...sure.values()]);
  const freePayouts = payouts.filter(({ id }) => !settled.has(id));
  const inReview = new Set(suggested.values());
  return { lines, freePayouts, missing: missingOf(freePayouts, lines, inReview) };
}

export function wordsOf({ counterparty, text }: Pick<BankLineRow, 'counterparty' | 'text'>): string {
  return `${counterparty} ${text}`.trim();
}

interface Said {
  readonly matched: ReadonlyMap<string, string>;
  readonly aside: ReadonlySet<string>;
  readonly sure: ReadonlyMap<string, string>;
  readonly suggested: ReadonlyMap<string, string>;
}

function standingOf(row: ReconciledLine, { matched, aside, sure, suggested }: Said): Standing {
  if (matched.has(row.id)) return 'confirmed';
  if (aside.has(row.id)) return 'aside';
  if (sure.has(row.id)) return 'sure';
  if (suggested.has(row.id)) return 'suggested';
  return row.standing;
}

/** A bank may book a day or two late before anybody needs to ask. */
const PATIENCE_DAYS = 2;

/** What lies outside the statements of accounts that Stripe pays to says nothing of a payout. */
function missingOf(
  payouts: readonly BankPayout[],
  lines: readonly ReconciledLine[],
  inReview: ReadonlySet<string>,
): readonly BankPayout[] {
  const paidTo = new Set(
    lines
      .filter(({ standing }) => standing !== 'other' && standing !== 'aside')
      .map(({ account }) => account),
  );
  const covered = new Map<string, { first: string; last: string }>();
  for (const { account, currency, day } of lines) {
    if (!paidTo.has(account)) continue;
    const known = covered.get(currency);
    if (!known) covered.set(currency, { first: day, last: day });
    else if (day < known.first) known.first = day;
    else if (day > known.last) known.last = day;
  }
  return payouts
    .filter(({ id, status, currency, arrival }) => {
      const days = covered.get(currency);
      if (days === undefined || status === 'failed' || inReview.has(id)) return false;
      return arrival >= days.first && addDays(arrival, PATIENCE_DAYS) <= days.last;
    })
    .toReversed();
}
