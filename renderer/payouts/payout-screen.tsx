// One payout, opened into what it holds: payments, fees, refunds, disputes and adjustments, which add up to it.
import type { CallOutput } from '../../shared/contract/calls.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { categoryWords } from '../../shared/text/fee-words.ts';
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
import { MovementsTable } from './movements-table.tsx';
import { payoutLook } from './payout-status.ts';
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
            <Card title="Movements" description="Oldest first" flush>
              <MovementsTable payout={payout} />
            </Card>
          )}
        </div>
        <aside className="payment__side" aria-label="Facts">
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
        <Banner title="Stripe does not say what this payout holds">
          It was made by hand. Stripe names the contents of automatic payouts only, so its amount cannot be
          matched to payments here.
        </Banner>
      )}
      {payout.contents === 'waiting' && (
        <Banner title="Not opened yet">
          What it holds appears here once Stripe has finished its list and Quittance has taken it in.
        </Banner>
      )}
      {payout.contents === 'open' && <SumsCard payout={payout} />}
      {payout.residue !== null && payout.residue !== 0 && (
        <Banner tone="warning" title="It does not add up">
          The movements leave <Money amount={payout.residue} currency={payout.currency} /> of the payout
          unexplained.
        </Banner>
      )}
    </>
  );
}

function SumsCard({ payout }: { readonly payout: Payout }) {
  const money = (amount: number) => <Money amount={amount} currency={payout.currency} />;
  return (
    <Card
      title="What it holds"
      description={payout.residue === 0 ? 'Adds up to the payout exactly' : undefined}
      flush
    >
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" data-align="end">
              Movements
            </th>
            <th scope="col" data-align="end">
              Gross
            </th>
            <th scope="col" data-align="end">
              Fees
            </th>
            <th scope="col" data-align="end">
              Net
            </th>
          </tr>
        </thead>
        <tbody>
          {payout.sums.map(({ category, count, gross, fee, net }) => (
            <tr key={category}>
              <td>{categoryWords(category)}</td>
              <td data-align="end">{count.toLocaleString()}</td>
              <td data-align="end">{money(gross)}</td>
              <td data-align="end">{money(-fee)}</td>
              <td data-align="end">{money(net)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              Paid out
            </th>
            <td data-align="end">
              <strong>{money(payout.amount)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}
