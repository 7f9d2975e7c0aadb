// The common shape of the lists of payments, refunds and disputes: a tab per status with its count, search, and a table.
import { type LucideIcon, SearchX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { PagedRows } from '../paged-rows.ts';
import type { Asking } from '../no-answer.tsx';
import { PagedTable } from '../paged-table.tsx';
import { ListExport } from '../exports/list-export.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { MoneyList } from '../ui/money.tsx';
import { Page, Toolbar } from '../ui/page.tsx';
import { PausedSearch } from '../ui/paused-search.tsx';
import { EmptyState } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { isInForce, sumsOf } from './list-sums.ts';
import type { MoneyFilter } from './use-money-filter.ts';
import '../ui/list-screen.css';

type Counts = CallOutput<'payments.counts'>['statuses'];

export interface MoneyScreenProps<Row> {
  readonly title: string;
  readonly filter: MoneyFilter;
  readonly counting: Asking & { readonly data: { readonly statuses: Counts } | undefined };
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
  const { title, filter } = props;
  const counts = props.counting.data?.statuses;
  const [hasChosen, setChosen] = useState(false);
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
            />
          </Toolbar>
          <MoneyTable {...props} takesFocus={!hasChosen} />
        </Tabs>
      </div>
    </Page>
  );
}

function MoneyTable<Row>(props: MoneyScreenProps<Row> & { readonly takesFocus: boolean }) {
  const { title, filter, counting, rows, columns, empty } = props;
  const { count, money, isPart } = sumsOf(counting.data?.statuses, filter.status, isInForce);
  return (
    <PagedTable<Row>
      label={title}
      columns={columns}
      count={count}
      counting={counting}
      rows={rows}
      rowId={props.rowId}
      sort={{ by: 'date', direction: filter.direction }}
      onSort={({ direction }) => filter.setDirection(direction)}
      onOpen={props.onOpen}
      footer={{
        date: count?.toLocaleString(),
        status: isPart ? <span className="muted">Sum without what came to nothing</span> : null,
        amount: <MoneyList values={money} none="" />,
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
