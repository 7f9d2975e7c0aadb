// The lines of an invoice as far as they can be credited: what is left of each after earlier credit notes. Pure.
import { z } from 'zod';
import type { CreditableLine } from '../../../shared/domain/crediting.ts';

const Tax = z.object({
  amount: z.int(),
  tax_behavior: z.string().nullish(),
  tax_rate_details: z.object({ tax_rate: z.string() }).nullish(),
});

const InvoiceLines = z.object({
  lines: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        description: z.string().nullish(),
        amount: z.int(),
        quantity: z.number().nullish(),
        quantity_decimal: z.string().nullish(),
        pricing: z.object({ unit_amount_decimal: z.string().nullish() }).nullish(),
        discount_amounts: z.array(z.object({ amount: z.int() })).nullish(),
        taxes: z.array(Tax).nullish(),
      }),
    ),
  }),
});

const NoteLines = z.object({
  lines: z.object({
    data: z.array(
      z.object({
        invoice_line_item: z.string().nullish(),
        quantity: z.int().nullish(),
        amount: z.int(),
      }),
    ),
  }),
});

export interface LineLeft extends CreditableLine {
  readonly id: string;
  readonly description: string;
  readonly amountLeft: number;
  /** Null where the line has no whole quantity, or was credited by an amount before. */
  readonly quantityLeft: number | null;
  readonly quantity: number | null;
  /** Minor units as decimal text. */
  readonly unitAmount: string | null;
  /** False where a part was credited by quantity before: Stripe does not mix the two on one line. */
  readonly byAmount: boolean;
  /** Stripe's ids. */
  readonly taxRates: readonly string[];
}

/** Of an invoice's JSON and of those of its issued credit notes. Lines that take something off are not credited. */
export function linesLeft(invoiceJson: string, noteJsons: readonly string[]): readonly LineLeft[] {
  const { lines } = InvoiceLines.parse(JSON.parse(invoiceJson));
  const credits = noteJsons.flatMap((json) => NoteLines.safeParse(JSON.parse(json)).data?.lines.data ?? []);
  return lines.data.flatMap((line): readonly LineLeft[] => {
    const before = credits.filter((credit) => credit.invoice_line_item === line.id);
    const amountLeft = line.amount - before.reduce((sum, { amount }) => sum + amount, 0);
    if (line.amount <= 0 || amountLeft <= 0) return [];
    const byQuantity = before.some(({ quantity }) => typeof quantity === 'number');
    const quantity = wholeQuantity(line);
    const credited = before.reduce((sum, credit) => sum + (credit.quantity ?? 0), 0);
    const canCount = quantity !== null && (before.length === 0 || byQuantity);
    return [
      {
        id: line.id,
        description: line.description ?? '',
        amount: line.amount,
        amountLeft,
        quantity,
        quantityLeft: canCount ? quantity - credited : null,
        unitAmount: line.pricing?.unit_amount_decimal ?? null,
        byAmount: !byQuantity,
        discounts: (line.discount_amounts ?? []).map(({ amount }) => amount),
        taxes: (line.taxes ?? []).map((tax) => ({
          amount: tax.amount,
          inclusive: tax.tax_behavior === 'inclusive',
        })),
        taxRates: (line.taxes ?? []).flatMap(({ tax_rate_details: rate }) => (rate ? [rate.tax_rate] : [])),
      },
    ];
  });
}

/** Only a line with a price and a whole number of units is credited by units. */
function wholeQuantity(line: z.infer<typeof InvoiceLines>['lines']['data'][number]): number | null {
  if (!line.pricing?.unit_amount_decimal) return null;
  const quantity = Number(line.quantity_decimal ?? line.quantity);
  return Number.isSafeInteger(quantity) && quantity > 0 ? quantity : null;
}
