// Asks before reminders go out: how many, who is left out and why, and what the customer receives.
import { useState } from 'react';
import type { Reminder } from '../../shared/contract/reminders.ts';
import { useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { useAppState } from '../shell/app-state.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { showToast } from '../ui/toast.tsx';

export interface SendDialogProps {
  readonly chosen: readonly Reminder[];
  readonly onClose: () => void;
  readonly onSent: () => void;
}

const many = (count: number): string => (count === 1 ? '1 reminder' : `${count.toLocaleString()} reminders`);

export function SendDialog({ chosen, onClose, onSent }: SendDialogProps) {
  const { run, isPending, error } = useCommand('reminders.send', { failure: 'quiet' });
  const isReal = useAppState().books?.mode === 'live';
  // What is asked stays what was asked, while the list behind renews itself.
  const [asked] = useState(chosen);
  const sendable = asked.filter(({ email }) => email !== '');
  const without = asked.filter(({ email }) => email === '');
  const send = async (): Promise<void> => {
    const result = await run({ reminders: sendable.map(({ invoiceId, step }) => ({ invoiceId, step })) });
    if (!result.ok) return;
    const { accepted, skipped } = result.value;
    showToast({
      tone: 'good',
      title: `${many(accepted)} accepted`,
      detail:
        skipped.length === 0
          ? 'They go out now; Activity shows each.'
          : `${skipped.length} left out: ${[...new Set(skipped.map(({ reason }) => reason))].join('; ').toLowerCase()}.`,
    });
    onSent();
  };
  const actions = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button
        variant="primary"
        isPending={isPending}
        isDisabled={sendable.length === 0}
        onPress={() => void send()}
        autoFocus
      >
        Send {many(sendable.length)}
      </Button>
    </>
  );
  return (
    <Dialog title="Send reminders?" isOpen onClose={onClose} actions={actions}>
      <div className="stack">
        {error && <Banner tone="bad">{describeError(error)}</Banner>}
        <p>
          {sendable.length === 0
            ? 'Nobody here can be reminded by e-mail.'
            : `${many(sendable.length)} will be sent. Stripe e-mails each invoice to its customer once more, with its payment link.`}
        </p>
        {without.length > 0 && (
          <p className="muted">
            {without.length.toLocaleString()} left out, no e-mail address:{' '}
            {without
              .slice(0, 5)
              .map(({ customerName }) => customerName)
              .join(', ')}
            {without.length > 5 && ' and others'}.
          </p>
        )}
        {!isReal && <p className="muted small">These are not live books: Stripe sends no e-mail.</p>}
      </div>
    </Dialog>
  );
}
