// Aged receivables: what each customer owes in each currency, by how long it is overdue; every figure leads to its open invoices.
import type { Cell, Line, ReportParameters, Target } from '../../../shared/contract/reports.ts';
import {
  type Bucket,
  BUCKET_WORDS,
  bucketOf,
  BUCKETS,
  daysOverdue,
} from '../../../shared/domain/reports/aging.ts';
import { asOfWords, EVERYTHING } from '../../../shared/domain/reports/parameters.ts';
import {
  columns,
  heading,
  money,
  row,
  type Table,
  text,
  total,
} from '../../../shared/domain/reports/table.ts';
import { sortKey } from '../../../shared/domain/sort-key.ts';
import type { CustomerRef } from '../../store/reports/parties.ts';
import { customersByStripeId } from './customer-names.ts';
import { type OpenItem, openItems } from './receivables.ts';
import type { ReportContext } from './report-context.ts';

const COLUMNS = columns({
  customer: ['Customer', 'text'],
  ...Object.fromEntries(BUCKETS.map((bucket) => [bucket, [BUCKET_WORDS[bucket], 'money'] as const])),
  total: ['Total', 'money'],
});

interface Debt {
  /** By which it has its place. */
  readonly sort: string;
  /** Ours; null for what is owed by nobody in particular. */
  readonly id: string | null;
  readonly name: string;
  readonly amounts: Readonly<Record<Bucket, number>>;
}

export async function agingReport(context: ReportContext, parameters: ReportParameters): Promise<Table> {
  const asOf = parameters.asOf ?? context.today;
  const items = (await openItems(context, asOf, null)).filter(
    ({ currency }) => parameters.currency === null || currency === parameters.currency,
  );
  const customers = await customersByStripeId(context);
  const byCurrency = [...Map.groupBy(items, ({ currency }) => currency)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    title: 'Aged receivables',
    subtitle: asOfWords(asOf, parameters),
    columns: COLUMNS,
    lines: byCurrency.flatMap(([currency, of]) => linesOf(currency, debtsOf(customers, of, asOf), asOf)),
  };
}

/** One for each customer, by name. */
function debtsOf(
  customers: ReadonlyMap<string, CustomerRef>,
  items: readonly OpenItem[],
  asOf: string,
): readonly Debt[] {
  const debts = [...Map.groupBy(items, (item) => item.customerStripeId)].map(([stripeId, of]): Debt => {
    const customer = customers.get(stripeId);
    const name = customer?.name || (of.at(-1)?.customerName ?? '') || 'Without a customer';
    return {
      sort: customer?.name_sort ?? sortKey(name),
      id: customer?.id ?? null,
      name,
      amounts: agedAmounts(of, asOf),
    };
  });
  return debts.toSorted((a, b) => (a.sort < b.sort ? -1 : Number(a.sort > b.sort)));
}

/** Pure: what is open in each step. */
export function agedAmounts(
  items: readonly Pick<OpenItem, 'due' | 'open'>[],
  asOf: string,
): Record<Bucket, number> {
  const amounts = { current: 0, 'to-30': 0, 'to-60': 0, 'to-90': 0, 'over-90': 0 };
  for (const { due, open } of items) amounts[bucketOf(daysOverdue(due, asOf))] += open;
  return amounts;
}

function linesOf(currency: string, debts: readonly Debt[], asOf: string): readonly Line[] {
  const sumOf = (of: readonly Debt[], bucket: Bucket): number =>
    of.reduce((sum, { amounts }) => sum + amounts[bucket], 0);
  const figures = (of: readonly Debt[], to: Target | null): readonly Cell[] => {
    const sums = BUCKETS.map((bucket) => sumOf(of, bucket));
    const whole = sums.reduce((sum, one) => sum + one, 0);
    return [...sums, whole].map((sum): Cell => money(sum, currency, sum === 0 ? null : to));
  };
  return [
    heading(currency.toUpperCase()),
    ...debts.map((debt) =>
      row([text(debt.name, customerTarget(debt.id)), ...figures([debt], openOf(debt.id, currency, asOf))]),
    ),
    total([text('Total'), ...figures(debts, openOf(null, currency, asOf))]),
  ];
}

function customerTarget(id: string | null): Target | null {
  return id === null ? null : { kind: 'customer', id };
}

function openOf(customer: string | null, currency: string, asOf: string): Target {
  return { kind: 'report', id: 'open-items', parameters: { ...EVERYTHING, customer, currency, asOf } };
}
