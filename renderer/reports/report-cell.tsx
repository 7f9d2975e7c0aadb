// One figure or text of a report, and where it leads.
import { Link } from 'react-aria-components/Link';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { paths } from '../paths.ts';
import { DateText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { toAddress } from './report-parameters.ts';

type Line = CallOutput<'reports.run'>['lines'][number];
export type Cell = NonNullable<Exclude<Line, { kind: 'heading' }>['cells'][number]>;
type Target = NonNullable<Cell['to']>;

const PATHS: Readonly<Record<Exclude<Target['kind'], 'report'>, (id: string) => string>> = {
  invoice: paths.invoice,
  customer: paths.customer,
  payment: paths.payment,
  payout: paths.payout,
  dispute: paths.dispute,
  recurring: paths.recurringInvoice,
  'credit-note': paths.creditNote,
  item: paths.item,
};

function addressOf(target: Target): string {
  return target.kind === 'report'
    ? paths.report(target.id, toAddress(target.parameters))
    : PATHS[target.kind](target.id);
}

export function ReportCell({ cell }: { readonly cell: Cell | null }) {
  if (cell === null) return null;
  const content = <CellContent cell={cell} />;
  if (cell.to === undefined) return content;
  return (
    <Link className="report__link" href={addressOf(cell.to)}>
      {content}
    </Link>
  );
}

function CellContent({ cell }: { readonly cell: Cell }) {
  const { locale } = useReading();
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'date':
      return <DateText day={cell.day} />;
    case 'money':
      // Nothing stands back, so that the eye finds what is something.
      if (cell.amount === 0) return <span className="faint">–</span>;
      return <Money amount={cell.amount} currency={cell.currency} />;
    case 'count':
      return <span className="tabular">{new Intl.NumberFormat(locale).format(cell.count)}</span>;
    case 'percent':
      return <span className="tabular">{percentText(cell.percent, locale)}</span>;
  }
}

/** `7.5` is `7.5%`. */
function percentText(percent: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  return format.format(Number(percent) / 100);
}
