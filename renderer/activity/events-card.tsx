// The last events that Stripe told of.
import { useCall } from '../data.ts';
import { Card } from '../ui/card.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { SkeletonLines } from '../ui/states.tsx';

export function EventsCard() {
  const events = useCall('events.list', { limit: 50 }).data;
  return (
    <Card title="Events from Stripe" description="The last 50, newest first" flush>
      {events === undefined ? (
        <div className="card__text">
          <SkeletonLines count={4} />
        </div>
      ) : events.rows.length === 0 ? (
        <p className="card__text muted">None yet.</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Type</th>
              <th scope="col">Object</th>
            </tr>
          </thead>
          <tbody>
            {events.rows.map((event) => (
              <tr key={event.id}>
                <td>
                  <InstantText at={event.at} />
                </td>
                <td>{event.text}</td>
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
      )}
    </Card>
  );
}
