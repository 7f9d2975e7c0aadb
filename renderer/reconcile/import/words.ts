// What an import brings and brought, in words.
import type { BankPreview } from '../../../shared/contract/bank.ts';
import type { CallOutput } from '../../../shared/contract/calls.ts';

const lines = (count: number): string => `${count.toLocaleString()} ${count === 1 ? 'line' : 'lines'}`;

export function unreadWords(count: number): string {
  return count === 1
    ? 'One row is left out: it cannot be read'
    : `${count.toLocaleString()} rows are left out: they cannot be read`;
}

/** What of a statement is not taken in, or twice there: a sentence for each. */
export function notesOf(statement: BankPreview['statements'][number]): readonly string[] {
  const { known, repeated, pending } = statement;
  return [
    ...(known > 0
      ? [`${lines(known)} came with an earlier import and ${known === 1 ? 'is' : 'are'} not counted again.`]
      : []),
    ...(repeated > 0
      ? [
          `${lines(repeated)} ${repeated === 1 ? 'stands' : 'stand'} in the file twice and ${repeated === 1 ? 'is' : 'are'} taken once.`,
        ]
      : []),
    ...(pending > 0
      ? [`${lines(pending)} ${pending === 1 ? 'is' : 'are'} not booked yet and left out.`]
      : []),
  ];
}

export function importWords({ added, known, matched }: CallOutput<'bank.import'>): {
  readonly title: string;
  readonly detail: string;
} {
  const found =
    matched === 0
      ? 'No further payout was found.'
      : matched === 1
        ? 'One payout was found.'
        : `${matched.toLocaleString()} payouts were found.`;
  return {
    title: `${lines(added)} imported`,
    detail: known === 0 ? found : `${lines(known)} known before. ${found}`,
  };
}
