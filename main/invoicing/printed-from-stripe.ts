// An invoice of Stripe's as it is printed: every figure is Stripe's own.
import { z } from 'zod';
import { dayOf } from '../../shared/domain/dates.ts';
import { notFound } from '../refusal.ts';
import type { UseContext } from './context.ts';
import { readPrinted } from './read-printed.ts';
import type { PrintedInvoice, PrintedLine, PrintedTax } from './printed-invoice.ts';

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

export const StripeTax = z.object({
  amount: z.int(),
  taxable_amount: z.int().nullish(),
  tax_behavior: z.string().nullish(),
  tax_rate_details: z.object({ tax_rate: z.string() }).nullish(),
});

/** An id, or the object where it was expanded. */
const Reference = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

const Line = z.object({
  description: Text,
  amount: z.int(),
  quantity: z.number().nullish(),
  quantity_decimal: z.string().nullish(),
  pricing: z.object({ unit_amount_decimal: z.string().nullish() }).nullish(),
  taxes: z.array(StripeTax).nullish(),
  /** The line's own; `discount_amounts` has its share of the invoice's as well. */
  discounts: z.array(Reference).nullish(),
  discount_amounts: z.array(z.object({ amount: z.int(), discount: Reference })).nullish(),
});

const Printed = z.object({
  number: z.string().nullish(),
  status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']),
  currency: z.string(),
  created: z.int(),
  effective_at: z.int().nullish(),
  due_date: z.int().nullish(),
  status_transitions: z.object({ finalized_at: z.int().nullish(), paid_at: z.int().nullish() }),
  customer_name: Text,
  customer_email: Text,
  customer_tax_exempt: z.string().nullish(),
  customer_tax_ids: z.array(z.object({ type: z.string(), value: Text })).nullish(),
  customer_address: z
    .object({ line1: Text, line2: Text, postal_code: Text, city: Text, state: Text, country: Text })
    .nullish(),
  lines: z.object({ data: z.array(Line) }),
  subtotal: z.int(),
  total: z.int(),
  total_excluding_tax: z.int().nullish(),
  total_taxes: z.array(StripeTax).nullish(),
  amount_paid: z.int(),
  pre_payment_credit_notes_amount: z.int().default(0),
  amount_remaining: z.int(),
  starting_balance: z.int().default(0),
  /** Null until it is issued. */
  ending_balance: z.int().nullish(),
  custom_fields: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  description: Text,
  footer: Text,
  hosted_invoice_url: z.string().nullish(),
});
type Printed = z.infer<typeof Printed>;

/** `id` is ours. Refuses what the mirror does not have, and with `unreadable` what Stripe tells otherwise than it is printed. */
export function printedFromStripe(context: UseContext, id: string): PrintedInvoice {
  const { told, stripeId, language } = toldOf(context, id);
  const rates = taxRates(context);
  const day = (at: number | null | undefined): string | null =>
    at === null || at === undefined ? null : dayOf(at, context.timeZone);
  const taxes = (told.total_taxes ?? []).map((tax) => taxOf(tax, rates));
  const exclusive = taxes.reduce((sum, { amount, inclusive }) => (inclusive ? sum : sum + amount), 0);
  const taxSum = taxes.reduce((sum, { amount }) => sum + amount, 0);
  return {
    number: told.number ?? null,
    status: told.status,
    currency: told.currency,
    language,
    issueDay: dayOf(
      told.effective_at ?? told.status_transitions.finalized_at ?? told.created,
      context.timeZone,
    ),
    dueDay: day(told.due_date),
    paidDay: day(told.status_transitions.paid_at),
    buyer: buyerOf(told),
    reverseCharge: told.customer_tax_exempt === 'reverse',
    lines: told.lines.data.map((line) => lineOf(line, rates)),
    subtotal: told.subtotal,
    discount: told.subtotal + exclusive - told.total,
    net: told.total_excluding_tax ?? told.total - taxSum,
    taxes,
    total: told.total,
    credited: told.pre_payment_credit_notes_amount,
    amountPaid: told.amount_paid,
    balanceApplied: told.starting_balance - (told.ending_balance ?? told.starting_balance),
    amountDue: told.status === 'void' ? 0 : told.amount_remaining,
    payments: paymentsOf(context, stripeId),
    refunds: refundsOf(context, stripeId),
    poNumber: '',
    customFields: told.custom_fields ?? [],
    memo: told.description,
    footer: told.footer,
    paymentPage: told.status === 'open' ? (told.hosted_invoice_url ?? null) : null,
  };
}

