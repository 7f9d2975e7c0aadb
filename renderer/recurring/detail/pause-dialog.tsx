// Pauses collecting: what becomes of the invoices meanwhile, and until when.
import { useState } from 'react';
import type { PauseBehavior } from '../../../shared/contract/recurring.ts';
import { addDays, dayOf } from '../../../shared/domain/dates.ts';
import { useCommand } from '../../data.ts';
import { issueAt } from '../../error-text.ts';
import { FormDialog } from '../../form-dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { nowInSeconds, useReading } from '../../ui/format.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';

const BEHAVIORS: readonly { readonly id: PauseBehavior; readonly label: string; readonly detail: string }[] =
  [
    {
      id: 'keep_as_draft',
      label: 'Stay drafts',
      detail: 'You can send them later, when it has been resumed',
    },
    { id: 'void', label: 'Are voided', detail: 'The customer owes nothing for the time of the pause' },
    {
      id: 'mark_uncollectible',
      label: 'Are written off',
      detail: 'The service goes on, and the loss stands in your books',
    },
  ];

export function PauseDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const reading = useReading();
  const today = dayOf(nowInSeconds(reading), reading.timeZone);
  const [behavior, setBehavior] = useState<PauseBehavior>('keep_as_draft');
  const [until, setUntil] = useState<'open' | 'day'>('open');
  const [day, setDay] = useState<string | null>(addDays(today, 30));
  const command = useCommand('recurring.pause', { failure: 'quiet' });
  const pause = async (): Promise<void> => {
    const result = await command.run({ id, behavior, until: until === 'day' ? day : null });
    if (!result.ok) return;
    showToast({ tone: 'good', title: 'It is being paused' });
    onClose();
  };
  const dayError = issueAt(command.error, 'until');
  return (
    <FormDialog
      title="Pause recurring invoice"
      submitLabel="Pause"
      isComplete={until === 'open' || day !== null}
      isPending={command.isPending}
      error={command.error}
      onSubmit={pause}
      onClose={onClose}
    >
      <p>Stripe goes on making the invoices, but sends and charges none until it is resumed.</p>
      <Select<PauseBehavior>
        label="Invoices of the pause"
        options={BEHAVIORS}
        value={behavior}
        onChange={setBehavior}
      />
      <Segmented<'open' | 'day'>
        label="Until"
        value={until}
        onChange={setUntil}
        segments={[
          { id: 'open', label: 'I resume it' },
          { id: 'day', label: 'A day' },
        ]}
      />
      {until === 'day' && (
        <DateField
          label="Resumes on"
          value={day}
          min={addDays(today, 1)}
          onChange={setDay}
          error={dayError}
        />
      )}
    </FormDialog>
  );
}
