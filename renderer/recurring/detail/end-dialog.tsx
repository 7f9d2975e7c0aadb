// Ends a recurring invoice: with the period that runs, or at once.
import { useState } from 'react';
import { formatDay } from '../../../shared/domain/dates.ts';
import { useCommand } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useReading } from '../../ui/format.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { RecurringInvoice } from './recurring-invoice.ts';

export interface EndDialogProps {
  readonly recurring: RecurringInvoice;
  readonly onClose: () => void;
}

type When = 'now' | 'period-end';

export function EndDialog({ recurring, onClose }: EndDialogProps) {
  const { locale } = useReading();
  const { id, standing, period, nextDay } = recurring;
  const canWait = standing !== 'incomplete' && nextDay !== null;
  const [when, setWhen] = useState<When>(canWait ? 'period-end' : 'now');
  const [credit, setCredit] = useState(false);
  const command = useCommand('recurring.cancel', { failure: 'quiet' });
  const end = async (): Promise<void> => {
    const result = await command.run({ id, when, credit: when === 'now' && credit });
    if (!result.ok) return;
    showToast({
      tone: 'good',
      title: when === 'now' ? 'It is being ended' : 'It ends with this period',
    });
    onClose();
  };
  const actions = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="danger" isPending={command.isPending} onPress={() => void end()}>
        {when === 'now' ? 'End it now' : 'End with this period'}
      </Button>
    </>
  );
  const lastDay = period === null ? '' : formatDay(period.until, locale, 'long');
  return (
    <Dialog title="End recurring invoice" isOpen onClose={onClose} actions={actions}>
      <div className="stack">
        {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
        {canWait && (
          <Segmented<When>
            label="When"
            value={when}
            onChange={setWhen}
            segments={[
              { id: 'period-end', label: 'With this period' },
              { id: 'now', label: 'Now' },
            ]}
          />
        )}
        {when === 'period-end' ? (
          <p>
            What has been billed runs until {lastDay}. Then Stripe ends it and makes no further invoice. Until
            that day you can take this back.
          </p>
        ) : (
          <>
            <p>
              It ends at once and cannot be brought back. Invoices that are open stay open, but Stripe no
              longer collects them by itself.
            </p>
            <Checkbox isSelected={credit} onChange={setCredit}>
              Credit the rest of the period to the customer’s balance
            </Checkbox>
          </>
        )}
      </div>
    </Dialog>
  );
}
