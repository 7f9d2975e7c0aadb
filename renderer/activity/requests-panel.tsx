// Every request to Stripe with its outcome, searchable, for whoever has to explain what happened.
import { SearchX, Server } from 'lucide-react';
import { useState } from 'react';
import { describeError } from '../error-text.ts';
import { useGrowingRows } from '../growing-rows.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { InstantText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { Toolbar } from '../ui/page.tsx';
import { PausedSearch } from '../ui/paused-search.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { useRemembered } from '../ui/view-memory.ts';
import { RequestSheet } from './request-sheet.tsx';
import { RequestBadge, requestErrorWords, type RequestRow } from './request-words.tsx';
import { dash } from '../ui/dash.tsx';

type Show = 'all' | 'writes' | 'errors';

const COLUMNS: readonly Column<RequestRow>[] = [
  { id: 'when', header: 'When', width: '164px', render: (row) => <InstantText at={row.at} /> },
  {
    id: 'operation',
    header: 'Request',
    width: 'minmax(196px, 1.2fr)',
    render: (row) => <code>{row.operation}</code>,
  },
  {
    id: 'answer',
    header: 'Answer',
    width: 'minmax(112px, 1.3fr)',
    render: (row) => (
      <span className="request__answer">
        <RequestBadge row={row} />
        {row.error !== null && <span className="muted truncate">{requestErrorWords(row.error)}</span>}
      </span>
    ),
  },
  {
    id: 'amount',
    header: 'Amount',
    width: '112px',
    align: 'end',
    render: (row) =>
      row.amount === null || row.currency === null ? (
        dash
      ) : (
        <Money amount={row.amount} currency={row.currency} />
      ),
  },
  {
    id: 'took',
    header: 'Took',
    width: '86px',
    align: 'end',
    render: (row) => `${row.durationMs.toLocaleString()} ms`,
  },
  {
    id: 'request',
    header: 'Request id',
    width: 'minmax(150px, 1fr)',
    render: (row) => (row.requestId === null ? dash : <code>{row.requestId}</code>),
  },
  {
    id: 'objects',
    header: 'Objects',
    width: 'minmax(120px, 1.2fr)',
    render: (row) => (row.objectIds.length === 0 ? dash : <code>{row.objectIds.join(', ')}</code>),
  },
];

export function RequestsPanel() {
  const [search, setSearch] = useRemembered('requests-search', '');
  const [show, setShow] = useRemembered<Show>('requests-show', 'all');
  const [open, setOpen] = useState<RequestRow | null>(null);
  const wanted = search.trim();
  const list = useGrowingRows('requests.list', { show, ...(wanted === '' ? {} : { search: wanted }) });
  const isNarrowed = wanted !== '' || show !== 'all';
  return (
    <>
      <Toolbar label="Search and filter">
        <PausedSearch
          label="Search requests"
          placeholder="Operation, id, key or error"
          value={search}
          onChange={setSearch}
        />
        <Segmented<Show>
          label="Show"
          hideLabel
          value={show}
          onChange={setShow}
          segments={[
            { id: 'all', label: 'Everything' },
            { id: 'writes', label: 'Changes at Stripe' },
            { id: 'errors', label: 'Errors' },
          ]}
        />
      </Toolbar>
      {list.error ? (
        <ErrorState onRetry={list.retry}>{describeError(list.error.error)}</ErrorState>
      ) : (
        <DataTable<RequestRow>
          label="Requests to Stripe"
          columns={COLUMNS}
          count={list.rows?.length}
          rowAt={(index) => list.rows?.[index]}
          rowId={(row) => row.id}
          onRange={list.onRange}
          onOpen={setOpen}
          empty={<NoRequests isNarrowed={isNarrowed} />}
        />
      )}
      {open !== null && <RequestSheet row={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function NoRequests({ isNarrowed }: { readonly isNarrowed: boolean }) {
  return isNarrowed ? (
    <EmptyState icon={SearchX} title="No request matches">
      Searched are operations, ids of objects and requests, keys and error codes. The oldest requests are
      removed as the log fills up.
    </EmptyState>
  ) : (
    <EmptyState icon={Server} title="No request yet">
      Each time Quittance asks Stripe for something or changes something there, a line is added here.
    </EmptyState>
  );
}
