// What Stripe holds for the business, and which money reaches the bank next.
import { Link } from 'react-aria-components/Link';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall } from '../data.ts';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { DateText } from '../ui/date-text.tsx';
import { KeyValues, type KeyValuesProps } from '../ui/key-values.tsx';
import { Money } from '../ui/money.tsx';

type Balance = CallOutput<'balance.get'>;
type KeyValue = KeyValuesProps['rows'][number];

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
          ...held(balance),
        ]}
      />
    </Card>
  );
}

/** What can be paid out of each currency, and what will be. */
function held({ currencies, coming }: Balance): readonly KeyValue[] {
  const rows: KeyValue[] = [];
  for (const { currency, available, pending } of currencies) {
    const name = currency.toUpperCase();
    const day = coming.find((part) => part.currency === currency)?.day;
    rows.push({ name: `Available ${name}`, value: <Money amount={available} currency={currency} /> });
    rows.push({
      name: `Pending ${name}`,
      value: (
        <>
          <Money amount={pending} currency={currency} />
          <NextAvailable day={day} />
        </>
      ),
    });
  }
  return rows;
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
