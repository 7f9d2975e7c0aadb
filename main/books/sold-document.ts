// What an invoice or a credit note says of what it sold, read from the kept JSON.
import { z } from 'zod';
import { NO_ITEM } from '../../shared/domain/books/sales.ts';

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

export const SoldDocument = z.object({
  id: z.string(),
  status: z.string(),
  created: z.int().nullish(),
  /** Of a credit note, unix seconds. */
  voided_at: z.int().nullish(),
  total: z.int(),
  total_taxes: Taxes,
  customer_address: z.object({ country: z.string().nullish() }).nullish(),
  lines: z
    .object({ data: z.array(Line) })
    .nullish()
    .transform((lines) => lines?.data ?? []),
});
export type SoldDocument = z.infer<typeof SoldDocument>;
export type SoldDocumentLine = SoldDocument['lines'][number];

/** Stripe's id of the product; `NO_ITEM` where there is none. */
export function productOf({ pricing }: SoldDocumentLine): string {
  return pricing?.price_details?.product ?? NO_ITEM;
}

/** Discounts are given off the line, and tax that is included is not the seller's. */
export function netOf({ amount, discount_amounts: discount, taxes }: SoldDocumentLine): number {
  const included = taxes.reduce((sum, tax) => (tax.tax_behavior === 'inclusive' ? sum + tax.amount : sum), 0);
  return amount - discount - included;
}
