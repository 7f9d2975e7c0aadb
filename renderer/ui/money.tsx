// An amount of money in the reader's notation; figures line up in columns.
import { formatMoney } from '../../shared/domain/money.ts';
import { useReading } from './format.ts';
import './money.css';

export interface MoneyValue {
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

export interface MoneyProps extends MoneyValue {
  /** `faint` for zero and for what is settled, `bad` for what is overdue. */
  readonly tone?: 'normal' | 'muted' | 'faint' | 'bad' | 'good';
  readonly strike?: boolean;
  /** `code` writes "EUR 1,234.50", where several currencies meet. */
  readonly notation?: 'symbol' | 'code';
}

export function Money({
  amount,
  currency,
  tone = 'normal',
  strike = false,
  notation = 'symbol',
}: MoneyProps) {
  const { locale } = useReading();
  return (
    <data
      className="money"
      value={`${amount} ${currency}`}
      data-tone={tone}
      data-strike={strike ? '' : undefined}
    >
      {formatMoney(amount, currency, locale, notation)}
    </data>
  );
}

export interface MoneyListProps {
  readonly values: readonly MoneyValue[];
  readonly tone?: MoneyProps['tone'];
  /** What stands where there is nothing. */
  readonly none?: string;
}

/** One amount per currency, below one another; never added across currencies. */
export function MoneyList({ values, tone = 'normal', none = '–' }: MoneyListProps) {
  const shown = values.filter((value) => value.amount !== 0);
  if (shown.length === 0) return <span className="faint">{none}</span>;
  return (
    <span className="money-list">
      {shown.map((value) => (
        <Money key={value.currency} {...value} tone={tone ?? 'normal'} />
      ))}
    </span>
  );
}
