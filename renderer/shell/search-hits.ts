// What the palette finds in the books while something is typed.
import { CreditCard, FileText, Users } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useCall } from '../data.ts';
import { go, paths } from '../paths.ts';
import type { Hit } from '../ui/command-palette.tsx';

const icons = { invoice: FileText, customer: Users, payment: CreditCard } as const;

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
    hits: hits.map(({ kind, id, title, detail }) => ({
      id: `${kind}:${id}`,
      title,
      detail,
      icon: icons[kind],
      run: () => go(pathOf(kind, id)),
    })),
  };
}

function pathOf(kind: keyof typeof icons, id: string): string {
  if (kind === 'invoice') return paths.invoice(id);
  return kind === 'customer' ? paths.customer(id) : paths.payments;
}
