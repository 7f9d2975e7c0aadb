// Whether money is real in these books.
import { FlaskConical, Radio, Sparkles } from 'lucide-react';
import type { BooksMode } from '../../shared/contract/session.ts';
import { Badge } from '../ui/badge.tsx';

const LOOKS = {
  sample: { icon: Sparkles, tone: 'sample', word: 'Sample' },
  test: { icon: FlaskConical, tone: 'warning', word: 'Test' },
  live: { icon: Radio, tone: 'neutral', word: 'Live' },
} as const;

export function ModeBadge({ mode }: { readonly mode: BooksMode }) {
  const { icon, tone, word } = LOOKS[mode];
  return (
    <Badge icon={icon} tone={tone}>
      {word}
    </Badge>
  );
}
