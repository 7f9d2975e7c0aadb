// What this program needs of Stripe's payments, refunds, disputes and balance transactions.
import { z } from 'zod';
import {
  Currency,
  MaybeReference,
  MaybeSeconds,
  Metadata,
  Minor,
  Reference,
  Seconds,
  Text,
} from './fields.ts';

const Word = z
  .string()
  .nullish()
  .transform((word) => word ?? null);

const Flag = z
  .boolean()
  .nullish()
  .transform((flag) => flag === true);

const MethodDetails = z
  .looseObject({ type: z.string() })
  .nullish()
  .transform((details) => details ?? null);

export const PaymentIntentSnapshot = z.object({
  id: z.string(),
  status: z.enum([
    'requires_payment_method',
    'requires_confirmation',
    'requires_action',
    'processing',
    'requires_capture',
    'succeeded',
    'canceled',
  ]),
  amount: Minor,
  amount_received: Minor,
  currency: Currency,
  customer: MaybeReference,
  latest_charge: MaybeReference,
  last_payment_error: z
    .object({ code: Word, decline_code: Word, advice_code: Word })
    .nullish()
    .transform((error) => error ?? null),
  next_action: z
    .object({ type: z.string() })
    .nullish()
    .transform((action) => action?.type ?? null),
  created: Seconds,
});

export type PaymentIntentSnapshot = z.infer<typeof PaymentIntentSnapshot>;

export const ChargeSnapshot = z.object({
  id: z.string(),
  status: z.enum(['succeeded', 'pending', 'failed']),
  amount: Minor,
  amount_captured: Minor,
  amount_refunded: Minor,
  currency: Currency,
  customer: MaybeReference,
  payment_intent: MaybeReference,
  balance_transaction: MaybeReference,
  failure_code: Word,
  /** Beside a refusal stands why: the bank's reason, and what Stripe advises. */
  outcome: z
    .object({ reason: Word, advice_code: Word })
    .nullish()
    .transform((outcome) => outcome ?? null),
  payment_method_details: MethodDetails,
  billing_details: z.object({ name: Text }).nullish(),
  created: Seconds,
});
export type ChargeSnapshot = z.infer<typeof ChargeSnapshot>;

export const RefundSnapshot = z.object({
  id: z.string(),
  amount: Minor,
  currency: Currency,
  status: z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']).nullish(),
  reason: Word,
  failure_reason: Word,
  payment_intent: MaybeReference,
  charge: MaybeReference,
  balance_transaction: MaybeReference,
  metadata: Metadata,
  created: Seconds,
});

export const DisputeSnapshot = z.object({
  id: z.string(),
  charge: Reference,
  payment_intent: MaybeReference,
  status: z.string(),
  currency: Currency,
  amount: Minor,
  reason: z.string(),
  evidence_details: z
    .object({
      due_by: MaybeSeconds,
      has_evidence: Flag,
      past_due: Flag,
      submission_count: z
        .int()
        .nullish()
        .transform((count) => count ?? 0),
    })
    .nullish(),
  is_charge_refundable: Flag,
  network_reason_code: Word,
  payment_method_details: z
    .looseObject({ card: z.looseObject({ network_reason_code: Word }).nullish() })
    .nullish(),
  created: Seconds,
});

export const BalanceTransactionSnapshot = z.object({
  id: z.string(),
  type: z.string(),
  source: MaybeReference,
  currency: Currency,
  amount: Minor,
  fee: Minor,
  net: Minor,
  fee_details: z
    .array(z.object({ amount: Minor, type: z.string() }))
    .nullish()
    .transform((details) => details ?? []),
  reporting_category: Text,
  description: Text,
  created: Seconds,
  available_on: Seconds,
});
export type BalanceTransactionSnapshot = z.infer<typeof BalanceTransactionSnapshot>;

export const PayoutSnapshot = z.object({
  id: z.string(),
  status: z.string(),
  currency: Currency,
  amount: Minor,
  automatic: z.boolean(),
  method: z.string(),
  reconciliation_status: z.string(),
  balance_transaction: MaybeReference,
  failure_code: Word,
  created: Seconds,
  arrival_date: Seconds,
});

export const PaymentMethodSnapshot = z.looseObject({
  id: z.string(),
  type: z.string(),
  customer: MaybeReference,
  card: z.looseObject({ exp_month: z.int(), exp_year: z.int() }).nullish(),
  created: Seconds,
});
