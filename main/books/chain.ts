// The chain of the journal: each entry's hash is over its content and the hash before it, so that nothing can be changed, lost or put in between.
import { createHash } from 'node:crypto';
import type { JournalEntry } from '../store/journal.ts';

/** Hex of SHA-256; `before` is empty for the first entry. */
export function chainOf(before: string, entry: JournalEntry): string {
  const { seq, caseId, cause, version, day, postedAt, postings } = entry;
  const lines = postings.map(({ account, sub, currency, amount }) => [account, sub, currency, amount]);
  const content = JSON.stringify([before, seq, caseId, cause, version, day, postedAt, lines]);
  return createHash('sha256').update(content).digest('hex');
}
