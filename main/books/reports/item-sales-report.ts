// Revenue by item of the catalogue; an item opens into the documents on which it was sold.
import type { Line, ReportParameters } from '../../../shared/contract/reports.ts';
import { NO_ITEM, shareOfPart } from '../../../shared/domain/books/sales.ts';
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
import { itemName } from '../../store/reports/names.ts';
import {
  itemsOf,
  itemSums,
  partialEntries,
  revenueEntries,
  type SoldEntry,
} from '../../store/reports/sold.ts';
import { aboutOf } from './entry-about.ts';
import { createPacer, monthsOf } from './portions.ts';
import type { ReportContext } from './report-context.ts';
import { shareOf } from './share.ts';

const COLUMNS = columns({
  item: ['Item', 'text'],
  count: ['Documents', 'count'],
  net: ['Revenue', 'money'],
  share: ['Share of revenue', 'percent'],
});
const ONE_BY_ONE = columns({
  day: ['Date', 'date'],
  what: ['What', 'text'],
  customer: ['Customer', 'text'],
  document: ['Document', 'text'],
  net: ['Revenue', 'money'],
});

const TITLE = 'Revenue by item';

interface ItemSales {
  readonly item: string;
  readonly currency: string;
  net: number;
  count: number;
}

export async function itemSalesReport(context: ReportContext, parameters: ReportParameters): Promise<Table> {
  const { only, currency } = parameters;
  if (only !== null) {
    const subtitle = ofWords(nameOf(context, only).name, periodWords(parameters));
    return { title: TITLE, subtitle, columns: ONE_BY_ONE, lines: oneByOne(context, parameters, only) };
  }
  const sales = (await salesOf(context, parameters)).filter(
    (one) => one.currency === (currency ?? one.currency),
  );
  const byCurrency = [...Map.groupBy(sales, (one) => one.currency)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    title: TITLE,
    subtitle: periodWords(parameters),
    columns: COLUMNS,
    lines: byCurrency.flatMap(([name, of]) => sectionLines(context, name, of, parameters)),
  };
}

async function salesOf(context: ReportContext, parameters: ReportParameters): Promise<readonly ItemSales[]> {
  const { db } = context;
  const revenue = revenueAccounts(db);
  const pacer = createPacer(context);
  const sums = new Map<string, ItemSales>();
  const add = (item: string, currency: string, net: number, times: number): void => {
    const key = `${item} ${currency}`;
    const known = sums.get(key) ?? { item, currency, net: 0, count: 0 };
    known.net += net;
    known.count += times;
    sums.set(key, known);
  };
  for (const span of monthsOf(context, parameters)) {
    for (const { item, currency, net, count: times } of itemSums(db, span, revenue)) {
      add(item, currency, net, times);
      await pacer.did(times);
    }
    for (const entry of partialEntries(db, span, revenue))
      for (const { item, net } of partsOf(context, entry)) add(item, entry.currency, net, 1);
  }
  return [...sums.values()].filter(({ net, count: times }) => net !== 0 || times > 0);
}

/** What an entry is of each item; together exactly its revenue. */
function partsOf(
  { db }: ReportContext,
  { document, net, amount }: SoldEntry,
): readonly { readonly item: string; readonly net: number }[] {
  const items = document === null || net === null || net === 0 ? [] : itemsOf(db, document);
  if (net === null || items.length === 0) return [{ item: NO_ITEM, net: -amount }];
  let before = 0;
  return items.map((one) => {
    // The entry is divided as the document is: each item gets its stretch of it.
    const part = shareOfPart(-amount, net, one.net, before);
    before += one.net;
    return { item: one.item, net: part };
  });
}

function nameOf({ db }: ReportContext, item: string): { readonly id: string | null; readonly name: string } {
  if (item === NO_ITEM) return { id: null, name: 'Without an item of the catalogue' };
  return itemName(db, item) ?? { id: null, name: item };
}

/** The largest first. */
function sectionLines(
  context: ReportContext,
  currency: string,
  sales: readonly ItemSales[],
  { from, to }: ReportParameters,
): readonly Line[] {
  const whole = sales.reduce((sum, { net }) => sum + net, 0);
  const rows = sales
    .toSorted((a, b) => b.net - a.net)
    .map(({ item, net, count: times }) => {
      const { id, name } = nameOf(context, item);
      const parameters = { ...EVERYTHING, from, to, currency, only: item };
      return row([
        text(name, id === null ? null : { kind: 'item', id }),
        count(times),
        money(net, currency, { kind: 'report', id: 'revenue-by-item', parameters }),
        percent(shareOf(net, whole)),
      ]);
    });
  return [
    heading(currency.toUpperCase()),
    ...rows,
    total([text('Total'), null, money(whole, currency), null]),
  ];
}

async function* oneByOne(
  context: ReportContext,
  parameters: ReportParameters,
  item: string,
): AsyncGenerator<Line> {
  const pacer = createPacer(context);
  const revenue = revenueAccounts(context.db);
  for (const span of monthsOf(context, parameters)) {
    const entries = revenueEntries(context.db, span, revenue);
    for (const entry of entries) {
      const { currency } = entry;
      const part =
        currency === (parameters.currency ?? currency) &&
        partsOf(context, entry).find((one) => one.item === item);
      if (!part) continue;
      const { what, party, document, to } = aboutOf(context.db, entry);
      yield row([date(entry.day), text(what), text(party), text(document, to), money(part.net, currency)]);
      await pacer.did(50);
    }
    await pacer.did(2 * entries.length);
  }
}
