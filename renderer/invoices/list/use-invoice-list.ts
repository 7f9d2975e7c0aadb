// The state of the invoice list: filter, order, selection, and the rows that are in sight.
import { useState } from 'react';
import { useConnection } from '../../data.ts';
import { usePagedRows } from '../../paged-rows.ts';
import { useListSort } from '../../ui/data-table/use-list-sort.ts';
import { useRemembered } from '../../ui/view-memory.ts';
import { allInvoiceIds } from './all-ids.ts';
import { type ListFilter, NO_FILTER } from './filter.ts';

const SORTS = ['number', 'customer', 'issue', 'due', 'total', 'balance'] as const;
const NEWEST_FIRST = { by: 'issue', direction: 'desc' } as const;
const NOTHING: ReadonlySet<string> = new Set();

export function useInvoiceList() {
  const { client } = useConnection();
  const [filter, keepFilter] = useRemembered<ListFilter>('invoices-filter', NO_FILTER);
  const [sort, setSort] = useListSort('invoices-sort', SORTS, NEWEST_FIRST);
  const [selected, setSelected] = useState<ReadonlySet<string>>(NOTHING);
  const rows = usePagedRows('invoices.list', { filter, sort });
  return {
    filter,
    setFilter: (next: ListFilter): void => {
      keepFilter(next);
      setSelected(NOTHING);
    },
    sort,
    setSort,
    selected,
    setSelected,
    clearSelection: (): void => setSelected(NOTHING),
    selectAll: async (): Promise<void> => {
      const ids = await allInvoiceIds(client, { filter, sort });
      if (ids) setSelected(new Set(ids));
    },
    rows,
  };
}

export type InvoiceList = ReturnType<typeof useInvoiceList>;
