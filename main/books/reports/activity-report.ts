// The account of one customer from day to day, as a table.
import type { Line, ReportParameters } from '../../../shared/contract/reports.ts';
import { ofWords, periodWords } from '../../../shared/domain/reports/parameters.ts';
import {
  columns,
  date,
  heading,
  money,
  row,
  type Table,
  text,
  total,
} from '../../../shared/domain/reports/table.ts';
import { customerRef } from '../../store/reports/parties.ts';
import { type CustomerAccount, customerAccounts } from './customer-account.ts';
import { aboutOf } from './entry-about.ts';
import type { GivenBack } from './given-back.ts';
import type { ReportContext } from './report-context.ts';

const COLUMNS = columns({
  day: ['Date', 'date'],
  what: ['What', 'text'],
  document: ['Document', 'text'],
  charged: ['Charged', 'money'],
  settled: ['Settled', 'money'],
  balance: ['Balance', 'money'],
});

const GIVEN_BACK: Readonly<Record<GivenBack, string>> = {
  refund: 'Refund',
  balance: 'Kept as customer credit',
  outside: 'Given back outside Stripe',
};

export function activityReport({ db }: ReportContext, parameters: ReportParameters): Table {
  const customer = parameters.customer === null ? undefined : customerRef(db, parameters.customer);
  return {
    title: 'Account activity',
    subtitle: ofWords(customer?.name ?? 'No customer chosen', periodWords(parameters)),
    columns: COLUMNS,
    lines: customerAccounts(db, customer?.stripe_id ?? null, parameters).flatMap((account) => [
      heading(account.currency.toUpperCase()),
      ...accountLines(db, account, parameters.from),
    ]),
  };
}

function accountLines(
  db: ReportContext['db'],
  { currency, opening, lines, closing, credit }: CustomerAccount,
  from: string | null,
): readonly Line[] {
  const before =
    from === null
      ? []
      : [row([date(from), text('Balance before'), null, null, null, money(opening, currency)])];
  const rows = lines.map(({ posted, givenBack, balance }) => {
    const { what, document, to } = aboutOf(db, posted);
    const charged = posted.amount > 0 ? money(posted.amount, currency) : null;
    const settled = posted.amount < 0 ? money(-posted.amount, currency) : null;
    return row([
      date(posted.day),
      text(givenBack === null ? what : GIVEN_BACK[givenBack]),
      text(document, to),
      charged,
      settled,
      money(balance, currency),
    ]);
  });
  const kept =
    credit === 0
      ? []
      : [total([null, text('Credit kept for later invoices'), null, null, null, money(credit, currency)])];
  return [
    ...before,
    ...rows,
    total([null, text('Balance due'), null, null, null, money(closing, currency)]),
    ...kept,
  ];
}
