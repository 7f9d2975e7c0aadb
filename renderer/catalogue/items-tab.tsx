// The items of the catalogue as a list: searched, in order, those in use or the archived ones.
import { Package, SearchX } from 'lucide-react';
import type { ItemRow } from '../../shared/contract/catalogue.ts';
import { useCall } from '../data.ts';
import { ListExport } from '../exports/list-export.tsx';
import { usePagedRows } from '../paged-rows.ts';
import type { Asking } from '../no-answer.tsx';
import { PagedTable } from '../paged-table.tsx';
import { go, paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { useListSort } from '../ui/data-table/use-list-sort.ts';
import { Toolbar } from '../ui/page.tsx';
import { PausedSearch } from '../ui/paused-search.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useRemembered } from '../ui/view-memory.ts';
import { ITEM_COLUMNS } from './item-columns.tsx';
import { type Offered, StandingFilter } from './standing-filter.tsx';

const SORTS = ['name', 'created'] as const;

export interface ItemsTabProps {
  /** Opens the dialog for a new one. */
  readonly onNew: () => void;
}

export function ItemsTab({ onNew }: ItemsTabProps) {
  const [view, setView] = useRemembered<Offered>('items-view', 'active');
  const [search, setSearch] = useRemembered('items-search', '');
  const counting = useCall('items.counts', search === '' ? {} : { search }, { keepPrevious: true });
  const counts = counting.data;
  return (
    <>
      <Toolbar label="Search and filter">
        <PausedSearch
          label="Search items"
          placeholder="Name, description"
          value={search}
          onChange={setSearch}
        />
        <StandingFilter label="Which items" value={view} onChange={setView} counts={counts} />
        <ListExport
          asked={{
            list: 'items',
            input: {
              filter: search === '' ? { view } : { view, search },
              sort: { by: 'name', direction: 'asc' },
            },
          }}
        />
      </Toolbar>
      <ItemTable view={view} search={search} count={counts?.[view]} counting={counting} onNew={onNew} />
    </>
  );
}

interface ItemTableProps extends ItemsTabProps {
  readonly view: Offered;
  readonly search: string;
  readonly count: number | undefined;
  readonly counting: Asking;
}

function ItemTable({ view, search, count, counting, onNew }: ItemTableProps) {
  const [sort, onSort] = useListSort('items-sort', SORTS, { by: 'name', direction: 'asc' });
  const filter = search === '' ? { view } : { view, search };
  const rows = usePagedRows('items.list', { filter, sort });
  return (
    <PagedTable<ItemRow>
      label="Items"
      columns={ITEM_COLUMNS}
      count={count}
      counting={counting}
      rows={rows}
      rowId={(row) => row.id}
      sort={sort}
      onSort={onSort}
      onOpen={(row) => go(paths.item(row.id))}
      empty={<EmptyItems view={view} isSearched={search !== ''} onNew={onNew} />}
      memoryKey="items-place"
      autoFocus
    />
  );
}

interface EmptyItemsProps extends ItemsTabProps {
  readonly view: Offered;
  readonly isSearched: boolean;
}

function EmptyItems({ view, isSearched, onNew }: EmptyItemsProps) {
  if (isSearched)
    return (
      <EmptyState icon={SearchX} title="Nothing matches">
        No item here has this in its name or description.
      </EmptyState>
    );
  if (view === 'archived')
    return (
      <EmptyState icon={Package} title="No archived items">
        Archived items keep their prices and history, but are not offered any more.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={Package}
      title="No items yet"
      actions={
        <Button variant="primary" onPress={onNew}>
          New item
        </Button>
      }
    >
      An item is what you sell, with its prices. It fills in a line of an invoice as you type its name.
    </EmptyState>
  );
}
