// What Stripe holds for the business, and which money reaches the bank next.
import { Link } from 'react-aria-components/Link';
import { useCall } from '../data.ts';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { DateText } from '../ui/date-text.tsx';
import { KeyValues } from '../ui/key-values.tsx';
import { Money } from '../ui/money.tsx';

const MOST_SHOWN = 3;

export function BalanceCard() {
  const balance = useCall('balance.get', {}).data;
  if (!balance || (balance.currencies.length === 0 && balance.underWay.length === 0)) return null;
  return (
    <Card title="At Stripe" actions={<Link href={paths.payouts}>All payouts</Link>}>
      <KeyValues
        align="end"
        rows={[
          ...balance.underWay.slice(0, MOST_SHOWN).map((payout) => ({
            name: `Next payout ${payout.currency.toUpperCase()}`,
            value: (
              <>
                <Link href={paths.payout(payout.id)}>
                  <Money amount={payout.amount} currency={payout.currency} />
                </Link>{' '}
                <span className="muted">
                  on <DateText day={payout.arrival} />
                </span>
              </>
            ),
          })),
          ...balance.currencies.flatMap(({ currency, available, pending }) => [
            {
              name: `Available ${currency.toUpperCase()}`,
              value: <Money amount={available} currency={currency} />,
            },
            {
              name: `Pending ${currency.toUpperCase()}`,
              value: (
                <>
                  <Money amount={pending} currency={currency} />
                  <NextAvailable day={balance.coming.find((part) => part.currency === currency)?.day} />
                </>
              ),
            },
          ]),
        ]}
      />
    </Card>
  );
}

function NextAvailable({ day }: { readonly day: string | undefined }) {
  if (day === undefined) return null;
  return (
    <span className="muted">
      {' '}
      from <DateText day={day} />
    </span>
  );
}
