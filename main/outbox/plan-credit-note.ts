// Plans what corrects an issued invoice: a credit note, with the refund it stands for, and its void. Pure.
import type { JsonObject } from '../stripe/request.ts';
import { planRefundStep } from './plan-simple.ts';
import { type PlannedOperation, type PlannedStep, stepMark } from './step.ts';

/** What is credited, as Stripe takes it: a part of its own parameters. */
export interface CreditPlanInput {
  readonly operationId: string;
  readonly invoiceId: string;
  /** In words, such as "invoice A-1". */
  readonly label: string;
  readonly currency: string;
  /** Minor units with taxes, as Stripe's preview came to and the bookkeeper accepted. */
  readonly total: number;
  /** `amount` or `lines` of Stripe's parameters. */
  readonly what: JsonObject;
  readonly refund: {
    readonly paymentId: string;
    readonly amount: number;
    /** Where an invoice was paid by several payments, Stripe does not let one be chosen: the refund is made first, and the note names it. */
    readonly isOwnStep: boolean;
  } | null;
  /** Refunds that were made before and have no credit note yet, by Stripe's ids. */
  readonly earlierRefunds: readonly { readonly refund: string; readonly amount: number }[];
  readonly toBalance: number;
  readonly outside: number;
  readonly reason: string | null;
  readonly memo: string;
  /** Whether Stripe e-mails the credit note to the customer. */
  readonly email: boolean;
}

export function planCreditNote(input: CreditPlanInput): PlannedOperation {
  const { operationId, invoiceId, label, currency, total, refund } = input;
  const own = refund?.isOwnStep === true ? refund : null;
  const steps = own === null ? [] : [refundStep(operationId, own, input)];
  return {
    kind: 'credit-note.create',
    title: refund === null ? `Credit note for ${label}` : `Refund of ${label}`,
    subject: { kind: 'invoice', id: invoiceId },
    amount: { amount: total, currency },
    steps: [...steps, noteStep(input, own !== null, steps.length + 1)],
  };
}

function noteStep(input: CreditPlanInput, namesRefund: boolean, position: number): PlannedStep {
  const { operationId, invoiceId, currency, total, refund, memo, reason } = input;
  return {
    title:
      refund !== null && !namesRefund
        ? 'Issue the credit note and pay the money back'
        : 'Issue the credit note',
    intent: {
      operation: 'creditNotes.create',
      target: null,
      params: {
        invoice: { $ref: 'invoice', id: invoiceId },
        ...input.what,
        ...settlementOf(input, namesRefund),
        ...(reason === null ? {} : { reason }),
        ...(memo === '' ? {} : { memo }),
        email_type: input.email ? 'credit_note' : 'none',
        metadata: { quittance_operation: stepMark(operationId, position) },
      },
      expectTotal: { amount: total, currency },
    },
  };
}

/** Where the money goes. Stripe's rule: together it is all that is credited beyond what was still owed. */
function settlementOf(
  { operationId, refund, earlierRefunds, toBalance, outside }: CreditPlanInput,
  namesRefund: boolean,
): JsonObject {
  const refunds: JsonObject[] = earlierRefunds.map((earlier) => ({
    refund: earlier.refund,
    amount_refunded: earlier.amount,
  }));
  if (refund !== null && namesRefund)
    refunds.push({ refund: { $ref: 'refund', id: operationId }, amount_refunded: refund.amount });
  return {
    ...(refund !== null && !namesRefund ? { refund_amount: refund.amount } : {}),
    ...(refunds.length === 0 ? {} : { refunds }),
    ...(toBalance === 0 ? {} : { credit_amount: toBalance }),
    ...(outside === 0 ? {} : { out_of_band_amount: outside }),
  };
}

function refundStep(
  operationId: string,
  { paymentId, amount }: { readonly paymentId: string; readonly amount: number },
  { reason }: CreditPlanInput,
): PlannedStep {
  return planRefundStep({
    operationId,
    paymentId,
    amount,
    reason: reason === 'duplicate' ? 'duplicate' : 'requested_by_customer',
    note: '',
  });
}

export interface VoidPlanInput {
  readonly invoiceId: string;
  readonly creditNoteStripeId: string;
  readonly number: string;
  readonly total: number;
  readonly currency: string;
}

export function planCreditNoteVoid(input: VoidPlanInput): PlannedOperation {
  const title = `Void the credit note ${input.number}`;
  return {
    kind: 'credit-note.void',
    title,
    subject: { kind: 'invoice', id: input.invoiceId },
    amount: { amount: input.total, currency: input.currency },
    steps: [
      {
        title,
        intent: {
          operation: 'creditNotes.voidCreditNote',
          target: input.creditNoteStripeId,
          params: {},
          expectTotal: null,
        },
      },
    ],
  };
}
