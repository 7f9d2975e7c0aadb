// The dialogs behind the actions of the invoice page.
import { CreditDialog } from '../../corrections/dialog/credit-dialog.tsx';
import { useCommand } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { go, paths } from '../../paths.ts';
import { ChargeDialog } from '../../payments/charge/charge-dialog.tsx';
import { Banner } from '../../ui/banner.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { Invoice } from './invoice.ts';
import { InvoiceName } from './invoice-name.tsx';
import { MarkPaidDialog } from './mark-paid-dialog.tsx';
import { type AskedAction, QUESTIONS } from './questions.ts';
import { RefundDialog } from './refund-dialog.tsx';
import type { OpenDialog } from './use-invoice-actions.ts';

export interface ActionDialogsProps {
  readonly invoice: Invoice;
  readonly dialog: OpenDialog;
  readonly onClose: () => void;
}

export function ActionDialogs({ invoice, dialog, onClose }: ActionDialogsProps) {
  if (dialog === null) return null;
  if (dialog === 'refund') return <InvoiceRefund invoice={invoice} onClose={onClose} />;
  if (dialog === 'credit') return <CreditDialog invoiceId={invoice.id} intent="credit" onClose={onClose} />;
  if (dialog === 'mark-paid') return <MarkPaidDialog invoice={invoice} onClose={onClose} />;
  if (dialog === 'charge')
    return <ChargeDialog invoiceId={invoice.id} customerId={invoice.customerId} onClose={onClose} />;
  if (dialog === 'delete') return <DeleteDialog invoice={invoice} onClose={onClose} />;
  return <QuestionDialog invoice={invoice} action={dialog} onClose={onClose} />;
}

/** Money goes back with its credit note; where the invoice cannot be credited by it, it goes back alone. */
function InvoiceRefund({ invoice, onClose }: Omit<ActionDialogsProps, 'dialog'>) {
  return invoice.refundWritesNote ? (
    <CreditDialog invoiceId={invoice.id} intent="refund" onClose={onClose} />
  ) : (
    <RefundDialog invoice={invoice} onClose={onClose} />
  );
}

interface QuestionDialogProps extends Omit<ActionDialogsProps, 'dialog'> {
  readonly action: AskedAction;
}

const CALLS = {
  'send-again': 'invoices.sendAgain',
  void: 'invoices.void',
  'mark-uncollectible': 'invoices.markUncollectible',
} as const;

function QuestionDialog({ invoice, action, onClose }: QuestionDialogProps) {
  const command = useCommand(CALLS[action], { failure: 'quiet' });
  const question = QUESTIONS[action];
  const confirm = async (): Promise<void> => {
    const result = await command.run({ id: invoice.id });
    if (!result.ok) return;
    showToast({ tone: 'good', title: question.accepted });
    onClose();
  };
  return (
    <ConfirmDialog
      title={question.title}
      isOpen
      confirmLabel={question.confirm}
      variant={question.variant}
      isPending={command.isPending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <div className="stack">
        {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
        <InvoiceName invoice={invoice} />
        <p>
          {question.text}
          {action === 'send-again' && invoice.customer !== null && invoice.customer.email !== '' && (
            <strong> It goes to {invoice.customer.email}.</strong>
          )}
        </p>
      </div>
    </ConfirmDialog>
  );
}

function DeleteDialog({ invoice, onClose }: Omit<ActionDialogsProps, 'dialog'>) {
  const command = useCommand('drafts.delete');
  const confirm = async (): Promise<void> => {
    const result = await command.run({ id: invoice.id });
    if (!result.ok) return;
    showToast({ tone: 'neutral', title: 'Draft deleted' });
    go(paths.invoices, { replace: true });
  };
  return (
    <ConfirmDialog
      title="Delete this draft?"
      isOpen
      confirmLabel="Delete draft"
      variant="danger"
      isPending={command.isPending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      No number has been used. It cannot be brought back.
    </ConfirmDialog>
  );
}
