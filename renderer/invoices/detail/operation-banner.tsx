// What is under way for this invoice, or stuck: in words, with what the bookkeeper can do.
import { OperationActions } from '../../activity/operation-actions.tsx';
import { OperationSteps } from '../../activity/operation-steps.tsx';
import type { Operation } from '../../activity/operation-card.tsx';
import { useCall } from '../../data.ts';
import { Banner, type BannerProps } from '../../ui/banner.tsx';
import { RelativeText } from '../../ui/date-text.tsx';

const TONES: Readonly<Record<Operation['state'], NonNullable<BannerProps['tone']>>> = {
  queued: 'info',
  sending: 'info',
  waiting: 'warning',
  checking: 'info',
  'needs-review': 'warning',
  failed: 'bad',
  done: 'good',
  canceled: 'info',
};

export function OperationBanners({ ids }: { readonly ids: readonly string[] }) {
  return (
    <div className="invoice__operations" aria-live="polite">
      {ids.map((id) => (
        <OperationBanner key={id} id={id} />
      ))}
    </div>
  );
}

function OperationBanner({ id }: { readonly id: string }) {
  const operation = useCall('outbox.get', { id }).data;
  if (!operation || operation.state === 'done' || operation.state === 'canceled') return null;
  return <OperationNotice operation={operation} />;
}

export function OperationNotice({ operation }: { readonly operation: Operation }) {
  const needsFacts = operation.state === 'needs-review' || operation.state === 'failed';
  return (
    <Banner
      tone={TONES[operation.state]}
      title={operation.title}
      actions={<OperationActions operation={operation} />}
    >
      <p>{operation.explanation}</p>
      {operation.nextAttemptAt !== null && (
        <p className="small">
          Next attempt <RelativeText at={operation.nextAttemptAt} />
        </p>
      )}
      {needsFacts && <OperationSteps operation={operation} />}
    </Banner>
  );
}
