// One dispute: how it stands and what to do until when, what Stripe took, the answer to the bank, and what happened.
import { formatMoney } from '../../shared/domain/money.ts';
import { ObjectEvents } from '../activity/object-events.tsx';
import { useCall } from '../data.ts';
import { OperationBanners } from '../invoices/detail/operation-banner.tsx';
import { paths } from '../paths.ts';
import { LookBadge } from '../payments/status-words.tsx';
import { Card } from '../ui/card.tsx';
import { useReading } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { WaitingPage } from '../ui/waiting-page.tsx';
import { AnswerCard } from './answer-card.tsx';
import type { Dispute } from './dispute.ts';
import { DisputeActions } from './dispute-actions.tsx';
import { disputeLook } from './dispute-look.ts';
import { FactsCard } from './facts-card.tsx';
import { MovesCard } from './moves-card.tsx';
import { Notice } from './notice.tsx';
import '../payments/detail/payment.css';

const BACK = { label: 'Disputes', href: paths.disputes };

export function DisputeScreen({ id }: { readonly id: string }) {
  const { data: dispute, error, refetch } = useCall('disputes.get', { id });
  if (dispute) return <OpenDispute key={id} dispute={dispute} />;
  return (
    <WaitingPage title="Dispute" back={BACK} all="All disputes" error={error} onRetry={() => void refetch()}>
      Stripe has not told of it yet, or it belongs to other books.
    </WaitingPage>
  );
}

function OpenDispute({ dispute }: { readonly dispute: Dispute }) {
  const { locale } = useReading();
  return (
    <Page
      title={formatMoney(dispute.amount, dispute.currency, locale)}
      badge={
        <>
          <LookBadge look={disputeLook(dispute)} />
          <span className="payment__name truncate">{dispute.customerName}</span>
        </>
      }
      back={BACK}
      actions={<DisputeActions dispute={dispute} />}
    >
      <div className="payment">
        <div className="payment__main">
          {dispute.operations.length > 0 && <OperationBanners ids={dispute.operations} />}
          <Notice dispute={dispute} />
          <AnswerCard dispute={dispute} />
          <MovesCard dispute={dispute} />
        </div>
        <aside className="payment__side" aria-label="Facts">
          <FactsCard dispute={dispute} />
          <Card title="What happened">
            <Timeline
              items={dispute.timeline.map(({ stripeId, ...entry }, index) => ({
                ...entry,
                id: `${index}`,
                reference: stripeId,
              }))}
            />
            <ObjectEvents kind="object" id={dispute.id} />
          </Card>
        </aside>
      </div>
    </Page>
  );
}
