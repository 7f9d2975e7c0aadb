// Open items: every invoice that was not settled at the end of a day, of one customer or of all. As a statement of account it is what is still to be paid.
import type { Line, ReportParameters } from '../../../shared/contract/reports.ts';
import { daysOverdue } from '../../../shared/domain/reports/aging.ts';
import { asOfWords, ofWords } from '../../../shared/domain/reports/parameters.ts';
import {
  columns,
  count,
  date,
  heading,
  money,
  row,
  type Table,
  text,
  total,
} from '../../../shared/domain/reports/table.ts';
import { customerRef } from '../../store/reports/parties.ts';
import { oldestFirst, type OpenItem, openItems } from './receivables.ts';
import type { ReportContext } from './report-context.ts';

const COLUMNS = columns({
  number: ['Invoice', 'text'],
  customer: ['Customer', 'text'],
  issued: ['Issued', 'date'],
  due: ['Due', 'date'],
  overdue: ['Days overdue', 'count'],
  total: ['Invoiced', 'money'],
  settled: ['Settled', 'money'],
  open: ['Open', 'money'],
});

export async function openItemsReport(context: ReportContext, parameters: ReportParameters): Promise<Table> {
  const asOf = parameters.asOf ?? context.today;
  const customer = parameters.customer === null ? null : customerRef(context.db, parameters.customer);
  // A customer that Stripe does not have owes nothing yet.
  const stripeId = customer === null ? null : (customer?.stripe_id ?? '–');
  const items = (await openItems(context, asOf, stripeId)).filter(
    ({ currency }) => parameters.currency === null || currency === parameters.currency,
  );
  const byCurrency = [...Map.groupBy(items.toSorted(oldestFirst), ({ currency }) => currency)];
  return {
    title: 'Open items',
    subtitle: ofWords(customer?.name, asOfWords(asOf, parameters)),
    columns: COLUMNS,
    lines: byCurrency
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([currency, of]) => linesOf(currency, of, asOf)),
  };
}

function linesOf(currency: string, items: readonly OpenItem[], asOf: string): readonly Line[] {
  const whole = items.reduce((sum, { open }) => sum + open, 0);
  return [
    heading(currency.toUpperCase()),
    ...items.map((item) => {
      const { invoiceId: id, open, total: invoiced } = item;
      const overdue = daysOverdue(item.due, asOf);
      return row([
        text(item.number, id === null ? null : { kind: 'invoice', id }),
        text(item.customerName),
        date(item.issued),
        date(item.due),
        overdue > 0 ? count(overdue) : null,
        id === null ? null : money(invoiced, currency),
        id === null ? null : money(invoiced - open, currency),
        money(open, currency),
      ]);
    }),
    total([text('Total'), null, null, null, null, null, null, money(whole, currency)]),
  ];
}
