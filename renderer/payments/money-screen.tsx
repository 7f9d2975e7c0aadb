// The common shape of the lists of payments, refunds and disputes: a tab per status with its count, search, and a table.
import { type LucideIcon, SearchX } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { describeError } from '../error-text.ts';
import type { PagedRows } from '../paged-rows.ts';
import { ListExport } from '../exports/list-export.tsx';
import { useCommands } from '../ui/commands.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { MoneyList } from '../ui/money.tsx';
import { Page, Toolbar } from '../ui/page.tsx';
import { PausedSearch } from '../ui/paused-search.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { addMoney } from './add-money.ts';
import type { MoneyFilter } from './use-money-filter.ts';
import '../ui/list-screen.css';

type Counts = CallOutput<'payments.counts'>['statuses'];

export interface MoneyScreenProps<Row> {
  readonly title: string;
  readonly filter: MoneyFilter;
  /** Undefined while on its way. */
  readonly counts: Counts | undefined;
  readonly rows: PagedRows<Row>;
  readonly columns: readonly Column<Row>[];
  readonly wordOf: (status: string) => string;
  readonly rowId: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  /** Above the list: what is true of it and needs a person. */
  readonly notice?: ReactNode;
  readonly empty: { readonly icon: LucideIcon; readonly title: string; readonly text: string };
}

export function MoneyScreen<Row>(props: MoneyScreenProps<Row>) {
  const { title, filter, counts } = props;
  const [hasChosen, setChosen] = useState(false);
  const searchInput = useRef<HTMLInputElement>(null);
  useCommands([
    {
      id: 'find',
      title: 'Search this list',
      group: 'This screen',
      shortcuts: ['f', '/', 'Mod+F'],
      run: () => searchInput.current?.focus(),
    },
  ]);
  const total = counts?.reduce((sum, { count }) => sum + count, 0);
  const known = counts?.filter(({ count, status }) => count > 0 || status === filter.status) ?? [];
  const tabs = [
    { id: 'all', label: 'All', count: total },
    ...known.map(({ status, count }) => ({ id: status, label: props.wordOf(status), count })),
  ];
  const isKnown = tabs.some(({ id }) => id === filter.status);
  return (
    <Page
      title={title}
      layout="fill"
      actions={<ListExport asked={{ list: filter.name, input: filter.listInput }} />}
    >
      <div className="list-screen">
        {props.notice}
        <Tabs<string>
          label={`${title} by status`}
          selected={isKnown ? filter.status : 'all'}
          onSelect={(status) => {
            setChosen(true);
            filter.setStatus(status);
          }}
          items={tabs}
        >
          <Toolbar label="Search">
            <PausedSearch
              label={`Search ${title.toLowerCase()}`}
              placeholder="Customer, invoice, amount"
              value={filter.search}
              onChange={filter.setSearch}
              input={searchInput}
            />
          </Toolbar>
          <MoneyTable {...props} takesFocus={!hasChosen} />
        </Tabs>
      </div>
    </Page>
  );
}

function MoneyTable<Row>(props: MoneyScreenProps<Row> & { readonly takesFocus: boolean }) {
  const { title, filter, counts, rows, columns, empty } = props;
  if (rows.error) return <ErrorState onRetry={rows.retry}>{describeError(rows.error.error)}</ErrorState>;
  const shown = counts?.filter(({ status }) => filter.status === 'all' || status === filter.status);
  const count = shown?.reduce((sum, entry) => sum + entry.count, 0);
  return (
    <DataTable<Row>
      label={title}
      columns={columns}
      count={count}
      rowAt={rows.rowAt}
      rowId={props.rowId}
      onRange={rows.onRange}
      sort={{ by: 'date', direction: filter.direction }}
      onSort={({ direction }) => filter.setDirection(direction)}
      onOpen={props.onOpen}
      footer={{
        date: count?.toLocaleString(),
        amount: <MoneyList values={addMoney(shown?.map(({ sum }) => sum) ?? [])} none="" />,
      }}
      empty={
        filter.search === '' ? (
          <EmptyState icon={empty.icon} title={empty.title}>
            {empty.text}
          </EmptyState>
        ) : (
          <EmptyState icon={SearchX} title="Nothing matches">
            No entry here has this in its customer, invoice or amount.
          </EmptyState>
        )
      }
      memoryKey={`${filter.name}-place`}
      autoFocus={props.takesFocus}
    />
  );
}
