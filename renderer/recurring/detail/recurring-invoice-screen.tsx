// One recurring invoice: what comes next, its terms and items, and every invoice that came of it.
import { FileQuestion } from 'lucide-react';
import { ObjectEvents } from '../../activity/object-events.tsx';
import { useCall } from '../../data.ts';
import { describeError } from '../../error-text.ts';
import { OperationBanners } from '../../invoices/detail/operation-banner.tsx';
import { paths } from '../../paths.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../../ui/states.tsx';
import { StandingBadge } from '../standing.tsx';
import { HistoryCard } from './history-card.tsx';
import { ItemsCard } from './items-card.tsx';
import { RecurringActions } from './recurring-actions.tsx';
import type { RecurringInvoice } from './recurring-invoice.ts';
import { TermsCard } from './terms-card.tsx';
import { UpcomingCard } from './upcoming-card.tsx';
import '../recurring.css';

const BACK = { label: 'Recurring invoices', href: paths.recurring };

export function RecurringInvoiceScreen({ id }: { readonly id: string }) {
  const { data: recurring, error, refetch } = useCall('recurring.get', { id });
  if (recurring) return <OpenRecurring key={id} recurring={recurring} />;
  return (
    <Page title="Recurring invoice" back={BACK}>
      {error?.error.kind === 'not-found' ? (
        <EmptyState
          icon={FileQuestion}
          title="There is no such recurring invoice"
          actions={<LinkButton href={paths.recurring}>All recurring invoices</LinkButton>}
        >
          It was given up before Stripe had it, or it belongs to other books.
        </EmptyState>
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{describeError(error.error)}</ErrorState>
      ) : (
        <SkeletonLines />
      )}
    </Page>
  );
}

function OpenRecurring({ recurring }: { readonly recurring: RecurringInvoice }) {
  const { stripeId, operationId, customerName, title } = recurring;
  return (
    <Page
      title={customerName}
      badge={
        <>
          <StandingBadge recurring={recurring} />
          <span className="recurring__title truncate">{title}</span>
        </>
      }
      back={BACK}
      actions={<RecurringActions recurring={recurring} />}
    >
      <div className="recurring">
        <div className="recurring__main">
          <OperationBanners ids={operationId === null ? [] : [operationId]} />
          <UpcomingCard recurring={recurring} />
          <ItemsCard recurring={recurring} />
          <HistoryCard recurring={recurring} />
        </div>
        <aside className="recurring__side" aria-label="Facts">
          <TermsCard recurring={recurring} />
          {stripeId !== null && <ObjectEvents kind="object" id={stripeId} />}
        </aside>
      </div>
    </Page>
  );
}
