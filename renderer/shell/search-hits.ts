// What the palette finds in the books while something is typed.
import { CreditCard, FileMinus2, FileText, Gavel, type LucideIcon, Repeat, Users } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall } from '../data.ts';
import { go, paths } from '../paths.ts';
import type { Hit } from '../ui/command-palette.tsx';

type Kind = CallOutput<'search.everything'>['hits'][number]['kind'];

/** Each kind with the icon of its area and its page. */
const KINDS: Readonly<Record<Kind, readonly [icon: LucideIcon, path: (id: string) => string]>> = {
  invoice: [FileText, paths.invoice],
  customer: [Users, paths.customer],
  payment: [CreditCard, paths.payment],
  recurring: [Repeat, paths.recurringInvoice],
  'credit-note': [FileMinus2, paths.creditNote],
  dispute: [Gavel, paths.dispute],
};

export function useSearchHits(): {
  readonly hits: readonly Hit[];
  readonly onSearch: (text: string) => void;
} {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const isAsked = wanted.length > 0;
  const answer = useCall(
    'search.everything',
    { text: wanted },
    { enabled: isAsked, keepPrevious: true },
  ).data;
  const hits = isAsked && answer !== undefined ? answer.hits : [];
  return {
    onSearch: setText,
    hits: hits.map(({ kind, id, title, detail }) => {
      const [icon, path] = KINDS[kind];
      return { id: `${kind}:${id}`, title, detail, icon, run: () => go(path(id)) };
    }),
  };
}
