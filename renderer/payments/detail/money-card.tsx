// What was paid, what Stripe took of it and for what, what is left, and when it reaches the bank account.
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components/Link';
import { feeKindWords } from '../../../shared/text/fee-words.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import type { Payment } from './payment.ts';

export function MoneyCard({ payment }: { readonly payment: Payment }) {
  const { settlement } = payment;
  if (settlement === null) {
    return payment.standing === 'succeeded' ? (
      <Card title="Fee and net">
        <p className="muted">Stripe has not booked this payment yet; its fee is known in a moment.</p>
      </Card>
    ) : null;
  }
  const { currency } = settlement;
  const money = (amount: number): ReactNode => <Money amount={amount} currency={currency} />;
  const isConverted = currency !== payment.currency;
  return (
    <Card title="Fee and net">
      <dl className="sum-rows">
        {isConverted && (
          <Row name={`Paid in ${payment.currency.toUpperCase()}`}>
            <Money amount={payment.received} currency={payment.currency} />
          </Row>
        )}
        <Row name={isConverted ? `Converted at ${settlement.exchangeRate ?? '–'}` : 'Paid by the customer'}>
          {money(settlement.gross)}
        </Row>
        {settlement.fees.map(({ kind, text, amount }, index) => (
          <Row key={index} name={text === '' ? feeKindWords(kind) : `${feeKindWords(kind)}: ${text}`} isPart>
            {money(-amount)}
          </Row>
        ))}
        {settlement.fees.length === 0 && settlement.fee !== 0 && (
          <Row name="Stripe’s fee" isPart>
            {money(-settlement.fee)}
          </Row>
        )}
        <Row name="Net" isSum>
          {money(settlement.net)}
        </Row>
      </dl>
      <p className="payment__note">
        <WhereItIs payment={payment} settlement={settlement} />
      </p>
    </Card>
  );
}

function WhereItIs({
  payment: { payout },
  settlement,
}: {
  readonly payment: Payment;
  readonly settlement: NonNullable<Payment['settlement']>;
}) {
  if (payout !== null) {
    return (
      <>
        Paid out with the <Link href={paths.payout(payout.id)}>payout</Link> that arrives on{' '}
        <DateText day={payout.arrival} />.
      </>
    );
  }
  return settlement.isAvailable ? (
    <>Available in your Stripe balance; it goes with one of the next payouts.</>
  ) : (
    <>
      In your Stripe balance, available for payout from <DateText day={settlement.availableOn} />.
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly isPart?: boolean;
  readonly isSum?: boolean;
  readonly children: ReactNode;
}

function Row({ name, isPart = false, isSum = false, children }: RowProps) {
  return (
    <div data-part={isPart ? '' : undefined} data-sum={isSum ? '' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
