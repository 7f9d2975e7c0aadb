// The state of the invoice list: filter, order, selection, and the rows that are in sight.
import { useState } from 'react';
import type { CallInput } from '../../../shared/contract/calls.ts';
import { useConnection } from '../../data.ts';
import { usePagedRows } from '../../paged-rows.ts';
import type { Sort } from '../../ui/data-table/types.ts';
import { useRemembered } from '../../ui/view-memory.ts';
import { allInvoiceIds } from './all-ids.ts';
import { type ListFilter, NO_FILTER } from './filter.ts';

type ListSort = CallInput<'invoices.list'>['sort'];

const SORTS = ['number', 'customer', 'issue', 'due', 'total', 'balance'] as const;
const NEWEST_FIRST: ListSort = { by: 'issue', direction: 'desc' };
const NOTHING: ReadonlySet<string> = new Set();

export function useInvoiceList() {
  const { client } = useConnection();
  const [filter, keepFilter] = useRemembered<ListFilter>('invoices-filter', NO_FILTER);
  const [sort, setSort] = useRemembered<ListSort>('invoices-sort', NEWEST_FIRST);
  const [selected, setSelected] = useState<ReadonlySet<string>>(NOTHING);
  const rows = usePagedRows('invoices.list', { filter, sort });
  return {
    filter,
    setFilter: (next: ListFilter): void => {
      keepFilter(next);
      setSelected(NOTHING);
    },
    sort,
    setSort: ({ by, direction }: Sort): void => {
      const known = SORTS.find((name) => name === by);
      if (known) setSort({ by: known, direction });
    },
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
