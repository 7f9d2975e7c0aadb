// Plans the operations of one step each: changes of an issued invoice, refunds, tax rates.
import type { WriteOperation } from '../stripe/request.ts';
import { planSend } from './plan-invoice.ts';
import type { OperationKind, PlannedOperation, PlannedStep } from './step.ts';
import { stepMark } from './step.ts';

interface InvoiceSubject {
  readonly invoiceId: string;
  /** Number or, without one, the customer's name. */
  readonly label: string;
  readonly amount: number;
  readonly currency: string;
}

type StateChange = 'invoice.void' | 'invoice.mark-uncollectible';

const STATE_CHANGES: Readonly<
  Record<
    StateChange,
    {
      readonly operation: WriteOperation;
      readonly title: string;
    }
  >
> = {
  'invoice.void': { operation: 'invoices.voidInvoice', title: 'Void' },
  'invoice.mark-uncollectible': {
    operation: 'invoices.markUncollectible',
    title: 'Mark as uncollectible:',
  },
};

export function planStateChange(kind: StateChange, subject: InvoiceSubject): PlannedOperation {
  const { operation, title } = STATE_CHANGES[kind];
  return invoiceOperation(kind, `${title} ${subject.label}`, subject, [
    {
      title: `${title} ${subject.label}`,
      intent: {
        operation,
        target: { $ref: 'invoice', id: subject.invoiceId },
        params: {},
        expectTotal: null,
      },
    },
  ]);
}

export interface PaidOutside {
  readonly method: string;
  /** Empty when there is none. */
  readonly reference: string;
}

/** Stripe has no place for how money came outside it: that is kept in the invoice's metadata once it is paid. */
export function planMarkPaid(subject: InvoiceSubject, { method, reference }: PaidOutside): PlannedOperation {
  const title = `Mark as paid outside Stripe: ${subject.label}`;
  const target = { $ref: 'invoice', id: subject.invoiceId } as const;
  return invoiceOperation('invoice.mark-paid', title, subject, [
    {
      title,
      intent: { operation: 'invoices.pay', target, params: { paid_out_of_band: true }, expectTotal: null },
    },
    {
      title: 'Note how it was paid',
      intent: {
        operation: 'invoices.update',
        target,
        params: {
          metadata: {
            quittance_paid_by: method,
            ...(reference === '' ? {} : { quittance_paid_reference: reference }),
          },
        },
        expectTotal: null,
      },
    },
  ]);
}

export function planSendAgain(subject: InvoiceSubject, email: string): PlannedOperation {
  return invoiceOperation('invoice.send-again', `Send ${subject.label} again`, subject, [
    planSend(subject.invoiceId, email, true),
  ]);
}

/** Stripe knows no reminder of its own: the same invoice is e-mailed again. */
export function planReminder(subject: InvoiceSubject, customerName: string, email: string): PlannedOperation {
  return invoiceOperation('invoice.send-again', `Remind ${customerName} of ${subject.label}`, subject, [
    planSend(subject.invoiceId, email, true),
  ]);
}

/** Removes a draft that exists at Stripe. */
export function planDraftRemoval(subject: InvoiceSubject, stripeId: string): PlannedOperation {
  return invoiceOperation('draft.delete', `Delete the draft for ${subject.label}`, subject, [
    {
      title: 'Delete the draft at Stripe',
      intent: { operation: 'invoices.del', target: stripeId, params: {}, expectTotal: null },
    },
  ]);
}

function invoiceOperation(
  kind: OperationKind,
  title: string,
  subject: InvoiceSubject,
  steps: PlannedOperation['steps'],
): PlannedOperation {
  return {
    kind,
    title,
    subject: { kind: 'invoice', id: subject.invoiceId },
    amount: { amount: subject.amount, currency: subject.currency },
    steps,
  };
}

export interface RefundStepInput {
  readonly operationId: string;
  /** Payment intent or charge. */
  readonly paymentId: string;
  readonly amount: number;
  readonly reason: 'requested_by_customer' | 'duplicate';
  readonly note: string;
}

export interface RefundPlanInput extends RefundStepInput {
  readonly customerName: string;
  readonly currency: string;
}

export function planRefund(input: RefundPlanInput): PlannedOperation {
  return {
    kind: 'refund.create',
    title: `Refund ${input.customerName}`,
    subject: { kind: 'payment', id: input.paymentId },
    amount: { amount: input.amount, currency: input.currency },
    steps: [planRefundStep(input)],
  };
}

/** To be the first step of its operation: the mark on the refund says so. */
export function planRefundStep(input: RefundStepInput): PlannedStep {
  const from = input.paymentId.startsWith('pi_')
    ? { payment_intent: input.paymentId }
    : { charge: input.paymentId };
  return {
    title: 'Pay the money back',
    intent: {
      operation: 'refunds.create',
      target: null,
      params: {
        ...from,
        amount: input.amount,
        reason: input.reason,
        metadata: {
          quittance_operation: stepMark(input.operationId, 1),
          ...(input.note === '' ? {} : { quittance_note: input.note }),
        },
      },
      expectTotal: null,
    },
  };
}

export interface TaxRatePlanInput {
  readonly taxRateId: string;
  readonly name: string;
  /** Decimal text. */
  readonly percentage: string;
  readonly inclusive: boolean;
  readonly country: string | null;
}

export function planTaxRate(input: TaxRatePlanInput): PlannedOperation {
  return {
    kind: 'tax-rate.create',
    title: `Add the tax rate ${input.name} ${input.percentage} %`,
    subject: { kind: 'catalogue', id: input.taxRateId },
    amount: null,
    steps: [
      {
        title: 'Make the tax rate at Stripe',
        intent: {
          operation: 'taxRates.create',
          target: null,
          params: {
            display_name: input.name,
            percentage: Number(input.percentage),
            inclusive: input.inclusive,
            ...(input.country === null ? {} : { country: input.country }),
            metadata: { quittance_tax_rate: input.taxRateId },
          },
          expectTotal: null,
          makes: { $ref: 'tax-rate', id: input.taxRateId },
        },
      },
    ],
  };
}
