// Writes a credit note, with the refund it stands for where money goes back: what, how much, where to, and then one clear question.
import { formatMoney } from '../../../shared/domain/money.ts';
import { useCall, useCommand } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { useFocusWhen } from '../../invoices/use-focus-when.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useReading } from '../../ui/format.ts';
import { SkeletonLines } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CreditFields } from './credit-fields.tsx';
import { restOf, settlementOf } from './credit-form.ts';
import { creditQuestion } from './credit-question.ts';
import { QuotePart } from './quote-part.tsx';
import { type OpenDialogProps, useCreditForm } from './use-credit-form.ts';

export interface CreditDialogProps {
  readonly invoiceId: string;
  /** A refund begins with money going back; a credit note with what is credited. Both write a credit note. */
  readonly intent: 'credit' | 'refund';
  /** The payment that the bookkeeper came from. */
  readonly paymentId?: string;
  /** A refund that was made without a credit note and gets its own now. */
  readonly refundId?: string;
  readonly onClose: () => void;
}

const TITLES = { credit: 'Credit note', refund: 'Refund' } as const;

export function CreditDialog(props: CreditDialogProps) {
  const { data: options, error } = useCall('creditNotes.options', { invoiceId: props.invoiceId });
  if (options?.refusal === null) return <OpenDialog {...props} options={options} />;
  return (
    <Dialog
      kind="sheet"
      width="wide"
      title={TITLES[props.intent]}
      isOpen
      onClose={props.onClose}
      actions={<Button onPress={props.onClose}>Close</Button>}
    >
      {error ? (
        <Banner tone="bad">{describeError(error.error)}</Banner>
      ) : options ? (
        <Banner tone="warning">{options.refusal}</Banner>
      ) : (
        <SkeletonLines count={4} />
      )}
    </Dialog>
  );
}

function OpenDialog(props: OpenDialogProps) {
  const { intent, options, onClose } = props;
  const { locale } = useReading();
  const state = useCreditForm(props);
  const { form, quoting } = state;
  const { quote } = quoting;
  const { command, create } = useCreate(props, state);
  const confirmButton = useFocusWhen<HTMLButtonElement>(state.isAsking);
  const question = quote && state.isAsking ? creditQuestion(form, quote, options, locale) : null;
  const actions = question ? (
    <>
      <Button onPress={state.back}>Back</Button>
      <Button
        variant={question.isRefund ? 'danger' : 'primary'}
        isPending={command.isPending}
        onPress={() => void create()}
        ref={confirmButton}
      >
        {question.confirm}
      </Button>
    </>
  ) : (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" isPending={state.isWaiting} onPress={state.goOn}>
        Continue
      </Button>
    </>
  );
  return (
    <Dialog
      kind="sheet"
      width="wide"
      title={question?.title ?? TITLES[intent]}
      isOpen
      onClose={onClose}
      actions={actions}
    >
      {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
      {question ? (
        <div className="credit">
          <ul className="credit__sentences">
            {question.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <QuotePart state={quoting} />
        </div>
      ) : (
        <CreditFields
          {...state}
          onChange={state.change}
          options={options}
          mostWords={
            intent === 'refund' ? 'Up to {amount} can be refunded' : 'Up to {amount} can be credited'
          }
          rest={quote === null ? null : restOf(quote)}
          isSettledBefore={state.refundIds.length > 0}
          onEnter={state.goOn}
        />
      )}
    </Dialog>
  );
}

function useCreate(
  { invoiceId, intent, onClose }: OpenDialogProps,
  { form, what, refundIds, quoting: { quote } }: ReturnType<typeof useCreditForm>,
) {
  const { locale } = useReading();
  const command = useCommand('creditNotes.create', { failure: 'quiet' });
  const create = async (): Promise<void> => {
    if (quote === null || what === null) return;
    const result = await command.run({
      invoiceId,
      what,
      refundIds,
      total: { amount: quote.total, currency: quote.currency },
      ...settlementOf(form, quote),
      reason: form.reason === 'none' ? null : form.reason,
      memo: form.memo,
      email: form.email,
    });
    if (!result.ok) return;
    showToast({
      tone: 'good',
      title: `${TITLES[intent]} of ${formatMoney(quote.total, quote.currency, locale)} accepted`,
      detail: 'It goes to Stripe now; the page of the invoice shows when it is done.',
    });
    onClose();
  };
  return { command, create };
}
