// All customers, with what each owes.
import { SearchX, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/calls.ts';
import { useCall } from '../data.ts';
import { ListExport } from '../exports/list-export.tsx';
import { usePagedRows } from '../paged-rows.ts';
import type { Asking } from '../no-answer.tsx';
import { PagedTable } from '../paged-table.tsx';
import { go, paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useListSort } from '../ui/data-table/use-list-sort.ts';
import { MoneyList } from '../ui/money.tsx';
import { Page, Toolbar } from '../ui/page.tsx';
import { PausedSearch } from '../ui/paused-search.tsx';
import { shortcutText } from '../ui/shortcuts.ts';
import { EmptyState } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useRemembered } from '../ui/view-memory.ts';
import { CustomerName } from './customer-name.tsx';
import '../ui/list-screen.css';

type Row = CallOutput<'customers.list'>['rows'][number];
type Input = CallInput<'customers.list'>;
type View = NonNullable<Input['filter']['view']>;

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(200px, 2fr)',
    sortBy: 'name',
    render: (row) => <CustomerName customer={row} />,
  },
  {
    id: 'email',
    header: 'E-mail',
    width: 'minmax(180px, 1.6fr)',
    render: (row) => (row.email === '' ? <span className="faint">No e-mail address</span> : row.email),
  },
  {
    id: 'reference',
    header: 'Reference',
    width: 'minmax(90px, 0.7fr)',
    render: (row) => row.reference || <span className="faint">–</span>,
  },
  {
    id: 'invoices',
    header: 'Invoices',
    width: '88px',
    align: 'end',
    sortBy: 'invoices',
    render: (row) => row.invoiceCount.toLocaleString(),
  },
  {
    id: 'past-due',
    header: 'Past due',
    width: 'minmax(110px, 0.8fr)',
    align: 'end',
    render: (row) => <CompactSums values={row.pastDue} tone="bad" />,
  },
  {
    id: 'open',
    header: 'Open',
    width: 'minmax(110px, 0.8fr)',
    align: 'end',
    sortBy: 'open',
    render: (row) => <CompactSums values={row.open} />,
  },
];

/** A row has one line: the first currency, and how many more there are. */
function CompactSums({
  values,
  tone = 'normal',
}: {
  readonly values: Row['open'];
  readonly tone?: 'normal' | 'bad';
}) {
  const shown = values.filter(({ amount }) => amount !== 0);
  return (
    <>
      <MoneyList values={shown.slice(0, 1)} tone={tone} />
      {shown.length > 1 && <span className="faint small"> +{shown.length - 1}</span>}
    </>
  );
}

const SORTS = ['name', 'created', 'open', 'invoices'] as const;

export function CustomersScreen() {
  const [view, setView] = useRemembered<View>('customers-view', 'all');
  const [search, setSearch] = useRemembered('customers-search', '');
  const [hasChosen, setChosen] = useState(false);
  const counting = useCall('customers.counts', search === '' ? {} : { search }, { keepPrevious: true });
  const counts = counting.data;
  return (
    <Page
      title="Customers"
      layout="fill"
      actions={
        <>
          <ListExport
            asked={{
              list: 'customers',
              input: {
                filter: search === '' ? { view } : { view, search },
                sort: { by: 'name', direction: 'asc' },
              },
            }}
          />
          <Button
            variant="primary"
            shortcut={shortcutText('Mod+Shift+N')}
            onPress={() => go(paths.newCustomer)}
          >
            New customer
          </Button>
        </>
      }
    >
      <div className="list-screen">
        <Tabs<View>
          label="Customers"
          selected={view}
          onSelect={(next) => {
            setChosen(true);
            setView(next);
          }}
          items={[
            { id: 'all', label: 'All', count: counts?.all },
            { id: 'open', label: 'Open balance', count: counts?.open },
            { id: 'past-due', label: 'Past due', count: counts?.pastDue },
            { id: 'archived', label: 'Archived', count: counts?.archived },
          ]}
        >
          <Toolbar label="Search">
            <PausedSearch
              label="Search customers"
              placeholder="Name, e-mail, reference"
              value={search}
              onChange={setSearch}
            />
          </Toolbar>
          <CustomerTable
            view={view}
            search={search}
            count={counts?.[COUNT_OF[view]]}
            counting={counting}
            takesFocus={!hasChosen}
          />
        </Tabs>
      </div>
    </Page>
  );
}

const COUNT_OF = { all: 'all', open: 'open', 'past-due': 'pastDue', archived: 'archived' } as const;

interface CustomerTableProps {
  readonly view: View;
  readonly search: string;
  readonly count: number | undefined;
  readonly counting: Asking;
  readonly takesFocus: boolean;
}

function CustomerTable({ view, search, count, counting, takesFocus }: CustomerTableProps) {
  const [sort, onSort] = useListSort('customers-sort', SORTS, { by: 'name', direction: 'asc' });
  const filter = search === '' ? { view } : { view, search };
  const rows = usePagedRows('customers.list', { filter, sort });
  return (
    <PagedTable<Row>
      label="Customers"
      columns={COLUMNS}
      count={count}
      counting={counting}
      rows={rows}
      rowId={(row) => row.id}
      sort={sort}
      onSort={onSort}
      onOpen={(row) => go(paths.customer(row.id))}
      empty={<EmptyCustomers view={view} isSearched={search !== ''} />}
      memoryKey="customers-place"
      autoFocus={takesFocus}
    />
  );
}

const EMPTY: Readonly<Record<View, { readonly title: string; readonly text: string }>> = {
  all: { title: 'No customers yet', text: 'A customer can also be added while an invoice is being written.' },
  open: { title: 'Nobody owes anything', text: 'Every invoice has been settled.' },
  'past-due': { title: 'Nobody is late', text: 'No customer has an invoice past its due date.' },
  archived: {
    title: 'No archived customers',
    text: 'Archived customers keep their invoices, but are not offered for new ones.',
  },
};

function EmptyCustomers({ view, isSearched }: { readonly view: View; readonly isSearched: boolean }) {
  if (isSearched) {
    return (
      <EmptyState icon={SearchX} title="Nothing matches">
        No customer here has this in the name, e-mail or reference.
      </EmptyState>
    );
  }
  const { title, text } = EMPTY[view];
  return (
    <EmptyState
      icon={UserPlus}
      title={title}
      {...(view === 'all'
        ? {
            actions: (
              <Button variant="primary" onPress={() => go(paths.newCustomer)}>
                New customer
              </Button>
            ),
          }
        : {})}
    >
      {text}
    </EmptyState>
  );
}
