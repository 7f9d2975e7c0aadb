// Search and filters of the list of payments.
import { useState } from 'react';
import { CustomerFilter, useCustomerName } from '../customers/customer-filter.tsx';
import { useAppState } from '../shell/app-state.ts';
import { useCommands } from '../ui/commands.tsx';
import { FilterButton } from '../ui/filter-button.tsx';
import { FilterChips } from '../ui/filter-chips.tsx';
import { useReading } from '../ui/format.ts';
import { Toolbar } from '../ui/page.tsx';
import { PausedSearch } from '../ui/paused-search.tsx';
import { RangeFields } from '../ui/range-fields.tsx';
import { paymentChips, type PaymentFilter, withFields } from './payment-filter.ts';

export interface PaymentToolbarProps {
  readonly filter: PaymentFilter;
  readonly onFilter: (filter: PaymentFilter) => void;
}

export function PaymentToolbar({ filter, onFilter }: PaymentToolbarProps) {
  const { locale } = useReading();
  const { books } = useAppState();
  const [isOpen, setOpen] = useState(false);
  const customerName = useCustomerName(filter.customerId);
  const { standing, search } = filter;
  useCommands([
    { id: 'filter', title: 'Filter', group: 'This screen', shortcuts: ['f'], run: () => setOpen(true) },
  ]);
  return (
    <Toolbar label="Search and filters">
      <PausedSearch
        label="Search payments"
        placeholder="Customer, invoice, card, amount"
        value={search ?? ''}
        onChange={(text) => onFilter(withFields(filter, { search: text }))}
        leavesF
      />
      <FilterButton
        isOpen={isOpen}
        onOpenChange={setOpen}
        onClear={() => onFilter(withFields({}, { standing, search }))}
      >
        <CustomerFilter
          id={filter.customerId ?? null}
          name={customerName ?? ''}
          onChange={(customerId) => onFilter(withFields(filter, { customerId: customerId ?? undefined }))}
        />
        <RangeFields
          amountName="Amount"
          range={filter}
          onChange={(range) => onFilter(withFields(filter, range))}
          defaultCurrency={books?.defaultCurrency ?? 'eur'}
        />
      </FilterButton>
      <FilterChips
        chips={paymentChips(filter, customerName, locale)}
        onRemove={({ fields }) =>
          onFilter(withFields(filter, Object.fromEntries(fields.map((field) => [field, undefined]))))
        }
      />
    </Toolbar>
  );
}
