// The number audit: every number of an invoice with what became of it, and every hole in a series explained.
import type { Line, ReportParameters } from '../../../shared/contract/reports.ts';
import { formatDay } from '../../../shared/domain/dates.ts';
import {
  type Flaw,
  flawsOf,
  type Numbered,
  numberParts,
  type Series,
  seriesOf,
} from '../../../shared/domain/reports/numbering.ts';
import { periodWords } from '../../../shared/domain/reports/parameters.ts';
import {
  columns,
  date,
  heading,
  money,
  row,
  type Table,
  text,
} from '../../../shared/domain/reports/table.ts';
import { deletedNumbers, type NumberedInvoice, numberedInvoices } from '../../store/reports/numbers.ts';
import { backfillPosition } from '../../store/sync-position.ts';
import { createPacer } from './portions.ts';
import type { ReportContext } from './report-context.ts';

const COLUMNS = columns({
  number: ['Number', 'text'],
  issued: ['Issued', 'date'],
  customer: ['Customer', 'text'],
  fate: ['What became of it', 'text'],
  settled: ['Paid on', 'date'],
  total: ['Total', 'money'],
});

type Entry = NumberedInvoice & Numbered;

const PORTION = 2_000;

const FATES: Readonly<Record<NumberedInvoice['status'], string>> = {
  draft: 'Draft: not issued yet',
  open: 'Open',
  paid: 'Paid',
  uncollectible: 'Written off, can still be paid',
  void: 'Void: number kept, nothing owed',
};

export async function numbersReport(context: ReportContext, parameters: ReportParameters): Promise<Table> {
  const pacer = createPacer(context);
  const numbers = await everyNumber(context);
  const series = seriesOf(numbers);
  await pacer.did(numbers.length);
  const isShown = ({ issued }: Entry): boolean =>
    (parameters.from === null || issued >= parameters.from) &&
    (parameters.to === null || issued <= parameters.to);
  const flaws = series
    .flatMap((one) => flawsOf(one))
    .filter((flaw) => isShown(flaw.kind === 'missing' ? flaw.after : flaw.entry));
  return {
    title: 'Number audit',
    subtitle: periodWords({ ...parameters, currency: null }),
    columns: COLUMNS,
    lines: auditLines(context, series, flaws, isShown),
  };
}

async function everyNumber(context: ReportContext): Promise<readonly Entry[]> {
  const pacer = createPacer(context);
  const all: Entry[] = [];
  for (let after = { number: '', seq: 0 }; ;) {
    const part = numberedInvoices(context.db, after, PORTION);
    for (const invoice of part) {
      const { number, issue_day: issued } = invoice;
      all.push({ ...invoice, issued, parts: numberParts(number) });
    }
    const last = part.at(-1);
    if (!last) return all;
    after = last;
    await pacer.did(part.length);
  }
}

async function* auditLines(
  context: ReportContext,
  series: readonly Series<Entry>[],
  flaws: readonly Flaw<Entry>[],
  isShown: (entry: Entry) => boolean,
): AsyncGenerator<Line> {
  const pacer = createPacer(context);
  const deleted = flaws.length === 0 ? new Set<string>() : deletedNumbers(context.db);
  const isWhole = backfillPosition.read(context.db)?.done ?? true;
  if (flaws.length > 0) yield heading('Missing and repeated numbers');
  for (const flaw of flaws) yield flawRow(flaw, deleted, isWhole);
  for (const one of series) {
    const shown = one.entries.filter(isShown);
    if (shown.length > 0) yield heading(seriesWords(one.prefix, shown));
    for (const entry of shown) yield entryRow(entry);
    await pacer.did(shown.length);
  }
}

function seriesWords(prefix: string | null, shown: readonly Entry[]): string {
  const [first, last] = [shown[0]?.number ?? '', shown.at(-1)?.number ?? ''];
  if (prefix === null) return `Numbers without digits at the end: ${shown.length}`;
  return first === last ? first : `${first} to ${last}: ${shown.length} numbers`;
}

function entryRow({
  id,
  number,
  issued,
  customer_name: customer,
  status,
  paid_day: paid,
  total,
  currency,
}: Entry): Line {
  const settled = status === 'paid' ? date(paid) : null;
  return row([
    text(number, { kind: 'invoice', id }),
    date(issued),
    text(customer),
    text(FATES[status]),
    settled,
    money(total, currency),
  ]);
}

function flawRow(flaw: Flaw<Entry>, deleted: ReadonlySet<string>, isWhole: boolean): Line {
  if (flaw.kind === 'repeated') {
    const { entry, earlier } = flaw;
    const words = `Given twice: also to the invoice of ${earlier.customer_name} on ${dayWords(earlier.issued)}`;
    return row([
      text(entry.number, { kind: 'invoice', id: entry.id }),
      date(entry.issued),
      text(entry.customer_name),
      text(words),
      null,
      null,
    ]);
  }
  const { from, to, count } = flaw;
  const name = count === 1 ? from : `${from} to ${to}`;
  return row([text(name), null, null, text(missingWords(flaw, deleted.has(from), isWhole)), null, null]);
}

/** Why nothing has a number. */
function missingWords(
  { count, before, after }: Extract<Flaw<Entry>, { kind: 'missing' }>,
  wasDeleted: boolean,
  isWhole: boolean,
): string {
  if (count === 1 && wasDeleted) return 'A draft that was deleted at Stripe before it was issued';
  if (!isWhole) return 'Not fetched from Stripe yet: the first synchronisation is still under way';
  const many = count === 1 ? 'Never issued' : `${count} numbers never issued`;
  return `${many}: Stripe has no such invoice. The series went from ${before.number} on ${dayWords(before.issued)} to ${after.number} on ${dayWords(after.issued)}`;
}

const dayWords = (day: string): string => formatDay(day, 'en-GB');
