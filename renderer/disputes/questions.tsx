// The two questions before what cannot be taken back: submitting the answer, and accepting the dispute.
import type { ReactNode } from 'react';
import { isAppeal } from '../../shared/domain/disputes.ts';
import { useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Banner } from '../ui/banner.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { Money } from '../ui/money.tsx';
import { showToast } from '../ui/toast.tsx';
import type { Dispute } from './dispute.ts';

interface QuestionProps {
  readonly dispute: Dispute;
  readonly onClose: () => void;
}

export function SubmitDialog(props: QuestionProps) {
  const { answer, status } = props.dispute;
  const texts = answer.texts.filter(({ text }) => text.trim() !== '').length;
  const files = answer.files.filter(({ file }) => file !== null).length;
  return (
    <Question
      {...props}
      call="disputes.submit"
      title={isAppeal(status) ? 'Submit the appeal?' : 'Submit the answer to the bank?'}
      confirm="Submit to the bank"
      accepted="The answer is on its way to the bank"
    >
      <p>
        The bank gets {countOf(texts, 'text', 'texts')} and {countOf(files, 'file', 'files')}. This is your
        one answer: afterwards nothing can be added or changed.
      </p>
      {answer.compelling !== null && answer.compelling.actions.length > 0 && (
        <p>The Compelling Evidence is not complete, so Visa’s rule does not help you.</p>
      )}
    </Question>
  );
}

export function AcceptDialog(props: QuestionProps) {
  const { amount, currency, fee } = props.dispute;
  return (
    <Question
      {...props}
      call="disputes.accept"
      title="Accept this dispute?"
      confirm="Accept dispute"
      accepted="The dispute is being accepted"
      isDangerous
    >
      <p>
        The customer keeps <Money amount={amount} currency={currency} />
        {fee !== null && fee.amount > 0 && (
          <>
            , and Stripe keeps its fee of <Money {...fee} />
          </>
        )}
        . The dispute is lost for good; what you have written is not sent.
      </p>
    </Question>
  );
}

interface WholeQuestionProps extends QuestionProps {
  readonly call: 'disputes.submit' | 'disputes.accept';
  readonly title: string;
  readonly confirm: string;
  readonly accepted: string;
  readonly isDangerous?: boolean;
  readonly children: ReactNode;
}

function Question(props: WholeQuestionProps) {
  const { dispute, onClose, call, title, confirm, accepted, isDangerous = false, children } = props;
  const command = useCommand(call, { failure: 'quiet' });
  const run = async (): Promise<void> => {
    const result = await command.run({ id: dispute.id });
    if (!result.ok) return;
    showToast({ tone: 'good', title: accepted });
    onClose();
  };
  return (
    <ConfirmDialog
      title={title}
      isOpen
      confirmLabel={confirm}
      variant={isDangerous ? 'danger' : 'primary'}
      isPending={command.isPending}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
      {children}
    </ConfirmDialog>
  );
}

function countOf(count: number, one: string, many: string): string {
  return count === 0 ? `no ${many}` : count === 1 ? `one ${one}` : `${count} ${many}`;
}