interface Told {
  readonly told: Printed;
  readonly stripeId: string;
  /** The customer's; null where they have none of their own. */
  readonly language: string | null;
}

function toldOf({ db }: UseContext, id: string): Told {
  const row = db.get<{ json: string; stripe_id: string; number: string | null; language: string | null }>(
    `SELECT stripe_object.json, invoice.stripe_id, invoice.number, customer.fields ->> 'language' AS language
     FROM invoice JOIN stripe_object ON stripe_object.id = invoice.stripe_id LEFT JOIN customer ON customer.id = invoice.customer_id
     WHERE invoice.id = ?`,
    [id],
  );
  if (!row) throw notFound('invoice');
  const told = readPrinted(Printed, row.json, `Invoice ${row.number ?? row.stripe_id}`);
  return { told, stripeId: row.stripe_id, language: row.language };
}

interface RateRow {
  readonly stripe_id: string;
  readonly name: string;
  readonly percentage: string;
  readonly inclusive: number;
}
type Rates = ReadonlyMap<string, RateRow>;

export function taxRates(context: UseContext): Rates {
  const rows = context.db.all<RateRow>(
    'SELECT stripe_id, name, percentage, inclusive FROM tax_rate WHERE stripe_id IS NOT NULL',
  );
  return new Map(rows.map((rate) => [rate.stripe_id, rate]));
}

export function taxOf(tax: z.infer<typeof StripeTax>, rates: Rates): PrintedTax {
  const rate = tax.tax_rate_details ? rates.get(tax.tax_rate_details.tax_rate) : undefined;
  return {
    label: rate?.name ?? '',
    percentage: rate?.percentage ?? '',
    inclusive: tax.tax_behavior === 'inclusive',
    taxable: tax.taxable_amount ?? null,
    amount: tax.amount,
  };
}

function ownDiscount({ discounts, discount_amounts: amounts }: z.infer<typeof Line>): number {
  const own = new Set(discounts ?? []);
  return (amounts ?? []).reduce((sum, { amount, discount }) => (own.has(discount) ? sum + amount : sum), 0);
}

function lineOf(line: z.infer<typeof Line>, rates: Rates): PrintedLine {
  const discount = ownDiscount(line);
  return {
    description: line.description,
    quantity: line.quantity_decimal ?? String(line.quantity ?? 1),
    unitAmountDecimal: line.pricing?.unit_amount_decimal ?? null,
    discount,
    taxes: (line.taxes ?? []).flatMap((tax) => {
      const { label, percentage } = taxOf(tax, rates);
      return percentage === '' ? [] : [{ label, percentage }];
    }),
    amount: line.amount - discount,
  };
}

function buyerOf(told: Printed): PrintedInvoice['buyer'] {
  const address = told.customer_address;
  return {
    name: told.customer_name === '' ? told.customer_email : told.customer_name,
    email: told.customer_email,
    address: address
      ? {
          line1: address.line1,
          line2: address.line2,
          postalCode: address.postal_code,
          city: address.city,
          state: address.state,
          country: /^[A-Z]{2}$/.test(address.country) ? address.country : null,
        }
      : null,
    taxIds: told.customer_tax_ids ?? [],
  };
}

function paymentsOf(context: UseContext, stripeId: string): PrintedInvoice['payments'] {
  return context.db.all(
    `SELECT payment.day, payment.method, invoice_payment.amount_paid AS amount
     FROM invoice_payment JOIN payment ON payment.id = invoice_payment.payment_id
     WHERE invoice_payment.invoice_stripe_id = ? AND invoice_payment.status = 'paid' AND invoice_payment.amount_paid > 0
     ORDER BY payment.created`,
    [stripeId],
  );
}

function refundsOf(context: UseContext, stripeId: string): PrintedInvoice['refunds'] {
  return context.db.all(
    `SELECT refund.day, refund.amount FROM refund
     WHERE refund.status = 'succeeded' AND refund.payment_id IN (SELECT payment_id FROM invoice_payment WHERE invoice_stripe_id = ?)
     ORDER BY refund.created`,
    [stripeId],
  );
}
