// Marks an invoice as paid outside Stripe: how it was paid, and by which reference it is found again.
import { useState } from 'react';
import {
  PAID_OUTSIDE_METHODS,
  PAID_OUTSIDE_WORDS,
  type PaidOutsideMethod,
} from '../../../shared/text/paid-outside.ts';
import { useCommand } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Money } from '../../ui/money.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { Invoice } from './invoice.ts';
import { InvoiceName } from './invoice-name.tsx';

const METHODS = PAID_OUTSIDE_METHODS.map((id) => ({ id, label: PAID_OUTSIDE_WORDS[id] }));

export interface MarkPaidDialogProps {
  readonly invoice: Invoice;
  readonly onClose: () => void;
}

export function MarkPaidDialog({ invoice, onClose }: MarkPaidDialogProps) {
  const [method, setMethod] = useState<PaidOutsideMethod>('bank_transfer');
  const [reference, setReference] = useState('');
  const command = useCommand('invoices.markPaid', { failure: 'quiet' });
  const confirm = async (): Promise<void> => {
    const result = await command.run({ id: invoice.id, method, reference });
    if (!result.ok) return;
    showToast({ tone: 'good', title: 'The invoice is being marked as paid' });
    onClose();
  };
  const actions = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" isPending={command.isPending} onPress={() => void confirm()}>
        Mark as paid
      </Button>
    </>
  );
  return (
    <Dialog title="Was this invoice paid outside Stripe?" isOpen onClose={onClose} actions={actions}>
      <div className="stack">
        {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
        <InvoiceName invoice={invoice} />
        <p>
          It is marked paid for its whole balance of{' '}
          <Money amount={invoice.balanceDue} currency={invoice.currency} />. No money moves at Stripe, and it
          cannot be refunded through Stripe. This cannot be undone.
        </p>
        <Select<PaidOutsideMethod>
          label="How it was paid"
          options={METHODS}
          value={method}
          onChange={setMethod}
        />
        <TextField
          label="Reference"
          optional
          description="Such as the line of the bank statement; kept with the invoice at Stripe"
          value={reference}
          onChange={setReference}
          maxLength={200}
          autoFocus
          onInputKeyDown={(event) => {
            if (event.key === 'Enter') void confirm();
          }}
        />
      </div>
    </Dialog>
  );
}
