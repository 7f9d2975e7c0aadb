// Plans the charge of an open invoice to a saved card or account, while the customer is away. Pure.
import type { PlannedOperation } from './step.ts';

export interface ChargePlanInput {
  readonly invoiceId: string;
  /** In words, such as "invoice A-1". */
  readonly label: string;
  /** Minor units that the bookkeeper saw and accepted. */
  readonly remaining: number;
  readonly currency: string;
  readonly method: { readonly id: string; readonly label: string };
}

export function planCharge(input: ChargePlanInput): PlannedOperation {
  const amount = { amount: input.remaining, currency: input.currency };
  return {
    kind: 'invoice.charge',
    title: `Charge ${input.method.label} for ${input.label}`,
    subject: { kind: 'invoice', id: input.invoiceId },
    amount,
    steps: [
      {
        title: `Charge ${input.method.label}`,
        intent: {
          operation: 'invoices.pay',
          target: { $ref: 'invoice', id: input.invoiceId },
          params: { payment_method: input.method.id, off_session: true },
          expectTotal: amount,
        },
      },
    ],
  };
}
