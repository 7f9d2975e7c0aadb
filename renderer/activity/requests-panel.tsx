// Every request to Stripe with its outcome, for whoever has to explain what happened.
import { Check, CircleAlert, Server, WifiOff } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall } from '../data.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { SearchField } from '../ui/search-field.tsx';
import { EmptyState, SkeletonLines } from '../ui/states.tsx';

type RequestRow = CallOutput<'requests.list'>['rows'][number];

export function RequestsPanel() {
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const input = { limit: 200, ...(wanted === '' ? {} : { search: wanted }) };
  const { data } = useCall('requests.list', input, { keepPrevious: true });
  return (
    <div className="activity" style={{ maxWidth: 1240 }}>
      <SearchField
        label="Search requests"
        placeholder="Request id, object id or path"
        value={search}
        onChange={setSearch}
      />
      {data === undefined ? (
        <SkeletonLines />
      ) : data.rows.length === 0 ? (
        <EmptyState icon={Server} title={wanted === '' ? 'No request yet' : 'No request matches'} />
      ) : (
        <RequestTable rows={data.rows} />
      )}
    </div>
  );
}

function RequestTable({ rows }: { readonly rows: readonly RequestRow[] }) {
  const { locale } = useReading();
  return (
    <Card flush>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Request</th>
            <th scope="col">Answer</th>
            <th scope="col" data-align="end">
              Took
            </th>
            <th scope="col">Request id</th>
            <th scope="col">Objects</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <InstantText at={row.at} />
              </td>
              <td>
                <code>{row.operation}</code>
                {row.error !== null && <div className="small muted">{row.error}</div>}
              </td>
              <td>
                <StatusBadge row={row} />
              </td>
              <td data-align="end">{row.durationMs.toLocaleString(locale)} ms</td>
              <td>
                <code>{row.requestId ?? '–'}</code>
              </td>
              <td>
                <code>{row.objectIds.join(', ')}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function StatusBadge({ row }: { readonly row: RequestRow }) {
  if (row.status === null) {
    return (
      <Badge icon={WifiOff} tone="warning">
        No answer
      </Badge>
    );
  }
  const isGood = row.status < 400;
  return (
    <Badge
      icon={isGood ? Check : CircleAlert}
      tone={isGood ? 'good' : 'bad'}
      {...(row.replayed ? { detail: 'replayed' } : {})}
    >
      {row.status}
    </Badge>
  );
}
