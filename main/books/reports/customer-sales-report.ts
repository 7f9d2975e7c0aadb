// Revenue by customer, as it was posted; a customer opens into the documents of which the figure is made.
import type { Line, ReportParameters } from '../../../shared/contract/reports.ts';
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { EVERYTHING, ofWords, periodWords } from '../../../shared/domain/reports/parameters.ts';
import {
  columns,
  count,
  date,
  heading,
  money,
  percent,
  row,
  type Table,
  text,
  total,
} from '../../../shared/domain/reports/table.ts';
import { revenueAccounts } from '../../store/account-settings.ts';
import { customerByStripeId } from '../../store/reports/parties.ts';
import { type CustomerSales, revenueLinesOf, salesByCustomer } from '../../store/reports/sales.ts';
import { aboutOf } from './entry-about.ts';
import { createPacer, monthsOf } from './portions.ts';
import type { ReportContext } from './report-context.ts';
import { shareOf } from './share.ts';

const COLUMNS = columns({
  customer: ['Customer', 'text'],
  count: ['Documents', 'count'],
  net: ['Revenue', 'money'],
  tax: ['Tax', 'money'],
  gross: ['With tax', 'money'],
  share: ['Share of revenue', 'percent'],
});
const ONE_BY_ONE = columns({
  day: ['Date', 'date'],
  what: ['What', 'text'],
  document: ['Document', 'text'],
  net: ['Revenue', 'money'],
});

const TITLE = 'Revenue by customer';
/** Instead of an id, for what has no customer. */
const NOBODY = '-';
const NO_CUSTOMER = 'Without a customer';

export async function customerSalesReport(
  context: ReportContext,
  parameters: ReportParameters,
): Promise<Table> {
  const { only, currency } = parameters;
  if (only !== null) {
    const stripeId = only === NOBODY ? null : only;
    return {
      title: TITLE,
      subtitle: ofWords(nameOf(context, stripeId), periodWords(parameters)),
      columns: ONE_BY_ONE,
      lines: oneByOne(context, parameters, stripeId),
    };
  }
  const sales = (await salesOf(context, parameters)).filter(
    (one) => one.currency === (currency ?? one.currency),
  );
  const byCurrency = [...Map.groupBy(sales, (one) => one.currency)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    title: TITLE,
    subtitle: periodWords(parameters),
    columns: COLUMNS,
    lines: sections(context, byCurrency, parameters),
  };
}

type Sales = { -readonly [Field in keyof CustomerSales]: CustomerSales[Field] };

async function salesOf(
  context: ReportContext,
  parameters: ReportParameters,
): Promise<readonly CustomerSales[]> {
  const pacer = createPacer(context);
  const accounts = { revenue: revenueAccounts(context.db), tax: CHART.taxPayable.number };
  const sums = new Map<string, Sales>();
  for (const span of monthsOf(context, parameters)) {
    const part = salesByCustomer(context.db, span, accounts);
    for (const one of part) {
      const key = `${one.customer ?? NOBODY} ${one.currency}`;
      const known = sums.get(key);
      if (known) {
        known.net += one.net;
        known.tax += one.tax;
        known.count += one.count;
      } else sums.set(key, { ...one });
    }
    await pacer.did(2 * part.length);
  }
  return [...sums.values()];
}

function nameOf({ db }: ReportContext, stripeId: string | null): string {
  if (stripeId === null) return NO_CUSTOMER;
  return customerByStripeId(db, stripeId)?.name ?? stripeId;
}

/** Names are looked up as lines are read: there may be many more than are shown. */
function* sections(
  context: ReportContext,
  byCurrency: readonly (readonly [string, readonly CustomerSales[]])[],
  parameters: ReportParameters,
): Generator<Line> {
  for (const [currency, sales] of byCurrency) {
    const net = sales.reduce((sum, one) => sum + one.net, 0);
    const tax = sales.reduce((sum, one) => sum + one.tax, 0);
    yield heading(currency.toUpperCase());
    for (const one of sales.toSorted((a, b) => b.net - a.net)) yield salesRow(context, one, net, parameters);
    yield total([
      text('Total'),
      null,
      money(net, currency),
      money(tax, currency),
      money(net + tax, currency),
      null,
    ]);
  }
}

function salesRow(
  { db }: ReportContext,
  one: CustomerSales,
  whole: number,
  { from, to }: ReportParameters,
): Line {
  const { currency } = one;
  const customer = one.customer === null ? undefined : customerByStripeId(db, one.customer);
  const parameters = { ...EVERYTHING, from, to, currency, only: one.customer ?? NOBODY };
  return row([
    text(
      customer?.name ?? one.customer ?? NO_CUSTOMER,
      customer ? { kind: 'customer', id: customer.id } : null,
    ),
    count(one.count),
    money(one.net, currency, { kind: 'report', id: 'revenue-by-customer', parameters }),
    money(one.tax, currency),
    money(one.net + one.tax, currency),
    percent(shareOf(one.net, whole)),
  ]);
}

async function* oneByOne(
  context: ReportContext,
  parameters: ReportParameters,
  customer: string | null,
): AsyncGenerator<Line> {
  const pacer = createPacer(context);
  const accounts = revenueAccounts(context.db);
  let sum = 0;
  for (const span of monthsOf(context, parameters)) {
    for (const line of revenueLinesOf(context.db, span, accounts, customer)) {
      if (line.currency !== (parameters.currency ?? line.currency)) continue;
      const { what, document, to } = aboutOf(context.db, line);
      sum -= line.amount;
      yield row([date(line.day), text(what), text(document, to), money(-line.amount, line.currency)]);
    }
    await pacer.did(2_000);
  }
  if (parameters.currency !== null) yield total([null, text('Total'), null, money(sum, parameters.currency)]);
}
