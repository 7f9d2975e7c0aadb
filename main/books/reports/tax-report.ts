// The tax summary: for each rate and country what was sold and the tax on it, when invoiced or when paid; a rate opens into its documents.
import type { Line, ReportParameters, Target } from '../../../shared/contract/reports.ts';
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { shareOfPart, UNTAXED } from '../../../shared/domain/books/sales.ts';
import { EVERYTHING, ofWords, periodWords } from '../../../shared/domain/reports/parameters.ts';
import {
  columns,
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
import { type RateName, rateNames } from '../../store/reports/names.ts';
import { revenueEntries, type SoldEntry, taxesOf, taxOfEntry } from '../../store/reports/sold.ts';
import { aboutOf } from './entry-about.ts';
import { createPacer, monthsOf } from './portions.ts';
import type { ReportContext } from './report-context.ts';
import { invoicedTaxes, paidTaxes, taxesWhenPaid, type TaxSum } from './tax-sums.ts';

const COLUMNS = columns({
  country: ['Country', 'text'],
  tax: ['Tax', 'text'],
  rate: ['Rate', 'percent'],
  net: ['Net', 'money'],
  amount: ['Tax amount', 'money'],
  gross: ['With tax', 'money'],
});
const ONE_BY_ONE = columns({
  day: ['Date', 'date'],
  what: ['What', 'text'],
  customer: ['Customer', 'text'],
  document: ['Document', 'text'],
  net: ['Net', 'money'],
  amount: ['Tax amount', 'money'],
});

const TITLE = 'Tax summary';

export async function taxReport(context: ReportContext, parameters: ReportParameters): Promise<Table> {
  const { only, currency, basis } = parameters;
  const basisWords = basis === 'payment' ? 'when paid' : 'when invoiced';
  const words = `${periodWords(parameters)}, ${basisWords}`;
  if (only !== null) {
    const [rate = '', country = ''] = only.split('|');
    const subtitle = ofWords(`${nameOf(rateNames(context.db), rate).name}, ${countryWords(country)}`, words);
    const lines = oneByOne(context, parameters, rate, country);
    return { title: TITLE, subtitle, columns: ONE_BY_ONE, lines };
  }
  const sums = await (basis === 'payment' ? taxesWhenPaid : invoicedTaxes)(context, parameters);
  const shown = sums.filter((sum) => sum.currency === (currency ?? sum.currency));
  const byCurrency = [...Map.groupBy(shown, (sum) => sum.currency)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    title: TITLE,
    subtitle: words,
    columns: COLUMNS,
    lines: byCurrency.flatMap(([name, of]) => sectionLines(context, name, of, parameters)),
  };
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

function countryWords(country: string): string {
  return /^[A-Z]{2}$/.test(country) ? (regions.of(country) ?? country) : country || 'Country not known';
}

interface Named {
  readonly name: string;
  /** Decimal text; null where there is none. */
  readonly percentage: string | null;
}

function nameOf(names: ReadonlyMap<string, RateName>, rate: string): Named {
  if (rate === UNTAXED) return { name: 'Without tax', percentage: null };
  const known = names.get(rate);
  if (!known) return { name: rate === '' ? 'Tax without a rate' : rate, percentage: null };
  const { name, percentage, detail } = known;
  return { name: detail === '' ? name : `${name}, ${detail}`, percentage };
}

function sectionLines(
  { db }: ReportContext,
  currency: string,
  sums: readonly TaxSum[],
  { from, to, basis }: ReportParameters,
): readonly Line[] {
  const names = rateNames(db);
  const rows = sums
    .map((sum) => ({ ...sum, ...nameOf(names, sum.rate), where: countryWords(sum.country) }))
    .toSorted(
      (a, b) =>
        compare(a.where, b.where) ||
        Number(b.percentage ?? -1) - Number(a.percentage ?? -1) ||
        compare(a.name, b.name),
    );
  const [net, tax] = [sumOf(sums, 'taxable'), sumOf(sums, 'tax')];
  return [
    heading(currency.toUpperCase()),
    ...rows.map(({ rate, country, where, name, percentage, taxable, tax: amount }) => {
      const parameters = { ...EVERYTHING, from, to, basis, currency, only: `${rate}|${country}` };
      const target: Target = { kind: 'report', id: 'tax', parameters };
      return row([
        text(where),
        text(name),
        percentage === null ? null : percent(percentage),
        money(taxable, currency, target),
        money(amount, currency, target),
        money(taxable + amount, currency),
      ]);
    }),
    total([
      text('Total'),
      null,
      null,
      money(net, currency),
      money(tax, currency),
      money(net + tax, currency),
    ]),
  ];
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function sumOf(sums: readonly TaxSum[], part: 'taxable' | 'tax'): number {
  return sums.reduce((sum, one) => sum + one[part], 0);
}

async function* oneByOne(
  context: ReportContext,
  parameters: ReportParameters,
  rate: string,
  country: string,
): AsyncGenerator<Line> {
  const isMeant = (entry: { readonly country: string | null; readonly currency: string }): boolean =>
    (entry.country ?? '') === country && entry.currency === (parameters.currency ?? entry.currency);
  const pacer = createPacer(context);
  if (parameters.basis === 'payment') {
    for await (const paid of paidTaxes(context, parameters)) {
      if (paid.rate !== rate || !isMeant(paid.entry)) continue;
      yield documentRow(context, paid.entry, paid.taxable, paid.tax);
      await pacer.did(50);
    }
    return;
  }
  const revenue = revenueAccounts(context.db);
  for (const span of monthsOf(context, parameters)) {
    const entries = revenueEntries(context.db, span, revenue);
    for (const entry of entries) {
      const taxable = isMeant(entry) ? taxableOf(context, entry, rate) : null;
      if (taxable === null) continue;
      const tax = taxOfEntry(context.db, entry.seq, CHART.taxPayable.number, rate);
      yield documentRow(context, entry, taxable, tax);
      await pacer.did(50);
    }
    await pacer.did(entries.length);
  }
}

/** Null where an entry has nothing to do with the rate. */
function taxableOf({ db }: ReportContext, { document, net, amount }: SoldEntry, rate: string): number | null {
  if (document === null) return rate === UNTAXED ? -amount : null;
  const tax = taxesOf(db, document).find((one) => one.rate === rate);
  return tax === undefined ? null : shareOfPart(tax.taxable, net ?? 0, -amount);
}

function documentRow(
  { db }: ReportContext,
  entry: Parameters<typeof aboutOf>[1],
  taxable: number,
  tax: number,
): Line {
  const { what, party, document, to } = aboutOf(db, entry);
  const { currency } = entry;
  return row([
    date(entry.day),
    text(what),
    text(party),
    text(document, to),
    money(taxable, currency),
    money(tax, currency),
  ]);
}
