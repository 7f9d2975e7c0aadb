// One recurring invoice: what comes next, its terms and items, and every invoice that came of it.
import { ObjectEvents } from '../../activity/object-events.tsx';
import { useCall } from '../../data.ts';
import { OperationBanners } from '../../invoices/detail/operation-banner.tsx';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { WaitingPage } from '../../ui/waiting-page.tsx';
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
    <WaitingPage
      title="Recurring invoice"
      back={BACK}
      all="All recurring invoices"
      error={error}
      onRetry={() => void refetch()}
    >
      It was given up before Stripe had it, or it belongs to other books.
    </WaitingPage>
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
