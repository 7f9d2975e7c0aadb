// Gathers what the documents of an invoice sold, from the kept objects, and keeps it beside the journal for reports.
import { z } from 'zod';
import { type Document, NO_ITEM, saleOf, type SoldLine } from '../../shared/domain/books/sales.ts';
import type { Db } from '../store/database.ts';
import { saveSale } from '../store/reports/sale-facts.ts';
import type { InvoiceDocuments } from './invoice-documents.ts';

const Reference = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish();
const Amounts = z
  .array(z.object({ amount: z.int() }))
  .nullish()
  .transform((amounts) => (amounts ?? []).reduce((sum, { amount }) => sum + amount, 0));

const Taxes = z
  .array(
    z.object({
      amount: z.int(),
      taxable_amount: z.int().nullish(),
      tax_behavior: z.string().nullish(),
      tax_rate_details: z.object({ tax_rate: z.string().nullish() }).nullish(),
    }),
  )
  .nullish()
  .transform((taxes) => taxes ?? []);

const Line = z.object({
  id: z.string().nullish(),
  amount: z.int(),
  discount_amounts: Amounts,
  taxes: Taxes,
  pricing: z.object({ price_details: z.object({ product: Reference }).nullish() }).nullish(),
  /** Of a line of a credit note: the line of the invoice. */
  invoice_line_item: z.string().nullish(),
});

const SoldDocument = z.object({
  id: z.string(),
  status: z.string(),
  total: z.int(),
  total_taxes: Taxes,
  customer_address: z.object({ country: z.string().nullish() }).nullish(),
  lines: z
    .object({ data: z.array(Line) })
    .nullish()
    .transform((lines) => lines?.data ?? []),
});
type SoldDocument = z.infer<typeof SoldDocument>;

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
    const product = (line: SoldDocument['lines'][number]): string =>
      products.get(line.invoice_line_item ?? '') ?? NO_ITEM;
    saveSale(db, note.id, saleOf(documentOf(note, country, product)));
  }
}

function productOf({ pricing }: SoldDocument['lines'][number]): string {
  return pricing?.price_details?.product ?? NO_ITEM;
}

function documentOf(
  { total, total_taxes: taxes, lines }: SoldDocument,
  country: string,
  product: (line: SoldDocument['lines'][number]) => string,
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

/** Discounts are given off the line, and tax that is included is not the seller's. */
function netOf({ amount, discount_amounts: discount, taxes }: SoldDocument['lines'][number]): number {
  const included = taxes.reduce((sum, tax) => (tax.tax_behavior === 'inclusive' ? sum + tax.amount : sum), 0);
  return amount - discount - included;
}
