// The answer to the bank: texts that fit the reason and save themselves, files, and the ways to send them.
import { Send, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { FILES_LIMIT } from '../../shared/domain/evidence.ts';
import { useCommand } from '../data.ts';
import { SaveState } from '../settings/save-state.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { showToast } from '../ui/toast.tsx';
import { CompellingCard } from './compelling-card.tsx';
import type { Dispute } from './dispute.ts';
import { EvidenceFiles } from './evidence-files.tsx';
import { EvidenceTexts } from './evidence-texts.tsx';
import { sizeText } from './size-text.ts';
import { SubmitDialog } from './questions.tsx';
import { SaidCard } from './said-card.tsx';
import { type AnswerForm, useAnswer } from './use-answer.ts';
import './dispute.css';

export function AnswerCard({ dispute }: { readonly dispute: Dispute }) {
  return dispute.answer.refusal === null ? <OpenAnswer dispute={dispute} /> : <SaidCard dispute={dispute} />;
}

function OpenAnswer({ dispute }: { readonly dispute: Dispute }) {
  const form = useAnswer(dispute);
  const { files, compelling } = dispute.answer;
  const used = files.reduce((sum, { file }) => sum + (file?.size ?? 0), 0);
  return (
    <>
      {compelling !== null && <CompellingCard part={compelling} form={form} />}
      <Card
        title="Your answer"
        description="Kept on this computer until you send it"
        actions={<SaveState {...form.kept.texts} />}
      >
        <div className="answer">
          <FillIn dispute={dispute} form={form} />
          <EvidenceTexts texts={dispute.answer.texts} form={form} />
          <h3 className="answer__heading">
            Files{' '}
            <span className="answer__note">
              {used === 0 ? 'Up to' : `${sizeText(used)} of`} 4.5 MB; PDF, JPEG or PNG
            </span>
          </h3>
          <EvidenceFiles dispute={dispute} left={FILES_LIMIT - used} />
          <AnswerButtons dispute={dispute} form={form} />
        </div>
      </Card>
    </>
  );
}

interface FormProps {
  readonly dispute: Dispute;
  readonly form: AnswerForm;
}

/** Offered while a field is empty of which the books know what to say. */
function FillIn({ dispute, form }: FormProps) {
  const known = dispute.answer.texts.filter(
    ({ field, suggestion }) => suggestion !== '' && form.textOf(field) === '',
  );
  if (known.length === 0) return null;
  return (
    <div>
      <Button
        icon={Sparkles}
        onPress={() =>
          form.change(Object.fromEntries(known.map(({ field, suggestion }) => [field, suggestion])))
        }
      >
        Fill in what the books know
      </Button>
    </div>
  );
}

function AnswerButtons({ dispute, form }: FormProps) {
  const [isAsking, setAsking] = useState(false);
  const stage = useCommand('disputes.stage');
  const save = async (): Promise<void> => {
    if (!(await form.flush())) return;
    const result = await stage.run({ id: dispute.id });
    if (result.ok) showToast({ tone: 'good', title: 'The answer is being saved at Stripe' });
  };
  const ask = async (): Promise<void> => {
    if (await form.flush()) setAsking(true);
  };
  return (
    <div className="answer__foot">
      <p className="muted small">
        Saving at Stripe shows the answer in Stripe’s dashboard, not to the bank. Submitting is possible once.
      </p>
      <Button isPending={stage.isPending} onPress={() => void save()}>
        Save at Stripe
      </Button>
      <Button variant="primary" icon={Send} onPress={() => void ask()}>
        Submit to the bank…
      </Button>
      {isAsking && <SubmitDialog dispute={dispute} onClose={() => setAsking(false)} />}
    </div>
  );
}
