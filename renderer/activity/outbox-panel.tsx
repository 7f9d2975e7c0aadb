// The outbox: everything that was accepted here and goes, or went, to Stripe.
import { SendHorizontal } from 'lucide-react';
import { useCall } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Segmented } from '../ui/segmented.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { useRemembered } from '../ui/view-memory.ts';
import { OperationCard } from './operation-card.tsx';

type View = 'active' | 'all';

export function OutboxPanel() {
  const [view, setView] = useRemembered<View>('outbox.view', 'active');
  const { data, error, refetch } = useCall('outbox.list', { view, limit: 200 }, { keepPrevious: true });
  return (
    <div className="activity">
      <Segmented<View>
        label="Show"
        hideLabel
        value={view}
        onChange={setView}
        segments={[
          { id: 'active', label: 'Under way' },
          { id: 'all', label: 'Everything' },
        ]}
      />
      {error !== null && <ErrorState onRetry={() => void refetch()}>{describeError(error.error)}</ErrorState>}
      {data === undefined && error === null && <SkeletonLines />}
      {data?.operations.length === 0 && (
        <EmptyState
          icon={SendHorizontal}
          title={view === 'active' ? 'Nothing is waiting' : 'Nothing was sent yet'}
        >
          What you send, refund or void goes through here, one step at a time, and stays until Stripe has
          accepted it.
        </EmptyState>
      )}
      {data?.operations.map((operation) => (
        <OperationCard key={operation.id} operation={operation} />
      ))}
    </div>
  );
}
