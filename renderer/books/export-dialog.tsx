// The journal of a period for DATEV, QuickBooks or Xero.
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { Coded } from '../../shared/domain/books/account-settings.ts';
import { monthBefore, monthOf, lastDayOf } from '../../shared/domain/months.ts';
import { useCall, useCommand } from '../data.ts';
import { describeError, issueAt } from '../error-text.ts';
import { FormDialog } from '../form-dialog.tsx';
import { useFinishSave } from '../invoices/export-files.ts';
import { Banner } from '../ui/banner.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonLines } from '../ui/states.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toast.tsx';
import '../ui/forms.css';

type Choices = CallOutput<'books.exportChoices'>;

export const PROGRAMS: Readonly<Record<Coded, { readonly name: string; readonly note: string }>> = {
  datev: {
    name: 'DATEV',
    note: 'A batch of bookings (EXTF, version 13) within one calendar year. Choose accounts without automatic tax: tax is booked by lines of its own.',
  },
  quickbooks: {
    name: 'QuickBooks',
    note: 'Journal entries for QuickBooks Online, by the names of accounts: turn account numbers off there while you import. It takes some 1,000 lines at a time.',
  },
  xero: {
    name: 'Xero',
    note: 'Manual journals, by the codes of accounts. Xero takes 300 lines at a time: a month or a week is a good portion.',
  },
};

export function ExportDialog({
  program,
  onClose,
}: {
  readonly program: Coded;
  readonly onClose: () => void;
}) {
  const { data, error } = useCall('books.exportChoices', {});
  if (data) return <ExportForm program={program} choices={data} onClose={onClose} />;
  return (
    <Dialog title={`Export for ${PROGRAMS[program].name}`} isOpen onClose={onClose}>
      {error ? <Banner tone="bad">{describeError(error.error)}</Banner> : <SkeletonLines count={4} />}
    </Dialog>
  );
}

interface FormProps {
  readonly program: Coded;
  readonly choices: Choices;
  readonly onClose: () => void;
}

function ExportForm({ program, choices, onClose }: FormProps) {
  const month = monthBefore(monthOf(choices.today));
  const [from, setFrom] = useState<string | null>(`${month}-01`);
  const [to, setTo] = useState<string | null>(lastDayOf(month));
  const [currency, setCurrency] = useState(choices.currencies[0] ?? '');
  const [consultant, setConsultant] = useState(String(choices.datev?.consultant ?? ''));
  const [client, setClient] = useState(String(choices.datev?.client ?? ''));
  const command = useCommand('books.exportTo', { failure: 'quiet' });
  const finish = useFinishSave();
  const save = async (): Promise<void> => {
    if (from === null || to === null) return;
    const datev = program === 'datev' ? { consultant: Number(consultant), client: Number(client) } : null;
    const result = await command.run({ program, from, to, currency, datev });
    if (!result.ok) return;
    const words = finish(result.value);
    if (words !== null) showToast({ tone: 'good', title: words });
    onClose();
  };
  const errorAt = (path: string) => {
    const error = issueAt(command.error, path);
    return error === undefined ? {} : { error };
  };
  return (
    <FormDialog
      title={`Export for ${PROGRAMS[program].name}`}
      submitLabel="Export"
      isComplete={from !== null && to !== null && currency !== ''}
      isPending={command.isPending}
      error={command.error}
      onSubmit={save}
      onClose={onClose}
    >
      <div className="form-pair">
        <DateField label="From" value={from} onChange={setFrom} {...errorAt('from')} />
        <DateField label="To" value={to} onChange={setTo} {...errorAt('to')} />
      </div>
      <Select
        label="Currency"
        description="One currency per file"
        options={choices.currencies.map((code) => ({ id: code, label: code.toUpperCase() }))}
        value={currency}
        onChange={setCurrency}
        {...errorAt('currency')}
      />
      {program === 'datev' && (
        <div className="form-pair">
          <TextField
            label="Consultant number"
            value={consultant}
            onChange={setConsultant}
            {...errorAt('datev.consultant')}
          />
          <TextField label="Client number" value={client} onChange={setClient} {...errorAt('datev.client')} />
        </div>
      )}
      <p className="muted">{PROGRAMS[program].note}</p>
    </FormDialog>
  );
}
