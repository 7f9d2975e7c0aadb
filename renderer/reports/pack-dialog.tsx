// The accountant pack of a period: asked for here, made in main, its progress told meanwhile.
import { useState } from 'react';
import { lastDayOf, monthBefore, monthOf } from '../../shared/domain/months.ts';
import { useCall, useCommand } from '../data.ts';
import { describeError, issueAt } from '../error-text.ts';
import { useFinishSave } from '../invoices/export-files.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
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
  const issue = issueAt(error, 'to');
  return (
    <Dialog
      title="Accountant pack"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isPending={isPending}
            isDisabled={from === null || to === null}
            onPress={() => void make()}
          >
            Make pack
          </Button>
        </>
      }
    >
      <div className="stack">
        {error && issue === undefined && <Banner tone="bad">{describeError(error)}</Banner>}
        <div className="form-pair">
          <DateField label="From" value={from} onChange={setFrom} />
          <DateField
            label="To"
            value={to}
            onChange={setTo}
            {...(issue === undefined ? {} : { error: issue })}
          />
        </div>
        <p className="muted" aria-live="polite">
          {data?.files
            ? `${data.files.done} of ${data.files.all} files are done.`
            : 'One ZIP with the invoices and credit notes as PDF, their register, the journal, every report, the payouts, and the hash of each file.'}
        </p>
      </div>
    </Dialog>
  );
}
