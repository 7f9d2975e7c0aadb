// All recurring invoices: what is billed next, to whom, how much, and how each stands.
import { Plus, Repeat, SearchX } from 'lucide-react';
import { useState } from 'react';
import type { RecurringRow, RecurringTab } from '../../../shared/contract/recurring.ts';
import { useCall } from '../../data.ts';
import { ListExport } from '../../exports/list-export.tsx';
import { usePagedRows } from '../../paged-rows.ts';
import type { Asking } from '../../no-answer.tsx';
import { PagedTable } from '../../paged-table.tsx';
import { go, paths } from '../../paths.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useListSort } from '../../ui/data-table/use-list-sort.ts';
import { Page, Toolbar } from '../../ui/page.tsx';
import { PausedSearch } from '../../ui/paused-search.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useRemembered } from '../../ui/view-memory.ts';
import { RECURRING_COLUMNS } from './recurring-columns.tsx';
import '../../ui/list-screen.css';

const TABS: Readonly<Record<RecurringTab, string>> = {
  all: 'All',
  active: 'Active',
  paused: 'Paused',
  'past-due': 'Past due',
  ending: 'Ending',
  ended: 'Ended',
};

const SORTS = ['next', 'customer', 'amount', 'created'] as const;

export function RecurringListScreen() {
  const [tab, setTab] = useRemembered<RecurringTab>('recurring-tab', 'active');
  const [search, setSearch] = useRemembered('recurring-search', '');
  const [hasChosen, setChosen] = useState(false);
  const counting = useCall('recurring.counts', search === '' ? {} : { search }, { keepPrevious: true });
  const counts = counting.data?.tabs;
  const countOf = (id: RecurringTab): number | undefined => counts?.find((entry) => entry.tab === id)?.count;
  return (
    <Page
      title="Recurring invoices"
      layout="fill"
      actions={
        <>
          <ListExport
            asked={{
              list: 'recurring',
              input: {
                filter: search === '' ? { tab } : { tab, search },
                sort: { by: 'next', direction: 'asc' },
              },
            }}
          />
          <LinkButton variant="primary" icon={Plus} href={paths.newRecurring}>
            New recurring invoice
          </LinkButton>
        </>
      }
    >
      <div className="list-screen">
        <Tabs<RecurringTab>
          label="Recurring invoices by status"
          items={tabItems(countOf)}
          selected={tab}
          onSelect={(next) => {
            setChosen(true);
            setTab(next);
          }}
        >
          <Toolbar label="Search and filter">
            <PausedSearch
              label="Search recurring invoices"
              placeholder="Customer, item, id"
              value={search}
              onChange={setSearch}
            />
          </Toolbar>
          <RecurringTable
            tab={tab}
            search={search}
            count={countOf(tab)}
            counting={counting}
            takesFocus={!hasChosen}
          />
        </Tabs>
      </div>
    </Page>
  );
}

function tabItems(countOf: (id: RecurringTab) => number | undefined) {
  const order: readonly RecurringTab[] = ['active', 'past-due', 'paused', 'ending', 'ended', 'all'];
  return order.map((id) => ({ id, label: TABS[id], count: countOf(id) }));
}

interface RecurringTableProps {
  readonly tab: RecurringTab;
  readonly search: string;
  readonly count: number | undefined;
  readonly counting: Asking;
  readonly takesFocus: boolean;
}

function RecurringTable({ tab, search, count, counting, takesFocus }: RecurringTableProps) {
  const [sort, onSort] = useListSort('recurring-sort', SORTS, { by: 'next', direction: 'asc' });
  const filter = search === '' ? { tab } : { tab, search };
  const rows = usePagedRows('recurring.list', { filter, sort });
  return (
    <PagedTable<RecurringRow>
      label="Recurring invoices"
      columns={RECURRING_COLUMNS}
      count={count}
      counting={counting}
      rows={rows}
      rowId={(row) => row.id}
      sort={sort}
      onSort={onSort}
      onOpen={(row) => go(paths.recurringInvoice(row.id))}
      empty={<EmptyRecurring tab={tab} isSearched={search !== ''} />}
      memoryKey="recurring-place"
      autoFocus={takesFocus}
    />
  );
}

function EmptyRecurring({ tab, isSearched }: { readonly tab: RecurringTab; readonly isSearched: boolean }) {
  if (isSearched)
    return (
      <EmptyState icon={SearchX} title="Nothing matches">
        No recurring invoice here has this in its customer or items.
      </EmptyState>
    );
  if (tab !== 'all' && tab !== 'active')
    return (
      <EmptyState icon={Repeat} title="None here">
        No recurring invoice is {TABS[tab].toLowerCase()} at the moment.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={Repeat}
      title="No recurring invoices yet"
      actions={
        <LinkButton variant="primary" href={paths.newRecurring}>
          New recurring invoice
        </LinkButton>
      }
    >
      What is billed again and again is set up once. Stripe then writes each invoice by itself, also while
      this computer is off.
    </EmptyState>
  );
}
