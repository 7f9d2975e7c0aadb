// The document of an issued invoice, or its receipt once something has been paid.
import { useState } from 'react';
import { useCall } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { ErrorState, SkeletonLines } from '../../ui/states.tsx';
import { DocumentView } from '../document-view.tsx';
import type { Invoice } from './invoice.ts';

type Kind = 'invoice' | 'receipt';

export function InvoiceDocument({ invoice }: { readonly invoice: Invoice }) {
  const [kind, setKind] = useState<Kind>('invoice');
  const { data, error, refetch, isFetching } = useCall(
    'invoices.document',
    { id: invoice.id, kind },
    { keepPrevious: true },
  );
  if (!data) {
    return (
      <div className="invoice__wait">
        {error ? (
          <ErrorState title="The document cannot be drawn" onRetry={() => void refetch()}>
            {describeError(error.error)}
          </ErrorState>
        ) : (
          <SkeletonLines count={8} />
        )}
      </div>
    );
  }
  const hasReceipt = invoice.amountPaid > 0;
  return (
    <DocumentView
      label={kind === 'invoice' ? 'Invoice' : 'Receipt'}
      pages={data.pages}
      isStale={isFetching}
      status={
        hasReceipt && (
          <Segmented<Kind>
            label="Document"
            hideLabel
            segments={[
              { id: 'invoice', label: 'Invoice' },
              { id: 'receipt', label: 'Receipt' },
            ]}
            value={kind}
            onChange={setKind}
          />
        )
      }
    />
  );
}
