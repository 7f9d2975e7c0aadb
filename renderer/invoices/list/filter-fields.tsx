// Status, customer, dates, currency and amounts.
import { useState } from 'react';
import { useCall } from '../../data.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { CurrencyField } from '../../ui/region-fields.tsx';
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
      <div className="form-pair">
        <DateField
          label="From"
          value={filter.from ?? null}
          onChange={(day) => onChange(withFields(filter, { from: day ?? undefined }))}
        />
        <DateField
          label="To"
          value={filter.to ?? null}
          onChange={(day) => onChange(withFields(filter, { to: day ?? undefined }))}
        />
      </div>
      <CurrencyField
        label="Currency"
        noneLabel="Any"
        value={filter.currency ?? null}
        onChange={(currency) =>
          onChange(
            withFields(filter, {
              currency: currency ?? undefined,
              minAmount: undefined,
              maxAmount: undefined,
            }),
          )
        }
      />
      <AmountFields filter={filter} onChange={onChange} defaultCurrency={defaultCurrency} />
    </>
  );
}

type AmountFieldsProps = Pick<FilterFieldsProps, 'filter' | 'onChange' | 'defaultCurrency'>;

/** Amounts of different currencies cannot be compared, so a bound brings its currency along. */
function AmountFields({ filter, onChange, defaultCurrency }: AmountFieldsProps) {
  const currency = filter.currency ?? defaultCurrency;
  const bound = (name: 'minAmount' | 'maxAmount') => (amount: number | null) =>
    onChange(withFields(filter, amount === null ? { [name]: undefined } : { [name]: amount, currency }));
  return (
    <div className="form-pair">
      <MoneyField
        label="Total from"
        currency={currency}
        value={filter.minAmount ?? null}
        onChange={bound('minAmount')}
      />
      <MoneyField
        label="Total to"
        currency={currency}
        value={filter.maxAmount ?? null}
        onChange={bound('maxAmount')}
      />
    </div>
  );
}

interface CustomerFilterProps {
  readonly id: string | null;
  readonly name: string;
  readonly onChange: (id: string | null) => void;
}

function CustomerFilter({ id, name, onChange }: CustomerFilterProps) {
  const [text, setText] = useState(name);
  const wanted = text === name ? '' : text.trim();
  const rows = useCall('customers.find', { text: wanted }, { keepPrevious: true }).data?.rows ?? [];
  const chosen = id !== null && !rows.some((row) => row.id === id) ? [{ id, label: name }] : [];
  return (
    <ComboBox<string>
      label="Customer"
      placeholder="Any"
      options={[...chosen, ...rows.map((row) => ({ id: row.id, label: row.name }))]}
      value={id}
      inputValue={text}
      onInputChange={setText}
      onChange={(next) => {
        if (next !== null || text === '') onChange(next);
      }}
      emptyText="No such customer"
    />
  );
}
