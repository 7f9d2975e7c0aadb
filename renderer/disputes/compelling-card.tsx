// The answer by Visa Compelling Evidence 3.0: what is left to do, which earlier payments speak for this one, and who the customer was.
import type { CompellingPart } from '../../shared/contract/compelling-evidence.ts';
import { withPrior } from '../../shared/domain/compelling-evidence.ts';
import { SaveState } from '../settings/save-state.tsx';
import { Banner } from '../ui/banner.tsx';
import { Card } from '../ui/card.tsx';
import { PriorPayments } from './prior-payments.tsx';
import { SameCustomer } from './same-customer.tsx';
import { SoldFields } from './sold-fields.tsx';
import type { AnswerForm } from './use-answer.ts';

interface CompellingCardProps {
  readonly part: CompellingPart;
  readonly form: AnswerForm;
}

/** A part of the form. */
export interface CompellingProps {
  readonly part: CompellingPart;
  readonly answer: CompellingPart['answer'];
  readonly change: (changed: Partial<CompellingPart['answer']>) => void;
  /** Why what was last written was refused; `field` is a path in the answer, such as `identifiers.customer_device_id`. */
  readonly refusalOf: (field: string) => string | undefined;
  /** Saves at once what is not saved yet. */
  readonly onLeave: () => void;
}

export function CompellingCard({ part, form }: CompellingCardProps) {
  const { tone, title, text, actions } = part;
  const answer = form.compelling ?? part.answer;
  const shared: CompellingProps = {
    part,
    answer,
    change: (changed) => form.changeCompelling({ ...answer, ...changed }),
    refusalOf: (field) => form.problemAt(`compelling.${field}`),
    onLeave: () => void form.flush(),
  };
  return (
    <Card
      title="Visa Compelling Evidence 3.0"
      description="Goes to the bank together with your answer below"
      actions={<SaveState {...form.kept.compelling} />}
    >
      <div className="answer">
        <Banner tone={tone} title={title}>
          {text}
          {actions.length > 0 && (
            <ul className="compelling__actions">
              {actions.map((action) => (
                <li key={action}>{action}</li>
              ))}
            </ul>
          )}
        </Banner>
        <PriorPayments
          part={part}
          answer={answer}
          refusal={form.problemAt('compelling.priors', 'compelling.priors.0', 'compelling.priors.1')}
          onPick={(chargeId) => form.changeCompelling(withPrior(answer, part, chargeId))}
        />
        <SoldFields {...shared} />
        <SameCustomer {...shared} />
      </div>
    </Card>
  );
}
