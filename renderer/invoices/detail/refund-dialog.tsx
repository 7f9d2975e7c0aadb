// Pays back a part or all of a payment: first how much and why, then one clear question.
import { useState } from 'react';
import { formatMoney } from '../../../shared/domain/money.ts';
import { useCommand } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useReading } from '../../ui/format.ts';
import { showToast } from '../../ui/toast.tsx';
import { useFocusWhen } from '../use-focus-when.ts';
import { refundProblem } from './refund-amount.ts';
import { RefundFields, type RefundForm, type RefundSubject } from './refund-fields.tsx';

export interface RefundDialogProps {
  /** What the money goes back from: an invoice, or a payment that no invoice asked for. */
  readonly invoice: RefundSubject;
  readonly onClose: () => void;
}

export function RefundDialog({ invoice, onClose }: RefundDialogProps) {
  const { locale } = useReading();
  const { currency, refundable } = invoice;
  const [form, setForm] = useState<RefundForm>({
    paymentId: refundable[0]?.paymentId ?? '',
    amount: null,
    reason: 'requested_by_customer',
    note: '',
  });
  const [isAsking, setAsking] = useState(false);
  const confirmButton = useFocusWhen<HTMLButtonElement>(isAsking);
  const [isChecked, setChecked] = useState(false);
  const command = useCommand('refunds.create', { failure: 'quiet' });
  const payment = refundable.find(({ paymentId }) => paymentId === form.paymentId);
  const left = payment?.amount ?? 0;
  const problem = refundProblem(form.amount, left, currency, locale);
  const sum = formatMoney(form.amount ?? 0, currency, locale);
  const goOn = (): void => {
    setChecked(true);
    if (problem === null) setAsking(true);
  };
  const refund = async (): Promise<void> => {
    const { paymentId, amount, reason, note } = form;
    if (amount === null) return;
    const result = await command.run({ paymentId, amount: { amount, currency }, reason, note });
    if (!result.ok) return;
    showToast({
      tone: 'good',
      title: `Refund of ${sum} accepted`,
      detail: 'It goes to Stripe now; this page shows when it has arrived.',
    });
    onClose();
  };
  const actions = isAsking ? (
    <>
      <Button onPress={() => setAsking(false)}>Back</Button>
      <Button
        variant="danger"
        isPending={command.isPending}
        onPress={() => void refund()}
        ref={confirmButton}
      >
        Refund {sum}
      </Button>
    </>
  ) : (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" onPress={goOn}>
        Continue
      </Button>
    </>
  );
  return (
    <Dialog title={isAsking ? `Refund ${sum}?` : 'Refund'} isOpen onClose={onClose} actions={actions}>
      {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
      {isAsking ? (
        <p>
          {sum} goes back to {invoice.customerName}
          {payment ? ` (${payment.label})` : ''}. {formatMoney(left - (form.amount ?? 0), currency, locale)}{' '}
          of the payment stays. Stripe keeps the fee of the payment. A refund cannot be taken back. No credit
          note is written with it.
        </p>
      ) : (
        <RefundFields
          form={form}
          onChange={setForm}
          invoice={invoice}
          left={left}
          problem={isChecked || (form.amount ?? 0) > left ? (problem ?? undefined) : undefined}
          onEnter={goOn}
        />
      )}
    </Dialog>
  );
}
