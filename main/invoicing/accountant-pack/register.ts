// The register of a period: every invoice and credit note that was issued in it, as a table and one by one.
import type { Line } from '../../../shared/contract/reports.ts';
import { columns, date, money, row, type Table, text } from '../../../shared/domain/reports/table.ts';
import type { Db } from '../../store/database.ts';
import {
  type RegisteredInvoice,
  registeredInvoices,
  type RegisteredNote,
  registeredNotes,
  type RegisterPeriod,
  type RegisterPlace,
} from '../../store/reports/register.ts';
import { stateWords } from '../list-tables/paged-table.ts';

export interface RegisterContext {
  readonly db: Db;
  /** Lets others have their turn between two portions; throws when the books are closed meanwhile. */
  readonly pause: () => Promise<void>;
}

/** Documents read at a time. */
const PORTION = 200;
const BEGINNING: RegisterPlace = { number: '', seq: 0 };

export const invoicesOf = (
  context: RegisterContext,
  period: RegisterPeriod,
): AsyncGenerator<RegisteredInvoice> =>
  everyOne(context, (after) => registeredInvoices(context.db, period, after, PORTION));

export const notesOf = (context: RegisterContext, period: RegisterPeriod): AsyncGenerator<RegisteredNote> =>
  everyOne(context, (after) => registeredNotes(context.db, period, after, PORTION));

async function* everyOne<Row extends RegisterPlace>(
  { pause }: RegisterContext,
  read: (after: RegisterPlace) => readonly Row[],
): AsyncGenerator<Row> {
  for (let after = BEGINNING; ;) {
    const rows = read(after);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PORTION) return;
    after = { number: last.number, seq: last.seq };
    await pause();
  }
}

const COLUMNS = columns({
  kind: ['Document', 'text'],
  number: ['Number', 'text'],
  issued: ['Issued', 'date'],
  due: ['Due', 'date'],
  invoice: ['For invoice', 'text'],
  customer: ['Customer', 'text'],
  country: ['Country', 'text'],
  status: ['Status', 'text'],
  net: ['Net', 'money'],
  tax: ['Tax', 'money'],
  total: ['Total', 'money'],
  open: ['Open now', 'money'],
  stripe: ['Stripe id', 'text'],
});

/** Credit notes stand below the invoices, with amounts below zero: the columns add up to what was sold. */
export function registerTable(context: RegisterContext, period: RegisterPeriod): Table {
  async function* lines(): AsyncGenerator<Line> {
    for await (const invoice of invoicesOf(context, period)) yield invoiceLine(invoice);
    for await (const note of notesOf(context, period)) yield noteLine(note);
  }
  return { title: 'Register of invoices and credit notes', subtitle: '', columns: COLUMNS, lines: lines() };
}

function invoiceLine(invoice: RegisteredInvoice): Line {
  const { currency, total, tax } = invoice;
  return row([
    text('Invoice'),
    text(invoice.number),
    date(invoice.issue_day),
    date(invoice.due_day),
    null,
    text(invoice.customer_name),
    text(invoice.country ?? ''),
    text(stateWords(invoice.status)),
    money(total - tax, currency),
    money(tax, currency),
    money(total, currency),
    money(invoice.status === 'open' ? invoice.amount_remaining : 0, currency),
    text(invoice.stripe_id),
  ]);
}

function noteLine(note: RegisteredNote): Line {
  const { currency, total, tax } = note;
  return row([
    text('Credit note'),
    text(note.number),
    date(note.day),
    null,
    text(note.invoice_number ?? ''),
    text(note.customer_name),
    text(note.country ?? ''),
    text(stateWords(note.status)),
    money(tax - total, currency),
    money(0 - tax, currency),
    money(0 - total, currency),
    null,
    text(note.stripe_id),
  ]);
}
