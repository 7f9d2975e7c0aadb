// Gathers what the documents of an invoice sold, from the kept objects, and keeps it beside the journal for reports.
import { type Document, NO_ITEM, saleOf, type SoldLine } from '../../shared/domain/books/sales.ts';
import type { Db } from '../store/database.ts';
import { saveSale } from '../store/reports/sale-facts.ts';
import type { InvoiceDocuments } from './invoice-documents.ts';
import { netOf, productOf, SoldDocument, type SoldDocumentLine } from './sold-document.ts';

/** In the caller's transaction. Nothing of what is not here, is a draft, or cannot be read. */
export function keepSales(db: Db, { id, invoice: told, creditNotes }: InvoiceDocuments): void {
  const invoice = SoldDocument.safeParse(told).data;
  if (!invoice || invoice.status === 'draft') return;
  const country = invoice.customer_address?.country ?? '';
  const products = new Map(invoice.lines.map((line) => [line.id ?? '', productOf(line)]));
  saveSale(db, id, saleOf(documentOf(invoice, country, productOf)));
  for (const toldNote of creditNotes) {
    const note = SoldDocument.safeParse(toldNote).data;
    if (!note) continue;
    const product = (line: SoldDocumentLine): string => products.get(line.invoice_line_item ?? '') ?? NO_ITEM;
    saveSale(db, note.id, saleOf(documentOf(note, country, product)));
  }
}

function documentOf(
  { total, total_taxes: taxes, lines }: SoldDocument,
  country: string,
  product: (line: SoldDocumentLine) => string,
): Document {
  return {
    total,
    country,
    taxes: taxes.map(({ amount, taxable_amount: taxable, tax_rate_details: details }) => ({
      rate: details?.tax_rate ?? '',
      amount,
      taxable: taxable ?? null,
    })),
    lines: lines.map((line): SoldLine => ({ item: product(line), net: netOf(line) })),
  };
}
