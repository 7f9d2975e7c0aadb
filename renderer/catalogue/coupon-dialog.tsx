// A new coupon: what it gives, on how many invoices, and until when or how often it can be given.
import { useState } from 'react';
import type { CouponFields } from '../../shared/contract/catalogue.ts';
import type { CallError } from '../../shared/contract/errors.ts';
import { useCommand } from '../data.ts';
import { issueAt } from '../error-text.ts';
import { FormDialog } from '../form-dialog.tsx';
import { stillWrong } from '../still-wrong.ts';
import { useAppState } from '../shell/app-state.ts';
import { DateField } from '../ui/date-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toast.tsx';
import { CouponOff, type OffEntry, readOff } from './coupon-off.tsx';
import '../ui/forms.css';

const DURATIONS = [
  { id: 'once', label: 'One invoice' },
  { id: 'repeating', label: 'Invoices of some months' },
  { id: 'forever', label: 'Every invoice' },
] as const;

interface Entry extends OffEntry {
  readonly name: string;
  readonly duration: CouponFields['duration'];
  readonly months: string;
  readonly redeemBy: string | null;
  readonly times: string;
}

/** What can be read of it. */
function readParts(entry: Entry) {
  const { duration, redeemBy } = entry;
  return {
    name: entry.name.trim(),
    off: readOff(entry),
    duration,
    months: duration === 'repeating' ? readCount(entry.months) : null,
    redeemBy,
    maxRedemptions: readCount(entry.times),
  };
}

/** Null while something is missing or is no number. */
function readEntry(entry: Entry): CouponFields | null {
  const { off, ...parts } = readParts(entry);
  if (off === null || parts.name === '') return null;
  if (parts.duration === 'repeating' && parts.months === null) return null;
  if (entry.times.trim() !== '' && parts.maxRedemptions === null) return null;
  return { ...parts, off };
}

function readCount(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text.trim()) ? Number(text) : null;
}

export function CouponDialog({ onClose }: { readonly onClose: () => void }) {
  const { books } = useAppState();
  const [entry, setEntry] = useState<Entry>({
    name: '',
    kind: 'percent',
    percent: '',
    amount: null,
    currency: books?.defaultCurrency ?? 'eur',
    duration: 'once',
    months: '3',
    redeemBy: null,
    times: '',
  });
  const create = useCommand('coupons.create', { failure: 'quiet' });
  const fields = readEntry(entry);
  const error = stillWrong(create, { fields: readParts(entry) });
  const change = (part: Partial<Entry>): void => setEntry({ ...entry, ...part });
  const save = async (): Promise<void> => {
    if (fields === null) return;
    const made = await create.run({ fields });
    if (!made.ok) return;
    showToast({ tone: 'good', title: `${fields.name} added` });
    onClose();
  };
  return (
    <FormDialog
      title="New coupon"
      submitLabel="Add coupon"
      isComplete={fields !== null}
      isPending={create.isPending}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label="Name"
        description="As it stands on the invoice"
        autoFocus
        maxLength={40}
        value={entry.name}
        onChange={(name) => change({ name })}
        error={issueAt(error, 'fields.name')}
      />
      <CouponOff entry={entry} onChange={change} error={error} />
      <CouponLimits entry={entry} onChange={change} error={error} />
    </FormDialog>
  );
}

interface CouponLimitsProps {
  readonly entry: Entry;
  readonly onChange: (part: Partial<Entry>) => void;
  readonly error: CallError | null;
}

function CouponLimits({ entry, onChange, error }: CouponLimitsProps) {
  const countProblem = (text: string): string | undefined =>
    text.trim() === '' || readCount(text) !== null ? undefined : 'A whole number above zero';
  return (
    <>
      <div className="form-pair">
        <Select
          label="Counts on"
          options={DURATIONS}
          value={entry.duration}
          onChange={(duration) => onChange({ duration })}
        />
        {entry.duration === 'repeating' && (
          <TextField
            label="Months"
            inputMode="numeric"
            align="end"
            value={entry.months}
            onChange={(months) => onChange({ months })}
            error={countProblem(entry.months) ?? issueAt(error, 'fields.months')}
          />
        )}
      </div>
      <div className="form-pair">
        <DateField
          label="Can be given until"
          optional
          value={entry.redeemBy}
          onChange={(redeemBy) => onChange({ redeemBy })}
          error={issueAt(error, 'fields.redeemBy')}
        />
        <TextField
          label="How often at most"
          optional
          inputMode="numeric"
          align="end"
          value={entry.times}
          onChange={(times) => onChange({ times })}
          error={countProblem(entry.times) ?? issueAt(error, 'fields.maxRedemptions')}
        />
      </div>
    </>
  );
}
