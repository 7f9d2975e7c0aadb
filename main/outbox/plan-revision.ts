// The steps that are a revision's alone: it begins as a copy of the invoice that it replaces, and ends with that one void.
// docs.stripe.com/invoicing/invoice-edits
import type { JsonObject } from '../stripe/request.ts';
import type { PlannedStep } from './step.ts';

export interface Revised {
  readonly invoiceId: string;
  readonly stripeId: string;
  /** As a person calls it. */
  readonly label: string;
  readonly lineCount: number;
}

/** Stripe shows this many lines of an invoice with it. */
const LINES_SHOWN = 10;

export function createRevision({ stripeId, label }: Revised, metadata: JsonObject): PlannedStep {
  return {
    title: `Make a revision of ${label} at Stripe`,
    intent: {
      operation: 'invoices.create',
      target: null,
      params: { from_invoice: { action: 'revision', invoice: stripeId }, metadata },
      expectTotal: null,
    },
  };
}

/** What Stripe has copied is overwritten, field by field. */
export function rewriteRevision(invoiceId: string, params: JsonObject): PlannedStep {
  return {
    title: 'Write what has changed',
    intent: {
      operation: 'invoices.update',
      target: { $ref: 'invoice', id: invoiceId },
      params,
      expectTotal: null,
    },
  };
}

/** All copied lines go, as many at a time as Stripe shows. */
export function removeCopiedLines(invoiceId: string, { lineCount }: Revised): PlannedStep[] {
  return Array.from({ length: Math.ceil(lineCount / LINES_SHOWN) }, () => ({
    title: 'Take off the old lines',
    intent: {
      operation: 'invoices.removeLines',
      target: { $ref: 'invoice', id: invoiceId },
      params: { lines: { $ref: 'copied-lines', id: invoiceId } },
      expectTotal: null,
    },
  }));
}

/** Stripe voids it by itself when the revision is finalized; where it does not, this does. */
export function voidRevised({ invoiceId, label }: Revised): PlannedStep {
  return {
    title: `Void ${label}, which it replaces`,
    intent: {
      operation: 'invoices.voidInvoice',
      target: { $ref: 'invoice', id: invoiceId },
      params: {},
      expectTotal: null,
    },
  };
}
