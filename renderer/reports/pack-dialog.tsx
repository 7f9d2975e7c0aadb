// The accountant pack of a period: asked for here, made in main, its progress told meanwhile.
import { useState } from 'react';
import { lastDayOf, monthBefore, monthOf } from '../../shared/domain/months.ts';
import { useCall, useCommand } from '../data.ts';
import { issueAt } from '../error-text.ts';
import { FormDialog } from '../form-dialog.tsx';
import { useFinishSave } from '../invoices/export-files.ts';
import { DateField } from '../ui/date-field.tsx';
import { showToast } from '../ui/toast.tsx';
import type { Period } from './presets.ts';
import '../ui/forms.css';

export interface PackDialogProps {
  /** Of the report in sight; where it has none, last month is proposed. */
  readonly period: Period;
  readonly today: string;
  readonly onClose: () => void;
}

export function PackDialog({ period, today, onClose }: PackDialogProps) {
  const month = monthBefore(monthOf(today));
  const [from, setFrom] = useState<string | null>(period.from ?? `${month}-01`);
  const [to, setTo] = useState<string | null>(period.to ?? lastDayOf(month));
  const { run, isPending, error } = useCommand('books.pack', { failure: 'quiet' });
  const { data } = useCall('books.packProgress', {});
  const finish = useFinishSave();
  const make = async (): Promise<void> => {
    if (from === null || to === null) return;
    const result = await run({ from, to });
    if (!result.ok) return;
    const words = finish(result.value);
    if (words !== null) showToast({ tone: 'good', title: words });
    onClose();
  };
  return (
    <FormDialog
      title="Accountant pack"
      submitLabel="Make pack"
      isComplete={from !== null && to !== null}
      isPending={isPending}
      error={error}
      onSubmit={make}
      onClose={onClose}
    >
      <div className="form-pair">
        <DateField label="From" value={from} onChange={setFrom} error={issueAt(error, 'from')} />
        <DateField label="To" value={to} onChange={setTo} error={issueAt(error, 'to')} />
      </div>
      <p className="muted" aria-live="polite">
        {data?.files
          ? `${data.files.done} of ${data.files.all} files are done.`
          : 'One ZIP with the invoices and credit notes as PDF, their register, the journal, every report, the payouts, and the hash of each file.'}
      </p>
    </FormDialog>
  );
}
