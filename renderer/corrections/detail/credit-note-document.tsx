// The document of a credit note; there is none before Stripe has issued it.
import { Clock } from 'lucide-react';
import { useCall } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { DocumentView } from '../../invoices/document-view.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../../ui/states.tsx';
import type { CreditNote } from './credit-note.ts';

export function CreditNoteDocument({ note }: { readonly note: CreditNote }) {
  const isIssued = note.stripeId !== null;
  const { data, error, refetch, isFetching } = useCall(
    'creditNotes.document',
    { id: note.id },
    { enabled: isIssued, keepPrevious: true },
  );
  if (data) return <DocumentView label="Credit note" pages={data.pages} isStale={isFetching} />;
  return (
    <div className="invoice__wait">
      {!isIssued ? (
        <EmptyState icon={Clock} title="Not issued yet">
          Stripe gives the credit note its number; its document is drawn then.
        </EmptyState>
      ) : error ? (
        <ErrorState title="The document cannot be drawn" onRetry={() => void refetch()}>
          {describeError(error.error)}
        </ErrorState>
      ) : (
        <SkeletonLines count={8} />
      )}
    </div>
  );
}
