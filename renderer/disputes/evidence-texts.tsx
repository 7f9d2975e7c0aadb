// The texts of an answer: one line where a line is enough, beside one another; longer ones over the whole width.
import { textWords } from '../../shared/text/evidence-words.ts';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Dispute } from './dispute.ts';
import type { AnswerForm } from './use-answer.ts';

type Text = Dispute['answer']['texts'][number];

export interface EvidenceTextsProps {
  readonly texts: readonly Text[];
  readonly form: AnswerForm;
}

export function EvidenceTexts({ texts, form }: EvidenceTextsProps) {
  return (
    <div className="answer__texts">
      {texts.map(({ field }) => (
        <EvidenceText key={field} field={field} form={form} />
      ))}
    </div>
  );
}

interface EvidenceTextProps {
  readonly field: Text['field'];
  readonly form: AnswerForm;
}

function EvidenceText({ field, form }: EvidenceTextProps) {
  const { label, hint, isShort = false } = textWords(field);
  const error = form.problemAt(`texts.${field}`);
  const shared = {
    label,
    value: form.textOf(field),
    onChange: (text: string) => form.change({ [field]: text }),
    onBlur: () => void form.flush(),
    ...(hint === '' ? {} : { description: hint }),
    ...(error === undefined ? {} : { error }),
  };
  return isShort ? (
    <TextField {...shared} />
  ) : (
    <div className="answer__long">
      <TextArea {...shared} rows={3} />
    </div>
  );
}
