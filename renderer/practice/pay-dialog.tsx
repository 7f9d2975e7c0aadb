// Acts as the customer of an invoice in the sample books: which way to pay, and what comes of it.
import { useState } from 'react';
import type { PracticeOutcome } from '../../shared/contract/practice.ts';
import { useCall, useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toast.tsx';
import { OUTCOME_WORDS } from './outcomes.ts';

export interface PayDialogProps {
  readonly invoiceId: string;
  readonly customerName: string;
  readonly onClose: () => void;
}

export function PayDialog({ invoiceId, customerName, onClose }: PayDialogProps) {
  const outcomes = useCall('practice.outcomes', { invoiceId }).data?.outcomes ?? [];
  const [chosen, setChosen] = useState<PracticeOutcome | null>(null);
  const outcome = chosen ?? outcomes[0] ?? null;
  const { run, isPending, error } = useCommand('practice.pay', { failure: 'quiet' });
  const pay = async (): Promise<void> => {
    if (outcome === null) return;
    const result = await run({ invoiceId, outcome });
    if (!result.ok) return;
    showToast({ tone: 'neutral', title: 'The customer has acted', detail: OUTCOME_WORDS[outcome].detail });
    onClose();
  };
  const actions = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button
        variant="primary"
        isPending={isPending}
        isDisabled={outcome === null}
        onPress={() => void pay()}
      >
        Pay
      </Button>
    </>
  );
  return (
    <Dialog title="Pay as the customer" isOpen onClose={onClose} actions={actions}>
      <div className="stack">
        {error && <Banner tone="bad">{describeError(error)}</Banner>}
        <p>
          Does what {customerName} would do on Stripe’s payment page. No money moves: these are sample books.
          What comes of it arrives here as it would from a real customer.
        </p>
        <Select<PracticeOutcome>
          label="What happens"
          options={outcomes.map((id) => ({ id, ...OUTCOME_WORDS[id] }))}
          value={outcome}
          onChange={setChosen}
        />
      </div>
    </Dialog>
  );
}
