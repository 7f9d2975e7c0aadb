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

export interface ProrationFieldProps {
  readonly value: Proration;
  readonly onChange: (value: Proration) => void;
}

export function ProrationField({ value, onChange }: ProrationFieldProps) {
  return (
    <Select<Proration> label="The period that runs" options={PRORATIONS} value={value} onChange={onChange} />
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
