// What was said to the bank, when nothing can be added any more.
import { fileWords, textWords } from '../../shared/text/evidence-words.ts';
import { Card } from '../ui/card.tsx';
import { KeyValues } from '../ui/key-values.tsx';
import type { Dispute } from './dispute.ts';

/** How these ended is said above. */
const ENDED: ReadonlySet<Dispute['standing']> = new Set(['won', 'lost', 'closed']);

export function SaidCard({ dispute }: { readonly dispute: Dispute }) {
  const { answer } = dispute;
  const texts = answer.texts.filter(({ text }) => text.trim() !== '');
  const files = answer.files.filter(({ file }) => file !== null);
  const compelling = answer.compelling?.said ?? [];
  if (texts.length === 0 && files.length === 0 && compelling.length === 0) return null;
  return (
    <Card
      title={dispute.submissions > 0 ? 'What you told the bank' : 'Your answer'}
      description={ENDED.has(dispute.standing) ? undefined : answer.refusal}
    >
      <KeyValues
        rows={[
          ...[...compelling, ...texts.map(({ field, text }) => ({ name: textWords(field).label, text }))].map(
            ({ name, text }) => ({ name, value: <span className="said">{text}</span> }),
          ),
          ...files.map(({ field, file }) => ({ name: fileWords(field).label, value: file?.name ?? null })),
        ]}
      />
    </Card>
  );
}
