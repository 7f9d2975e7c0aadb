// One payout, opened into what it holds: payments, fees, refunds, disputes and adjustments, which add up to it.
import type { CallOutput } from '../../shared/contract/calls.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { useCall } from '../data.ts';
import { paths } from '../paths.ts';
import { LookBadge } from '../payments/status-words.tsx';
import { Banner } from '../ui/banner.tsx';
import { Card } from '../ui/card.tsx';
import { DateText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { KeyValues } from '../ui/key-values.tsx';
import { Money } from '../ui/money.tsx';
import { Page } from '../ui/page.tsx';
import { WaitingPage } from '../ui/waiting-page.tsx';
import { BankCard } from './bank-card.tsx';
import { MovementsTable } from './movements-table.tsx';
import { payoutLook } from './payout-status.ts';
import { SumsCard } from './sums-card.tsx';
import '../payments/detail/payment.css';
import '../ui/plain-table.css';

export type Payout = CallOutput<'payouts.get'>;

const BACK = { label: 'Payouts', href: paths.payouts };

export function PayoutScreen({ id }: { readonly id: string }) {
  const { data: payout, error, refetch } = useCall('payouts.get', { id });
  if (payout) return <OpenPayout key={id} payout={payout} />;
  return (
    <WaitingPage title="Payout" back={BACK} all="All payouts" error={error} onRetry={() => void refetch()}>
      Stripe has not told of it yet, or it belongs to other books.
    </WaitingPage>
  );
}

function OpenPayout({ payout }: { readonly payout: Payout }) {
  const { locale } = useReading();
  return (
    <Page
      title={formatMoney(payout.amount, payout.currency, locale)}
      badge={<LookBadge look={payoutLook(payout.status)} />}
      back={BACK}
    >
      <div className="payment">
        <div className="payment__main">
          <Contents payout={payout} />
          {payout.transactions.length > 0 && (
            <Card title="Movements" description="Oldest first within each kind" flush>
              <MovementsTable payout={payout} />
            </Card>
          )}
        </div>
        <aside className="payment__side" aria-label="Facts">
          {payout.balance !== null && <BalanceAroundCard payout={payout} balance={payout.balance} />}
          <BankCard payoutId={payout.id} />
          <Card title="Payout">
            <KeyValues
              rows={[
                { name: 'Arrives', value: <DateText day={payout.arrival} /> },
                { name: 'Made', value: <DateText day={payout.made} /> },
                {
                  name: 'Kind',
                  value: payout.isInstant
                    ? 'Instant'
                    : payout.isAutomatic
                      ? 'Automatic, by your schedule'
                      : 'By hand',
                },
                {
                  name: 'Failure',
                  value: payout.failure === null ? null : payout.failure.replaceAll('_', ' '),
                },
                { name: 'Stripe id', value: <code>{payout.id}</code> },
              ]}
            />
          </Card>
        </aside>
      </div>
    </Page>
  );
}

function Contents({ payout }: { readonly payout: Payout }) {
  const { next } = payoutLook(payout.status);
  return (
    <>
      {payout.status === 'failed' && (
        <Banner tone="bad" title="The bank did not take it">
          {next}.
        </Banner>
      )}
      {payout.contents === 'manual' && (
        <Banner title="Suggested: Stripe does not say what this payout holds">
          It was made by hand, and Stripe names the contents of automatic payouts only. What became available
          first is taken to have gone out first; the balance before and after it is exact.
        </Banner>
      )}
      {payout.contents === 'waiting' && (
        <Banner title="Not opened yet">
          What it holds appears here once Stripe has finished its list and Quittance has taken it in.
        </Banner>
      )}
      {payout.residue !== null && payout.residue !== 0 && (
        <Banner tone="warning" title="It does not add up">
          The movements leave <Money amount={payout.residue} currency={payout.currency} /> of the payout
          unexplained.
        </Banner>
      )}
      {payout.contents !== 'waiting' && <SumsCard payout={payout} />}
    </>
  );
}

interface BalanceAroundCardProps {
  readonly payout: Payout;
  readonly balance: NonNullable<Payout['balance']>;
}

function BalanceAroundCard({ payout: { currency }, balance }: BalanceAroundCardProps) {
  const money = (amount: number) => <Money amount={amount} currency={currency} />;
  return (
    <Card title="Stripe balance">
      <KeyValues
        align="end"
        rows={[
          { name: 'Before', value: money(balance.before) },
          { name: 'Paid out', value: money(balance.after - balance.before) },
          { name: 'After', value: money(balance.after) },
        ]}
      />
    </Card>
  );
}
