// The content of an invoice at Stripe as a draft's content: to edit a draft made elsewhere, or to write a new invoice like it.
import { z } from 'zod';
import type { DraftContent, DraftLine } from '../../shared/contract/drafts.ts';

/** An id, or the object where it was expanded. */
const Named = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

const Line = z.object({
  id: z.string(),
  description: z.string().nullish(),
  amount: z.int(),
  quantity: z.number().nullish(),
  quantity_decimal: z.string().nullish(),
  pricing: z
    .object({
      unit_amount_decimal: z.string().nullish(),
      price_details: z.object({ price: z.string(), product: z.string() }).nullish(),
    })
    .nullish(),
  discounts: z.array(Named).nullish(),
  discount_amounts: z.array(z.object({ amount: z.int(), discount: Named })).nullish(),
  taxes: z.array(z.object({ tax_rate_details: z.object({ tax_rate: z.string() }).nullish() })).nullish(),
});

const Source = z.object({
  currency: z.string(),
  description: z.string().nullish(),
  footer: z.string().nullish(),
  payment_settings: z.object({ payment_method_types: z.array(z.string()).nullish() }).nullish(),
  custom_fields: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  total_discount_amounts: z.array(z.object({ amount: z.int() })).nullish(),
  lines: z.object({ data: z.array(Line) }),
});

export interface ContentNames {
  readonly customerId: string | null;
  /** Our id of a tax rate, by Stripe's. */
  readonly taxRateId: (stripeId: string) => string;
  /** The item of the catalogue by Stripe's ids; null where it is none of it any more. */
  readonly item: (stripeIds: { readonly product: string; readonly price: string }) => DraftLine['item'];
  readonly lineId: () => string;
  readonly defaultTerms: number;
}

/** `invoice` is the mirrored JSON. Discounts become fixed amounts, as Stripe tells only what they took off. */
export function contentOfInvoice(invoice: unknown, names: ContentNames): DraftContent {
  const source = Source.parse(invoice);
  const fields = source.custom_fields ?? [];
  const all = (source.total_discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  const off = source.lines.data.reduce((sum, line) => sum - ownDiscount(line), all);
  return {
    customerId: names.customerId,
    currency: source.currency,
    lines: source.lines.data.map((line) => lineOf(line, names)),
    discount: off > 0 ? { kind: 'amount', amount: off } : null,
    couponId: null,
    terms: { kind: 'days', days: names.defaultTerms },
    paymentMethods: source.payment_settings?.payment_method_types ?? [],
    memo: source.description ?? '',
    footer: source.footer ?? '',
    customFields: fields.filter(({ name }) => !isPoNumber(name)),
    poNumber: fields.find(({ name }) => isPoNumber(name))?.value ?? '',
    language: null,
    internalNote: '',
  };
}

function isPoNumber(name: string): boolean {
  return /^(po|purchase order)( number| no\.?| #)?$/i.test(name.trim());
}

/** What the discounts of the line itself took off, without its share of those on the whole. */
function ownDiscount({ discounts, discount_amounts: amounts }: z.infer<typeof Line>): number {
  const own = new Set(discounts ?? []);
  return (amounts ?? []).reduce((sum, { amount, discount }) => (own.has(discount) ? sum + amount : sum), 0);
}

function lineOf(line: z.infer<typeof Line>, names: ContentNames): DraftLine {
  const quantity = line.quantity_decimal ?? String(line.quantity ?? 1);
  const unit = line.pricing?.unit_amount_decimal ?? null;
  const own = ownDiscount(line);
  return {
    id: names.lineId(),
    description: line.description ?? '',
    // A line that has only an amount is one of that amount.
    quantity: unit === null ? '1' : quantity,
    unitAmountDecimal: unit ?? String(line.amount),
    taxRateIds: (line.taxes ?? []).flatMap(({ tax_rate_details: rate }) =>
      rate ? [names.taxRateId(rate.tax_rate)] : [],
    ),
    discount: own > 0 ? { kind: 'amount', amount: own } : null,
    item: line.pricing?.price_details ? names.item(line.pricing.price_details) : null,
  };
}
