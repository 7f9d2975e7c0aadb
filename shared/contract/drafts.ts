// Calls about drafts: what the editor keeps, previews and sends.
import { z } from 'zod';
import { command, query } from './define.ts';
import {
  Accepted,
  Amount,
  CalendarDay,
  CommandId,
  Currency,
  Decimal,
  Id,
  Money,
  Nothing,
  PaymentMethodType,
} from './common.ts';

export const Discount = z.discriminatedUnion('kind', [
  /** `percent` is decimal text such as `12.5`. */
  z.object({ kind: z.literal('percent'), percent: Decimal }),
  /** Minor units of the invoice's currency. */
  z.object({ kind: z.literal('amount'), amount: Amount }),
]);
export type Discount = z.infer<typeof Discount>;

export const DraftLine = z.object({
  /** Made in the page; stays with the line through moves. */
  id: z.string().min(1).max(64),
  description: z.string().max(1000),
  quantity: Decimal,
  /** Minor units as exact decimal text, Stripe's `unit_amount_decimal`: `1050` is 10.50 EUR, `0.5` half a cent. */
  unitAmountDecimal: Decimal,
  taxRateIds: z.array(Id).max(5),
  discount: Discount.nullable(),
  /** The item of the catalogue that it counts to, and the price it was taken at; null is written freely. */
  item: z.object({ itemId: Id, priceId: Id.nullable() }).nullable().default(null),
});
export type DraftLine = z.infer<typeof DraftLine>;

export const PaymentTerms = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('days'), days: z.int().min(0).max(365) }),
  z.object({ kind: z.literal('date'), date: CalendarDay }),
]);
export type PaymentTerms = z.infer<typeof PaymentTerms>;

/** All that the editor holds. Loose on purpose: a draft may be incomplete; `drafts.review` says what is missing. */
export const DraftContent = z.object({
  customerId: Id.nullable(),
  currency: Currency,
  lines: z.array(DraftLine).max(250),
  discount: Discount.nullable(),
  /** Of the catalogue; taken off what `discount` leaves. */
  couponId: Id.nullable().default(null),
  terms: PaymentTerms,
  /** By which ways it can be paid; none leaves that to what is set in Stripe's dashboard. */
  paymentMethods: z.array(PaymentMethodType).max(12).default([]),
  memo: z.string().max(1500),
  footer: z.string().max(5000),
  customFields: z.array(z.object({ name: z.string().max(40), value: z.string().max(140) })).max(4),
  poNumber: z.string().max(100),
  /** BCP 47 of the document; null takes the customer's, then the company's. */
  language: z.string().max(20).nullable(),
  /** For the bookkeeper only; never leaves this computer. */
  internalNote: z.string().max(2000),
});
export type DraftContent = z.infer<typeof DraftContent>;

export const Draft = z.object({
  id: Id,
  content: DraftContent,
  /** Rises with each save; a save with an older one is refused so that two windows cannot overwrite each other. */
  revision: z.int(),
  state: z.enum(['editing', 'sending', 'issued']),
  /** The issued invoice that it replaces; customer and currency are that one's. */
  revises: z.object({ id: Id, number: z.string() }).nullable(),
  updatedAt: z.int(),
});
export type Draft = z.infer<typeof Draft>;

/** Net, tax per rate and total by the same rule as Stripe's; an estimate until Stripe has finalized. */
export const Totals = z.object({
  currency: Currency,
  lines: z.array(
    z.object({
      id: z.string(),
      /** Quantity times price. */
      amount: Amount,
      /** By its own discount only. */
      ownDiscount: Amount,
      /** All that comes off: its own discount, and its share of those of the whole invoice. */
      discount: Amount,
      tax: Amount,
    }),
  ),
  subtotal: Amount,
  discount: Amount,
  net: Amount,
  taxes: z.array(
    z.object({
      taxRateId: Id,
      label: z.string(),
      percentage: z.string(),
      inclusive: z.boolean(),
      taxable: Amount,
      amount: Amount,
    }),
  ),
  total: Amount,
});
export type Totals = z.infer<typeof Totals>;

export const DocumentPages = z.object({
  /** One SVG text per page: drawn by our own typesetter from escaped text; shown through an `img`, never as markup. */
  pages: z.array(z.string()),
  pageSize: z.enum(['a4', 'letter']),
});

export const ReviewFinding = z.object({
  /** An error forbids sending; a warning is shown and may be passed over. */
  severity: z.enum(['error', 'warning']),
  code: z.enum([
    'no-customer',
    'no-email',
    'no-lines',
    'empty-line',
    /** Found by the form itself: the text of the field is none that the draft could hold. */
    'unreadable',
    'amount-too-small',
    'amount-too-large',
    'too-many-digits',
    'negative-total',
    'zero-total',
    'due-in-past',
    'no-tax-id',
    'same-amount-this-week',
    'no-mail-in-test-mode',
    'currency-differs',
    'unknown-tax-rate',
    'too-many-lines',
    'no-key',
    'archived-customer',
    'method-not-in-currency',
    'not-revisable',
    'revision-differs',
    'archived-item',
    'coupon-not-given',
    'coupon-in-other-currency',
  ]),
  /** Where in the draft, as a path such as `lines.2.quantity`. */
  path: z.string(),
  message: z.string(),
});
export type ReviewFinding = z.infer<typeof ReviewFinding>;

const Review = z.object({
  findings: z.array(ReviewFinding),
  totals: Totals,
  /** What Stripe keeps for the customer in this currency: negative is a credit, positive is owed by them from before. */
  balance: Amount,
  /** What will be asked for once the balance is applied. */
  amountDue: Amount,
  recipient: z.object({ name: z.string(), email: z.string() }).nullable(),
  dueDate: CalendarDay,
  /** What will happen at Stripe, in order and in words. */
  steps: z.array(z.string()),
  /** How the number will be made, in words. */
  numbering: z.string(),
});

export const draftCalls = {
  'drafts.create': command(
    z.object({ commandId: CommandId, customerId: Id.nullable(), copyOf: Id.nullable() }),
    Draft,
  ),
  'drafts.get': query(z.object({ id: Id }), Draft),
  'drafts.save': command(z.object({ id: Id, revision: z.int(), content: DraftContent }), Draft),
  'drafts.delete': command(z.object({ commandId: CommandId, id: Id }), Nothing),
  /** Draws the content as it stands in the form, saved or not. */
  'drafts.preview': query(z.object({ id: Id, content: DraftContent }), DocumentPages),
  'drafts.review': query(z.object({ id: Id }), Review),
  /** Accepts the draft for sending (`email` true) or issuing only. `total` is what the bookkeeper saw: a differing one is refused. */
  'drafts.send': command(
    z.object({ commandId: CommandId, id: Id, revision: z.int(), email: z.boolean(), total: Money }),
    Accepted,
  ),
} as const;
