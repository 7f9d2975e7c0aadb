// Calls about settings, tax rates and the start page.
import { z } from 'zod';
import { command, query } from './define.ts';
import {
  Accepted,
  CalendarDay,
  CommandId,
  Country,
  Currency,
  Decimal,
  Id,
  Money,
  PaymentMethodType,
  Sums,
} from './common.ts';
import { UsedBy } from './catalogue.ts';
import { Address, TaxId } from './customers.ts';

export const Settings = z.object({
  company: z.object({
    name: z.string().max(256),
    email: z.string().max(512),
    phone: z.string().max(40),
    website: z.string().max(300),
    address: Address,
    taxIds: z.array(TaxId).max(5),
    /** IANA; decides which calendar day an instant is. */
    timeZone: z.string().max(60),
  }),
  document: z.object({
    pageSize: z.enum(['a4', 'letter']),
    /** `#rrggbb`. */
    accent: z.string().regex(/^#[0-9a-f]{6}$/i),
    /** BCP 47. */
    language: z.string().max(20),
    footer: z.string().max(5000),
    memo: z.string().max(1500),
    showPaymentLink: z.boolean(),
    hasLogo: z.boolean(),
  }),
  invoicing: z.object({
    defaultCurrency: Currency,
    /** Days. */
    defaultTerms: z.int().min(0).max(365),
    defaultTaxRateIds: z.array(Id).max(5),
    /** Those that a new invoice offers where its currency permits; none leaves that to Stripe's dashboard. */
    defaultPaymentMethods: z.array(PaymentMethodType).max(12),
  }),
  /** Which reminders are proposed: days from the due date, negative before it. */
  reminders: z.object({ steps: z.array(z.int().min(-60).max(365)).max(8) }),
  appearance: z.object({
    theme: z.enum(['system', 'light', 'dark']),
    density: z.enum(['comfortable', 'compact']),
  }),
});
export type Settings = z.infer<typeof Settings>;

export const TaxRate = z.object({
  id: Id,
  stripeId: Id.nullable(),
  name: z.string(),
  /** Decimal text such as `19` or `7.7`. */
  percentage: Decimal,
  inclusive: z.boolean(),
  country: Country.nullable(),
  active: z.boolean(),
  state: z.enum(['saved', 'queued', 'failed']),
  usedBy: UsedBy,
});
export type TaxRate = z.infer<typeof TaxRate>;

const Attention = z.object({
  kind: z.enum([
    'failed-operation',
    'review-operation',
    'dispute',
    'failed-refund',
    'failed-payment',
    'unmatched-corrections',
    'bank',
    'key-problem',
  ]),
  text: z.string(),
  invoiceId: Id.nullable(),
  disputeId: Id.nullable(),
  operationId: Id.nullable(),
});

export const Home = z.object({
  today: CalendarDay,
  pastDue: Sums.extend({ oldestDays: z.int().nullable() }),
  open: Sums,
  paidThisMonth: Sums,
  drafts: Sums,
  /** Open balances by days past due, per currency. */
  aging: z.array(
    z.object({
      currency: Currency,
      current: z.int(),
      days30: z.int(),
      days60: z.int(),
      days90: z.int(),
      older: z.int(),
    }),
  ),
  /** Paid per calendar month, the last 12, per currency. */
  paidByMonth: z.array(z.object({ month: z.string(), amounts: z.array(Money) })),
  attention: z.array(Attention),
  recent: z.array(
    z.object({
      invoiceId: Id,
      number: z.string().nullable(),
      customerName: z.string(),
      text: z.string(),
      date: CalendarDay,
      amount: Money,
    }),
  ),
  checklist: z.array(
    z.object({
      step: z.enum(['company', 'logo', 'tax-rates', 'customer', 'invoice', 'connect']),
      done: z.boolean(),
    }),
  ),
});

export const settingsCalls = {
  'settings.get': query(z.object({}), Settings),
  'settings.save': command(z.object({ settings: Settings }), Settings),
  /** The picture as base64; PNG or JPEG up to 1 MB, checked by its bytes. `null` removes it. */
  'settings.setLogo': command(z.object({ base64: z.string().max(1_500_000).nullable() }), Settings),
  'settings.logo': query(z.object({}), z.object({ dataUrl: z.string().nullable() })),
  'taxRates.list': query(z.object({ includeArchived: z.boolean() }), z.object({ rows: z.array(TaxRate) })),
  'taxRates.create': command(
    z.object({
      commandId: CommandId,
      name: z.string().trim().min(1).max(50),
      percentage: Decimal,
      inclusive: z.boolean(),
      country: Country.nullable(),
    }),
    Accepted.extend({ id: Id }),
  ),
  /** An archived rate is no longer offered; what uses it keeps it. */
  'taxRates.archive': command(z.object({ commandId: CommandId, id: Id, archived: z.boolean() }), Accepted),
  'home.get': query(z.object({}), Home),
} as const;
