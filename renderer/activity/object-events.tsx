// Everything that Stripe told about one thing, opened by whoever wants to know exactly.
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { CallInput } from '../../shared/contract/calls.ts';
import { useCall } from '../data.ts';
import { NoAnswer } from '../no-answer.tsx';
import { Button } from '../ui/button.tsx';
import { Timeline } from '../ui/timeline.tsx';

export type ObjectEventsProps = CallInput<'events.of'>;

export function ObjectEvents({ kind, id }: ObjectEventsProps) {
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  return (
    <div className="object-events">
      <Button
        variant="quiet"
        size="small"
        icon={isOpen ? ChevronDown : ChevronRight}
        aria-expanded={isOpen}
        aria-controls={listId}
        onPress={() => setOpen(!isOpen)}
      >
        Every event from Stripe
      </Button>
      <div id={listId} hidden={!isOpen}>
        {isOpen && <EventList kind={kind} id={id} />}
      </div>
    </div>
  );
}

function EventList({ kind, id }: ObjectEventsProps) {
  const asking = useCall('events.of', { kind, id });
  const { data } = asking;
  if (data === undefined) return <NoAnswer to={asking} lines={3} />;
  if (data.rows.length === 0)
    return (
      <p className="muted small">
        None. Stripe keeps events for 30 days; what happened before Quittance was connected is not among them.
      </p>
    );
  return (
    <Timeline
      items={data.rows.map((event) => ({
        id: event.id,
        tone: event.tone,
        text: event.text,
        detail: event.detail,
        at: event.at,
        reference: event.objectId ?? event.type,
      }))}
    />
  );
}
