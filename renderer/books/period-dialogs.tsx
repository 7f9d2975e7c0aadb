// The two questions about months: which to close, and from which on to open again, and why.
import { useState } from 'react';
import { monthBefore } from '../../shared/domain/months.ts';
import { formatMonth } from '../../shared/domain/dates.ts';
import { useCommand } from '../data.ts';
import { describeError, issueAt } from '../error-text.ts';
import { Banner } from '../ui/banner.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { useReading } from '../ui/format.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';
import type { Periods } from './periods-panel.tsx';

interface QuestionProps {
  readonly periods: Periods;
  readonly onClose: () => void;
}

export function CloseDialog({ periods, onClose }: QuestionProps) {
  const { locale } = useReading();
  const [month, setMonth] = useState(periods.closable[0] ?? '');
  const command = useCommand('books.closeMonth', { failure: 'quiet' });
  const close = async (): Promise<void> => {
    const result = await command.run({ month });
    if (!result.ok) return;
    showToast({ tone: 'good', title: `${formatMonth(month, locale)} is closed` });
    onClose();
  };
  return (
    <ConfirmDialog
      title="Close a month"
      isOpen
      confirmLabel={`Close ${formatMonth(month, locale)}`}
      isPending={command.isPending}
      onConfirm={() => void close()}
      onClose={onClose}
    >
      <div className="stack">
        {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
        <Select label="Month" options={options(periods.closable, locale)} value={month} onChange={setMonth} />
        <p className="muted">
          It is closed with all months before it. From then on nothing is posted to them, whatever Stripe
          tells; invoices, payments and refunds go on as before.
        </p>
      </div>
    </ConfirmDialog>
  );
}

export function ReopenDialog({ periods: { closedThrough, first }, onClose }: QuestionProps) {
  const { locale } = useReading();
  const [month, setMonth] = useState(closedThrough ?? '');
  const [reason, setReason] = useState('');
  const command = useCommand('books.reopenMonth', { failure: 'quiet' });
  const reopen = async (): Promise<void> => {
    const result = await command.run({ month, reason });
    if (!result.ok) return;
    showToast({ tone: 'good', title: `Open again from ${formatMonth(month, locale)} on` });
    onClose();
  };
  const atReason = issueAt(command.error, 'reason');
  return (
    <ConfirmDialog
      title="Open months again"
      isOpen
      confirmLabel="Open again"
      variant="danger"
      isPending={command.isPending}
      onConfirm={() => void reopen()}
      onClose={onClose}
    >
      <div className="stack">
        {command.error && atReason === undefined && (
          <Banner tone="bad">{describeError(command.error)}</Banner>
        )}
        <Select
          label="From which month on"
          options={options(monthsBack(closedThrough ?? '', first ?? ''), locale)}
          value={month}
          onChange={setMonth}
        />
        <TextArea
          label="Why"
          value={reason}
          onChange={setReason}
          description="Kept with the date, for whoever audits the books"
          maxLength={500}
          {...(atReason === undefined ? {} : { error: atReason })}
        />
        <p className="muted">
          What was posted later because these months were closed stays where it is. Reports that were made of
          these months may no longer be what the books say.
        </p>
      </div>
    </ConfirmDialog>
  );
}

function monthsBack(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = from; month >= to; month = monthBefore(month)) months.push(month);
  return months;
}

function options(months: readonly string[], locale: string) {
  return months.map((month) => ({ id: month, label: formatMonth(month, locale) }));
}
