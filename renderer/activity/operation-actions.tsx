// What a person may do about an operation now. Cancelling is possible only before anything has been sent.
import { useCommand } from '../data.ts';
import { Button } from '../ui/button.tsx';
import type { Operation } from './operation-card.tsx';

export function OperationActions({ operation }: { readonly operation: Operation }) {
  const { id, actions } = operation;
  const cancel = useCommand('outbox.cancel');
  const retry = useCommand('outbox.retry');
  const resolve = useCommand('outbox.resolve');
  return (
    <div className="operation__actions">
      {actions.includes('cancel') && (
        <Button size="small" isPending={cancel.isPending} onPress={() => void cancel.run({ id })}>
          Cancel
        </Button>
      )}
      {actions.includes('discard') && (
        <Button
          size="small"
          isPending={resolve.isPending}
          onPress={() => void resolve.run({ id, decision: 'discard' })}
        >
          Give up
        </Button>
      )}
      {actions.includes('retry') && (
        <Button
          size="small"
          variant="primary"
          isPending={retry.isPending}
          onPress={() => void retry.run({ id })}
        >
          Try again
        </Button>
      )}
      {actions.includes('accept') && (
        <Button
          size="small"
          variant="primary"
          isPending={resolve.isPending}
          onPress={() => void resolve.run({ id, decision: 'accept' })}
        >
          Go on
        </Button>
      )}
    </div>
  );
}
