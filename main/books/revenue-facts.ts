// Which revenue accounts the documents of an invoice post to, by the items on their lines.
import { CHART } from '../../shared/domain/books/accounts.ts';
import {
  type Revenue,
  type RevenueLine,
  revenueOf,
  revenueTakenBack,
  type TakenBack,
} from '../../shared/domain/books/revenue-accounts.ts';
import type { Taxable } from '../../shared/domain/books/revenue-parts.ts';
import { shareOfPart } from '../../shared/domain/books/sales.ts';
import type { InvoiceDocuments } from './invoice-documents.ts';
import { netOf, productOf, SoldDocument, type SoldDocumentLine } from './sold-document.ts';

/** The account of a product, by Stripe's id. */
export type AccountOf = (product: string) => number;

/** By the id of the document; nothing of what is not here, is a draft, or cannot be read. */
export function revenueFactsOf(
  documents: InvoiceDocuments,
  accountOf: AccountOf,
): ReadonlyMap<string, Revenue> {
  const read = readSold(documents, accountOf);
  if (read === null) return new Map();
  return new Map([
    [read.invoice.id, read.sold],
    ...read.notes.map(({ note, taken }) => [note.id, taken] as const),
  ]);
}

interface Sold {
  readonly invoice: SoldDocument;
  readonly sold: Revenue;
  /** Null for what is no line of the invoice. */
  readonly accountOfLine: (id: string | null | undefined) => number | null;
  /** Oldest first, as each takes back from what those before it have left. */
  readonly notes: readonly { readonly note: SoldDocument; readonly taken: TakenBack }[];
}

function readSold({ invoice: told, creditNotes }: InvoiceDocuments, accountOf: AccountOf): Sold | null {
  const invoice = SoldDocument.safeParse(told).data;
  if (!invoice || invoice.status === 'draft') return null;
  const accounts = new Map(invoice.lines.map((line) => [line.id ?? '', accountOf(productOf(line))]));
  const sold = revenueOf(
    netOfDocument(invoice),
    invoice.lines.map((line): RevenueLine => ({ account: accountOf(productOf(line)), net: netOf(line) })),
  );
  const accountOfLine: Sold['accountOfLine'] = (id) => accounts.get(id ?? '') ?? null;
  const notes: { note: SoldDocument; taken: TakenBack }[] = [];
  for (const toldNote of creditNotes) {
    const note = SoldDocument.safeParse(toldNote).data;
    if (!note) continue;
    const lines = note.lines.map((line): RevenueLine => ({
      account: accountOfLine(line.invoice_line_item),
      net: netOf(line),
    }));
    const earlier = notes.filter((before) => !isOver(before.note, note)).map(({ taken }) => taken);
    notes.push({ note, taken: revenueTakenBack(netOfDocument(note), lines, { invoice: sold, earlier }) });
  }
  return { invoice, sold, accountOfLine, notes };
}

/** Whether it was voided before the other one was issued, which never changes; what is voided later had its part in that one. */
function isOver({ voided_at: voidedAt }: SoldDocument, { created }: SoldDocument): boolean {
  return typeof voidedAt === 'number' && typeof created === 'number' && voidedAt <= created;
}

/** What rates were charged on in a document, of what of it is on the revenue account of the chart. */
export function taxablesOfChart(
  documents: InvoiceDocuments,
  document: string,
  accountOf: AccountOf,
): readonly Taxable[] {
  const read = readSold(documents, accountOf);
  if (read === null) return [];
  const { invoice, accountOfLine, notes } = read;
  if (document === invoice.id)
    return invoice.lines.flatMap((line) =>
      accountOfLine(line.id) === CHART.revenue.number ? taxablesOf(line) : [],
    );
  const found = notes.find(({ note }) => note.id === document);
  if (!found) return [];
  const { net, chart } = found.taken.unnamed;
  return found.note.lines.flatMap((line) => {
    const account = accountOfLine(line.invoice_line_item);
    if (account === CHART.revenue.number) return taxablesOf(line);
    if (account !== null) return [];
    return taxablesOf(line).map(({ rate, amount }) => ({ rate, amount: shareOfPart(amount, net, chart) }));
  });
}

function taxablesOf({ taxes }: SoldDocumentLine): readonly Taxable[] {
  return taxes.flatMap(({ taxable_amount: amount, tax_rate_details: details }) => {
    const rate = details?.tax_rate ?? null;
    return rate === null || amount === null || amount === undefined ? [] : [{ rate, amount }];
  });
}

function netOfDocument({ total, total_taxes: taxes }: SoldDocument): number {
  return taxes.reduce((net, { amount }) => net - amount, total);
}
