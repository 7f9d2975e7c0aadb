// What came of a request to Stripe, in a badge and in words.
import { Check, CircleAlert, WifiOff } from 'lucide-react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { Badge } from '../ui/badge.tsx';

export type RequestRow = CallOutput<'requests.list'>['rows'][number];

export function RequestBadge({ row }: { readonly row: RequestRow }) {
  if (row.status === null) {
    return (
      <Badge icon={WifiOff} tone="warning">
        No answer
      </Badge>
    );
  }
  const isGood = row.status < 400;
  return (
    <Badge
      icon={isGood ? Check : CircleAlert}
      tone={isGood ? 'good' : 'bad'}
      {...(row.replayed ? { detail: 'replayed' } : {})}
    >
      {row.status}
    </Badge>
  );
}

/** What kept an answer away or what kind of refusal it was, where Stripe gave no code of its own. */
const WORDS: Readonly<Record<string, string>> = {
  network: 'Stripe could not be reached',
  timeout: 'no answer in time',
  malformed: 'half an answer, or none that is Stripe’s',
  refused: 'refused by Stripe without a code',
  'key-refused': 'the key was refused or lacks a permission',
  'rate-limited': 'Stripe asked to slow down',
  conflict: 'Stripe was still busy with the same request',
  'server-error': 'an error of Stripe’s own',
};

export function requestErrorWords(error: string): string {
  const words = Object.hasOwn(WORDS, error) ? WORDS[error] : undefined;
  return words ?? error.replaceAll('_', ' ');
}
