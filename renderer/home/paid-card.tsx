// What was paid in each of the last twelve months, in one currency at a time.
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { minorDigits } from '../../shared/domain/money.ts';
import { Card } from '../ui/card.tsx';
import { useReading } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { Segmented } from '../ui/segmented.tsx';

type Month = CallOutput<'home.get'>['paidByMonth'][number];

export interface PaidCardProps {
  readonly months: readonly Month[];
  /** Shown first. */
  readonly currency: string;
}

export function PaidCard({ months, currency }: PaidCardProps) {
  const found = new Set(months.flatMap((month) => month.amounts.map((amount) => amount.currency)));
  const currencies = [currency, ...[...found].filter((code) => code !== currency).toSorted()];
  const [chosen, setChosen] = useState(currency);
  const choice = (
    <Segmented
      label="Currency"
      hideLabel
      value={chosen}
      onChange={setChosen}
      segments={currencies.map((code) => ({ id: code, label: code.toUpperCase() }))}
    />
  );
  return (
    <Card
      title="Paid by month"
      description="The last twelve months"
      actions={currencies.length > 1 ? choice : undefined}
    >
      <Bars months={months} currency={chosen} />
    </Card>
  );
}

function Bars({ months, currency }: PaidCardProps) {
  const { locale } = useReading();
  const amounts = months.map(
    (month) => month.amounts.find((amount) => amount.currency === currency)?.amount ?? 0,
  );
  const most = Math.max(1, ...amounts);
  return (
    <ol className="months">
      {months.map(({ month }, index) => {
        const amount = amounts[index] ?? 0;
        return (
          <li key={month} className="months__month" data-now={index === months.length - 1 ? '' : undefined}>
            <span className="visually-hidden">
              {monthName(month, locale, 'long')}: <Money amount={amount} currency={currency} />
            </span>
            <span className="months__figure" aria-hidden="true">
              {amount === 0 ? '' : compact(amount, currency, locale)}
            </span>
            <span className="months__bar" style={{ height: `${Math.round((amount / most) * 100)}px` }} />
            <span className="months__name" aria-hidden="true">
              {monthName(month, locale, 'short')}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function monthName(month: string, locale: string, style: 'short' | 'long'): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const parts =
    style === 'long' ? ({ month: 'long', year: 'numeric' } as const) : ({ month: 'short' } as const);
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(Date.UTC(year, number - 1, 1));
}

/** "12.4K": a label above a bar, not a figure to reckon with. */
function compact(amount: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  return format.format(amount / 10 ** minorDigits(currency));
}
