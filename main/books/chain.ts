// The chain of the journal: each entry's hash is over its content and the hash before it, so that nothing can be changed, lost or put in between.
import { hash } from 'node:crypto';
import type { Closing } from '../store/closings.ts';
import type { JournalEntry } from '../store/journal.ts';

/** Hex of SHA-256; `before` is empty for the first entry. */
export function chainOf(before: string, entry: JournalEntry): string {
  const { seq, caseId, cause, version, day, happened, postedAt, postings } = entry;
  const lines = postings.map(({ account, sub, currency, amount }) => [account, sub, currency, amount]);
  const content = [before, seq, caseId, cause, version, day, postedAt, lines];
  // Last, and only where there is one: entries from before there were closings keep their hash.
  return hashOf(happened === null ? content : [...content, happened]);
}

/** `journal` is the chain of the entry after which it was made, `before` that of the closing before; each empty where there is none. */
export function closingChainOf(before: string, journal: string, closing: Closing): string {
  const { seq, through, reason, at, afterEntry } = closing;
  return hashOf([before, journal, seq, through, reason, at, afterEntry]);
}

function hashOf(content: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(content), 'hex');
}
