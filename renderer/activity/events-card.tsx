// The events that Stripe told of, in words, searchable.
import type { CallOutput } from '../../shared/contract/calls.ts';
import { describeError } from '../error-text.ts';
import { useGrowingRows } from '../growing-rows.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { PausedSearch } from '../ui/paused-search.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { useRemembered } from '../ui/view-memory.ts';
import { TableHead } from '../ui/table-head.tsx';
import { PlaceLink } from './place-link.tsx';
import '../ui/plain-table.css';

type EventRow = CallOutput<'events.list'>['rows'][number];

export function EventsCard() {
  const [search, setSearch] = useRemembered('events-search', '');
  const wanted = search.trim();
  const list = useGrowingRows('events.list', wanted === '' ? {} : { search: wanted });
  return (
    <Card
      title="Events from Stripe"
      description="What happened there, newest first; each makes Quittance fetch the object anew"
      actions={
        <PausedSearch
          label="Search events"
          placeholder="Words, id, number or customer"
          value={search}
          onChange={setSearch}
        />
      }
      flush
    >
      {list.error && <ErrorState onRetry={list.retry}>{describeError(list.error.error)}</ErrorState>}
      {list.rows === undefined && !list.error && (
        <div className="card__text">
          <SkeletonLines count={4} />
        </div>
      )}
      {list.rows?.length === 0 && (
        <p className="card__text muted" role="status">
          {wanted === '' ? 'None yet.' : 'No event matches.'}
        </p>
      )}
      {list.rows !== undefined && list.rows.length > 0 && <EventTable rows={list.rows} />}
      {list.hasMore && (
        <div className="events__more">
          <Button size="small" onPress={list.more}>
            {wanted === '' ? 'Show older events' : 'Search older events'}
          </Button>
        </div>
      )}
    </Card>
  );
}

function EventTable({ rows }: { readonly rows: readonly EventRow[] }) {
  return (
    <table className="plain-table">
      <TableHead columns={['When', 'What', 'Where', 'Stripe’s name', 'Object']} />
      <tbody>
        {rows.map((event) => (
          <tr key={event.id}>
            <td className="events__when">
              <InstantText at={event.at} />
            </td>
            <td>
              {event.text}
              {event.detail !== null && <div className="small muted">{event.detail}</div>}
            </td>
            <td>
              <PlaceLink place={event.place} />
            </td>
            <td>
              <code>{event.type}</code>
            </td>
            <td>
              <code>{event.objectId ?? '–'}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
