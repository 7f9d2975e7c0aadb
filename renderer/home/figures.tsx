// The four sums of the start page, each the way to its invoices.
import { CircleAlert, CircleCheck, CircleDashed, CircleDot, type LucideIcon } from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { paths } from '../paths.ts';
import { useReading } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Money, type MoneyValue } from '../ui/money.tsx';

type Home = CallOutput<'home.get'>;

export function Figures({ home, currency }: { readonly home: Home; readonly currency: string }) {
  const { oldestDays } = home.pastDue;
  return (
    <div className="figures">
      <Figure
        label="Past due"
        icon={CircleAlert}
        tone={home.pastDue.count > 0 ? 'bad' : 'normal'}
        href={paths.invoicesTab('past-due')}
        sums={home.pastDue.balanceDue}
        currency={currency}
        count={home.pastDue.count}
        note={oldestDays === null ? null : `oldest ${oldestDays} ${oldestDays === 1 ? 'day' : 'days'}`}
      />
      <Figure
        label="Open"
        icon={CircleDot}
        href={paths.invoicesTab('open')}
        sums={home.open.balanceDue}
        currency={currency}
        count={home.open.count}
      />
      <Figure
        label="Paid this month"
        icon={CircleCheck}
        href={paths.invoicesTab('paid')}
        sums={home.paidThisMonth.total}
        currency={currency}
        count={home.paidThisMonth.count}
      />
      <Figure
        label="Drafts"
        icon={CircleDashed}
        href={paths.invoicesTab('draft')}
        sums={home.drafts.total}
        currency={currency}
        count={home.drafts.count}
      />
    </div>
  );
}

interface FigureProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly tone?: 'normal' | 'bad';
  readonly href: string;
  readonly sums: readonly MoneyValue[];
  /** The business's own, shown large. */
  readonly currency: string;
  readonly count: number;
  readonly note?: string | null;
}

function Figure({ label, icon, tone = 'normal', href, sums, currency, count, note = null }: FigureProps) {
  const { locale } = useReading();
  const main = sums.find((sum) => sum.currency === currency) ?? { amount: 0, currency };
  const rest = sums.filter((sum) => sum.currency !== currency && sum.amount !== 0);
  const counted = `${count.toLocaleString(locale)} ${count === 1 ? 'invoice' : 'invoices'}`;
  return (
    <Link className="figure" href={href} data-tone={tone}>
      <span className="figure__label">
        <Icon icon={icon} size={14} />
        {label}
      </span>
      <span className="figure__main">
        <Money {...main} />
      </span>
      <span className="figure__rest">
        {rest.map((sum) => (
          <span key={sum.currency}>
            + <Money {...sum} />
          </span>
        ))}
      </span>
      <span className="figure__note">{note === null ? counted : `${counted}, ${note}`}</span>
    </Link>
  );
}
