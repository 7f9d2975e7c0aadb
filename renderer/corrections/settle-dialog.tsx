// Takes refunds and credit notes off the standing list: a person says that they need nothing more, and why.
import { useState } from 'react';
import { useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';

export interface SettleDialogProps {
  /** Stripe's. */
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

export function SettleDialog({ ids, onClose, onSettled }: SettleDialogProps) {
  const [note, setNote] = useState('');
  const command = useCommand('corrections.settle', { failure: 'quiet' });
  const settle = async (): Promise<void> => {
    const result = await command.run({ ids: [...ids], note });
    if (!result.ok) return;
    showToast({ tone: 'neutral', title: 'Taken off the list' });
    onSettled();
  };
  const count = ids.length === 1 ? 'This one' : `These ${ids.length}`;
  return (
    <Dialog
      title={ids.length === 1 ? 'Needs nothing more?' : `${ids.length} need nothing more?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={command.isPending} onPress={() => void settle()}>
            Take off the list
          </Button>
        </>
      }
    >
      <div className="stack">
        {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
        <p>
          {count} will not be listed here any more. Nothing changes at Stripe and nothing in your invoices:
          say so when it was put right in another way.
        </p>
        <TextArea
          label="How it was put right"
          optional
          description="For you; kept on this computer"
          rows={2}
          maxLength={450}
          value={note}
          onChange={setNote}
        />
      </div>
    </Dialog>
  );
}
