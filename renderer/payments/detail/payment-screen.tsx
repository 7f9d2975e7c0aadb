// One payment: how it stands and what to do, what Stripe took, its attempts, and what happened to it afterwards.
import { ObjectEvents } from '../../activity/object-events.tsx';
import { useCall } from '../../data.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { formatMoney } from '../../../shared/domain/money.ts';
import { useReading } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { WaitingPage } from '../../ui/waiting-page.tsx';
import { paymentLook } from '../payment-status.tsx';
import { LookBadge } from '../status-words.tsx';
import { AttemptsCard } from './attempts-card.tsx';
import { BackCard } from './back-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { MoneyCard } from './money-card.tsx';
import { NextStep } from './next-step.tsx';
import type { Payment } from './payment.ts';
import { PaymentActions } from './payment-actions.tsx';
import './payment.css';

const BACK = { label: 'Payments', href: paths.payments };

export function PaymentScreen({ id }: { readonly id: string }) {
  const { data: payment, error, refetch } = useCall('payments.get', { id });
  if (payment) return <OpenPayment key={id} payment={payment} />;
  return (
    <WaitingPage title="Payment" back={BACK} all="All payments" error={error} onRetry={() => void refetch()}>
      Stripe has not told of it yet, or it belongs to other books.
    </WaitingPage>
  );
}

function OpenPayment({ payment }: { readonly payment: Payment }) {
  const { locale } = useReading();
  return (
    <Page
      title={formatMoney(payment.amount, payment.currency, locale)}
      badge={
        <>
          <LookBadge look={paymentLook(payment)} />
          <span className="payment__name truncate">{payment.customerName}</span>
        </>
      }
      back={BACK}
      actions={<PaymentActions payment={payment} />}
    >
      <div className="payment">
        <div className="payment__main">
          <NextStep payment={payment} />
          <MoneyCard payment={payment} />
          <AttemptsCard payment={payment} />
          <BackCard payment={payment} />
        </div>
        <aside className="payment__side" aria-label="Facts">
          <FactsCard payment={payment} />
          <Card title="What happened">
            <Timeline
              items={payment.timeline.map(({ stripeId, ...entry }, index) => ({
                ...entry,
                id: `${index}`,
                reference: stripeId,
              }))}
            />
            <ObjectEvents kind="payment" id={payment.id} />
          </Card>
        </aside>
      </div>
    </Page>
  );
}
