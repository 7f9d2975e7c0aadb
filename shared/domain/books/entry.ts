// An entry of the journal: what happened, on which day, and postings that sum to zero in each currency.
import { assert } from '../assert.ts';
import { type Account, CHART } from './accounts.ts';

/** Debits are positive, credits negative; minor units of `currency`. */
export interface Posting {
  /** A number of the chart. */
  readonly account: number;
  /** Of the account's sub-ledger; empty where it has none. */
  readonly sub: string;
  readonly currency: string;
  readonly amount: number;
}

/** What can happen, in the order in which an accountant would ask. */
export type EntryKind =
  | 'invoice.finalized'
  | 'invoice.balance-applied'
  | 'invoice.paid-outside'
  | 'invoice.overpaid'
  | 'invoice.voided'
  | 'invoice.written-off'
  | 'invoice.recovered'
  | 'payment.applied'
  | 'credit-note.issued'
  | 'credit-note.voided'
  | 'movement'
  | 'payout.arrived'
  | 'dispute.lost'
  | 'customer-credit.adjusted'
  /** Everything that happened to an object before the first day of the books. */
  | 'opening';

export interface Entry {
  readonly kind: EntryKind;
  /** Stripe's id of what it happened to; with `kind` it is the entry's cause, which is posted once. */
  readonly subject: string;
  /** Calendar day in the business's zone. */
  readonly day: string;
  readonly postings: readonly Posting[];
}

export function causeOf({ kind, subject }: Pick<Entry, 'kind' | 'subject'>): string {
  return `${kind}:${subject}`;
}

export function debit(account: Account, currency: string, amount: number, sub = ''): Posting {
  return { account: CHART[account].number, sub, currency, amount };
}

export function credit(account: Account, currency: string, amount: number, sub = ''): Posting {
  return debit(account, currency, amount === 0 ? 0 : -amount, sub);
}

/** The other way round. */
export function reversed(postings: readonly Posting[]): readonly Posting[] {
  return postings.map((posting) => ({ ...posting, amount: posting.amount === 0 ? 0 : -posting.amount }));
}

function keyOf({ account, sub, currency }: Posting): string {
  return `${account} ${currency} ${sub}`;
}

/** One posting per account, sub-ledger and currency, in their order; nothing where they cancel out. */
export function merged(postings: readonly Posting[]): readonly Posting[] {
  const sums = new Map<string, Posting>();
  for (const posting of postings) {
    const known = sums.get(keyOf(posting));
    sums.set(keyOf(posting), { ...posting, amount: posting.amount + (known?.amount ?? 0) });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0).toSorted(inOrder);
}

function inOrder(a: Posting, b: Posting): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  if (a.account !== b.account) return a.account - b.account;
  return a.sub < b.sub ? -1 : Number(a.sub > b.sub);
}

/** What is to be posted so that `posted` becomes `target`. */
export function difference(target: readonly Posting[], posted: readonly Posting[]): readonly Posting[] {
  return merged([...target, ...reversed(posted)]);
}

/** The sum of what is posted to an account, over all its parts, in one currency. */
export function sumOn(account: Account, currency: string, postings: readonly Posting[]): number {
  const { number } = CHART[account];
  return postings.reduce(
    (sum, posting) =>
      posting.account === number && posting.currency === currency ? sum + posting.amount : sum,
    0,
  );
}

/** Merges the postings; throws when a currency does not sum to zero, which would be a mistake of a rule. */
export function entry(kind: EntryKind, subject: string, day: string, postings: readonly Posting[]): Entry {
  const sums = new Map<string, number>();
  for (const { currency, amount } of postings) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  assert(
    [...sums.values()].every((sum) => sum === 0),
    `Postings that do not balance: ${kind}`,
  );
  return { kind, subject, day, postings: merged(postings) };
}
