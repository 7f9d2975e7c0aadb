// Search, filters with what is set, and the choice of columns.
import { useState } from 'react';
import { useCustomerName } from '../../customers/customer-filter.tsx';
import { useAppState } from '../../shell/app-state.ts';
import { useCommands } from '../../ui/commands.tsx';
import { FilterButton } from '../../ui/filter-button.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { useReading } from '../../ui/format.ts';
import { Toolbar } from '../../ui/page.tsx';
import { PausedSearch } from '../../ui/paused-search.tsx';
import type { ColumnChoice } from './column-choice.ts';
import { ColumnsButton } from './columns-button.tsx';
import { FilterFields } from './filter-fields.tsx';
import { filterChips, type ListFilter, withFields } from './filter.ts';

export interface ListToolbarProps {
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
  readonly choice: ColumnChoice;
  readonly onChoice: (choice: ColumnChoice) => void;
}

export function ListToolbar({ filter, onFilter, choice, onChoice }: ListToolbarProps) {
  const { locale } = useReading();
  const { books } = useAppState();
  const [isOpen, setOpen] = useState(false);
  const customerName = useCustomerName(filter.customerId);
  const chips = filterChips(filter, customerName, locale);
  const clear = (): void => onFilter(withFields({ tab: filter.tab }, { search: filter.search }));
  useCommands([
    { id: 'filter', title: 'Filter', group: 'This screen', shortcuts: ['f'], run: () => setOpen(true) },
  ]);
  return (
    <Toolbar label="Search and filters">
      <PausedSearch
        label="Search invoices"
        placeholder="Number, customer, text, amount"
        value={filter.search ?? ''}
        onChange={(search) => onFilter(withFields(filter, { search }))}
        leavesF
      />
      <FilterButton isOpen={isOpen} onOpenChange={setOpen} onClear={clear}>
        <FilterFields
          filter={filter}
          onChange={onFilter}
          customerName={customerName}
          defaultCurrency={books?.defaultCurrency ?? 'eur'}
        />
      </FilterButton>
      <FilterChips
        chips={chips}
        onRemove={({ fields }) =>
          onFilter(withFields(filter, Object.fromEntries(fields.map((field) => [field, undefined]))))
        }
      />
      <ColumnsButton choice={choice} onChange={onChoice} />
    </Toolbar>
  );
}
