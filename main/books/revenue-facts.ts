// Which revenue accounts the documents of an invoice post to, by the items on their lines.
import { CHART } from '../../shared/domain/books/accounts.ts';
import {
  type Revenue,
  type RevenueLine,
  revenueOf,
  revenueTakenBack,
} from '../../shared/domain/books/revenue-accounts.ts';
import type { Taxable } from '../../shared/domain/books/revenue-parts.ts';
import type { InvoiceDocuments } from './invoice-documents.ts';
import { netOf, productOf, SoldDocument, type SoldDocumentLine } from './sold-document.ts';

/** The account of a product, by Stripe's id. */
export type AccountOf = (product: string) => number;

/** By the id of the document; nothing of what is not here, is a draft, or cannot be read. */
export function revenueFactsOf(
  { invoice: told, creditNotes }: InvoiceDocuments,
  accountOf: AccountOf,
): ReadonlyMap<string, Revenue> {
  const invoice = SoldDocument.safeParse(told).data;
  if (!invoice || invoice.status === 'draft') return new Map();
  const own = (line: SoldDocumentLine): number => accountOf(productOf(line));
  const accounts = new Map(invoice.lines.map((line) => [line.id ?? '', own(line)]));
  const sold = revenueOf(
    netOfDocument(invoice),
    invoice.lines.map((line): RevenueLine => ({ account: own(line), net: netOf(line) })),
  );
  const notes = creditNotes.flatMap((toldNote) => {
    const note = SoldDocument.safeParse(toldNote).data;
    if (!note) return [];
    const lines = note.lines.map((line): RevenueLine => ({
      account: accounts.get(line.invoice_line_item ?? '') ?? null,
      net: netOf(line),
    }));
    return [[note.id, revenueTakenBack(netOfDocument(note), lines, sold)] as const];
  });
  return new Map([[invoice.id, sold], ...notes]);
}

/** What rates were charged on in a document, of the lines alone that are on the revenue account of the chart. */
export function taxablesOfChart(
  { invoice: told, creditNotes }: InvoiceDocuments,
  document: string,
  accountOf: AccountOf,
): readonly Taxable[] {
  const all = [told, ...creditNotes].flatMap((one) => SoldDocument.safeParse(one).data ?? []);
  const accounts = new Map(all[0]?.lines.map((line) => [line.id ?? '', accountOf(productOf(line))]));
  const lines = all.find(({ id }) => id === document)?.lines ?? [];
  return lines.flatMap((line) => {
    const account = accounts.get(line.invoice_line_item ?? line.id ?? '');
    if (account !== CHART.revenue.number) return [];
    return line.taxes.flatMap(({ taxable_amount: amount, tax_rate_details: details }) => {
      const rate = details?.tax_rate ?? null;
      return rate === null || amount === null || amount === undefined ? [] : [{ rate, amount }];
    });
  });
}

function netOfDocument({ total, total_taxes: taxes }: SoldDocument): number {
  return taxes.reduce((net, { amount }) => net - amount, total);
}
