// Which deposit is which payout. Pure: the same lines, payouts and decisions give the same answer, in whatever order they came.
import { daysBetween } from '../dates.ts';

export interface BankDeposit {
  readonly id: string;
  readonly day: string;
  /** Minor units; a payout that takes money back is a negative line. */
  readonly amount: number;
  readonly currency: string;
  /** Everything that the bank says of it. */
  readonly words: string;
}

export interface ExpectedPayout {
  readonly id: string;
  /** The day on which Stripe expects it at the bank. */
  readonly arrival: string;
  readonly amount: number;
  readonly currency: string;
  /** Sent back by the bank: it may be found, but nothing is sure of it. */
  readonly hasFailed: boolean;
  /** What Stripe says that the bank writes, and the bank's trace of the transfer; empty where Stripe does not say. */
  readonly descriptor: string;
  readonly trace: string;
}

/** What a person has said; it counts before anything that is found here. */
export interface Decisions {
  /** Payout by line. */
  readonly matched: ReadonlyMap<string, string>;
  /** Lines that are not from Stripe. */
  readonly aside: ReadonlySet<string>;
  /** Pairs that are not one, as `pairKey` writes them. */
  readonly apart: ReadonlySet<string>;
}

export interface Found {
  /** Payout by line: nothing else fits either, and the bank names Stripe. */
  readonly sure: ReadonlyMap<string, string>;
  /** Payout by line: it fits, but so may others, or the bank does not say who sent it. Each payout once. */
  readonly suggested: ReadonlyMap<string, string>;
}

/** Days before and after the day that Stripe expects, in which a bank may book: weekends and holidays lie between. */
export const EARLIEST_DAYS = -3;
export const LATEST_DAYS = 7;

export function pairKey(line: string, payout: string): string {
  return JSON.stringify([line, payout]);
}

/** Whether the bank's words name Stripe. */
export function namesStripe(words: string): boolean {
  return /\bstripe\b/i.test(words);
}

interface Pair {
  readonly deposit: BankDeposit;
  readonly payout: ExpectedPayout;
  /** 2: the bank quotes the transfer itself. 1: it names Stripe. 0: only amount and day fit. */
  readonly evidence: 0 | 1 | 2;
  readonly distance: number;
}

export function findMatches(
  deposits: readonly BankDeposit[],
  payouts: readonly ExpectedPayout[],
  decisions: Decisions,
): Found {
  const taken = new Set(decisions.matched.values());
  const free = deposits.filter(({ id }) => !decisions.matched.has(id) && !decisions.aside.has(id));
  const pairs = pairsOf(
    free,
    payouts.filter(({ id }) => !taken.has(id)),
    decisions.apart,
  );
  // What the bank itself tells is settled first, and is then in nobody's way.
  const told = sureAmong(pairs, 2);
  const named = sureAmong(without(pairs, told), 1);
  const sure = [...told, ...named];
  return {
    sure: new Map(sure.map(({ deposit, payout }) => [deposit.id, payout.id])),
    suggested: assigned(without(pairs, sure)),
  };
}

function without(pairs: readonly Pair[], settled: readonly Pair[]): readonly Pair[] {
  const deposits = new Set(settled.map(({ deposit }) => deposit.id));
  const payouts = new Set(settled.map(({ payout }) => payout.id));
  return pairs.filter(({ deposit, payout }) => !deposits.has(deposit.id) && !payouts.has(payout.id));
}

function pairsOf(
  deposits: readonly BankDeposit[],
  payouts: readonly ExpectedPayout[],
  apart: ReadonlySet<string>,
): readonly Pair[] {
  const byAmount = new Map<string, ExpectedPayout[]>();
  for (const payout of payouts) {
    const key = `${payout.amount} ${payout.currency}`;
    byAmount.set(key, [...(byAmount.get(key) ?? []), payout]);
  }
  return deposits.flatMap((deposit) =>
    (byAmount.get(`${deposit.amount} ${deposit.currency}`) ?? []).flatMap((payout) => {
      const pair = pairOf(deposit, payout);
      return pair === null || apart.has(pairKey(deposit.id, payout.id)) ? [] : [pair];
    }),
  );
}

function pairOf(deposit: BankDeposit, payout: ExpectedPayout): Pair | null {
  const late = daysBetween(payout.arrival, deposit.day);
  const evidence = evidenceOf(deposit.words, payout);
  const isInTime = late >= EARLIEST_DAYS && late <= LATEST_DAYS;
  return isInTime || evidence === 2 ? { deposit, payout, evidence, distance: Math.abs(late) } : null;
}

/** A word shorter than this is found by chance. */
const SHORTEST = 6;

function evidenceOf(words: string, { id, descriptor, trace }: ExpectedPayout): Pair['evidence'] {
  const said = plain(words);
  const quotes = (text: string): boolean => plain(text).length >= SHORTEST && said.includes(plain(text));
  if (quotes(id) || quotes(trace)) return 2;
  return namesStripe(words) || quotes(descriptor) ? 1 : 0;
}

/** Banks change case and break words where a field ends. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Those of this evidence of which neither side has another of the same or stronger. */
function sureAmong(pairs: readonly Pair[], evidence: 1 | 2): readonly Pair[] {
  const strong = pairs.filter((pair) => pair.evidence >= evidence);
  const ofDeposit = countBy(strong, ({ deposit }) => deposit.id);
  const ofPayout = countBy(strong, ({ payout }) => payout.id);
  return strong.filter(
    ({ deposit, payout }) =>
      !payout.hasFailed && ofDeposit.get(deposit.id) === 1 && ofPayout.get(payout.id) === 1,
  );
}

function countBy(pairs: readonly Pair[], keyOf: (pair: Pair) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(keyOf(pair), (counts.get(keyOf(pair)) ?? 0) + 1);
  return counts;
}

/** The strongest and nearest first; of equals the older, so that equal amounts are suggested in the order of their days. */
function assigned(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const matched = new Map<string, string>();
  const taken = new Set<string>();
  for (const { deposit, payout } of pairs.toSorted(inOrder)) {
    if (matched.has(deposit.id) || taken.has(payout.id)) continue;
    matched.set(deposit.id, payout.id);
    taken.add(payout.id);
  }
  return matched;
}

function inOrder(a: Pair, b: Pair): number {
  return (
    b.evidence - a.evidence ||
    Number(a.payout.hasFailed) - Number(b.payout.hasFailed) ||
    textOrder(a.payout.arrival, b.payout.arrival) ||
    a.distance - b.distance ||
    textOrder(a.deposit.day, b.deposit.day) ||
    textOrder(a.payout.id, b.payout.id) ||
    textOrder(a.deposit.id, b.deposit.id)
  );
}

function textOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
