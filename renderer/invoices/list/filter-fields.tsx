// Status, customer, dates, currency and amounts.
import { CustomerFilter } from '../../customers/customer-filter.tsx';
import { RangeFields } from '../../ui/range-fields.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { BADGES } from '../status-badge.tsx';
import { type ListFilter, withFields } from './filter.ts';

export interface FilterFieldsProps {
  readonly filter: ListFilter;
  readonly onChange: (filter: ListFilter) => void;
  readonly customerName: string | null;
  readonly defaultCurrency: string;
}

export function FilterFields({ filter, onChange, customerName, defaultCurrency }: FilterFieldsProps) {
  return (
    <>
      <Select<string>
        label="Status"
        options={[{ id: 'any', label: 'Any' }, ...BADGES]}
        value={filter.badge ?? 'any'}
        onChange={(id) =>
          onChange(withFields(filter, { badge: BADGES.find((badge) => badge.id === id)?.id }))
        }
      />
      <CustomerFilter
        id={filter.customerId ?? null}
        name={customerName ?? ''}
        onChange={(customerId) => onChange(withFields(filter, { customerId: customerId ?? undefined }))}
      />
      <Segmented
        label="Date"
        segments={[
          { id: 'issue', label: 'Issued' },
          { id: 'due', label: 'Due' },
          { id: 'paid', label: 'Paid' },
        ]}
        value={filter.dateField ?? 'issue'}
        onChange={(dateField) => onChange(withFields(filter, { dateField }))}
      />
      <RangeFields
        amountName="Total"
        range={filter}
        onChange={(range) => onChange(withFields(filter, range))}
        defaultCurrency={defaultCurrency}
      />
    </>
  );
}
