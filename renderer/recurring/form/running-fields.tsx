// What is asked only of a recurring invoice that runs: what becomes of time already paid, and another end.
import type { End, Proration } from '../../../shared/contract/recurring.ts';
import { formatDay } from '../../../shared/domain/dates.ts';
import { useReading } from '../../ui/format.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { type Option, Select } from '../../ui/select.tsx';
import { EndFields } from './end-fields.tsx';

const PRORATIONS: readonly Option<Proration>[] = [
  {
    id: 'next-invoice',
    label: 'Settle the difference with the next invoice',
    detail: 'The part of the period that is left is charged or credited there',
  },
  {
    id: 'at-once',
    label: 'Settle the difference at once',
    detail: 'Stripe makes an invoice of its own for it now',
  },
  { id: 'none', label: 'No settlement', detail: 'The change counts from the next period on' },
];

/** Another rhythm bills a new period at once, whatever becomes of the one that runs. */
const ANEW: readonly Option<Proration>[] = [
  {
    id: 'next-invoice',
    label: 'Credit what is left of it',
    detail: 'On the invoice of the new period, which Stripe makes at once',
  },
  {
    id: 'none',
    label: 'No credit',
    detail: 'The new period is billed at once and in full, though the old one has been paid to its end',
  },
];

export interface ProrationFieldProps {
  /** A new period begins with the change. */
  readonly beginsAnew: boolean;
  readonly value: Proration;
  readonly onChange: (value: Proration) => void;
}

export function ProrationField({ beginsAnew, value, onChange }: ProrationFieldProps) {
  return (
    <Select<Proration>
      label="The period that runs"
      options={beginsAnew ? ANEW : PRORATIONS}
      value={beginsAnew && value === 'at-once' ? 'next-invoice' : value}
      onChange={onChange}
    />
  );
}

export interface NewEndFieldProps {
  readonly end: End | null;
  readonly endDay: string | null;
  readonly error: string | undefined;
  readonly onChange: (end: End | null) => void;
}

export function NewEndField({ end, endDay, error, onChange }: NewEndFieldProps) {
  const { locale } = useReading();
  const now = endDay === null ? 'without an end' : `on ${formatDay(endDay, locale)}`;
  return (
    <>
      <Segmented<'stays' | 'other'>
        label="Its end"
        value={end === null ? 'stays' : 'other'}
        onChange={(choice) => onChange(choice === 'stays' ? null : { kind: 'never' })}
        segments={[
          { id: 'stays', label: `As it is: ${now}` },
          { id: 'other', label: 'Another' },
        ]}
      />
      {end !== null && (
        <EndFields end={end} afterLabel="After more invoices" error={error} onChange={onChange} />
      )}
    </>
  );
}
