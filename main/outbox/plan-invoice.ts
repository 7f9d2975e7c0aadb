// Plans the steps that turn a draft into an issued invoice at Stripe. Pure: no clock, no database.
import type { DraftContent } from '../../shared/contract/drafts.ts';
import type { JsonObject } from '../stripe/request.ts';
import { planCoupons } from './plan-coupons.ts';
import { contentParams } from './plan-invoice-content.ts';
import { planLines, type PricedLines } from './plan-lines.ts';
import {
  createRevision,
  removeCopiedLines,
  type Revised,
  rewriteRevision,
  voidRevised,
} from './plan-revision.ts';
import type { PlannedOperation, PlannedStep, Reference } from './step.ts';
import { stepMark } from './step.ts';

export interface InvoicePlanInput {
  readonly operationId: string;
  readonly invoiceId: string;
  readonly content: DraftContent & { readonly customerId: string };
  /** Which of its lines are of the catalogue, and how. */
  readonly priced: PricedLines;
  readonly customerName: string;
  /** A draft of this invoice that an earlier, failed attempt left at Stripe: it is removed first. */
  readonly leftoverDraftId: string | null;
  /** The issued invoice that this one replaces; null for a new one. */
  readonly revised: Revised | null;
  /** What the bookkeeper saw and accepted, minor units. */
  readonly total: number;
  /** The e-mail address to send to, or null to issue only. */
  readonly email: string | null;
  readonly timeZone: string;
  /** Of the business, two capital letters; null when Stripe does not say. */
  readonly country: string | null;
}

/** The whole way of a draft: leftovers, coupons, draft, lines, finalize, and the e-mail when wanted. */
export function planInvoice(input: InvoicePlanInput): PlannedOperation {
  const send = input.email !== null;
  const steps: PlannedStep[] = [];
  if (input.leftoverDraftId !== null) steps.push(removeLeftover(input.leftoverDraftId));
  steps.push(...planCoupons(input.content));
  const { revised } = input;
  steps.push(
    ...(revised === null
      ? [createDraft(input, steps.length + 1)]
      : beginRevision(input, revised, steps.length + 1)),
  );
  steps.push(...planLines(input, steps.length + 1));
  steps.push(finalize(input));
  if (revised !== null) steps.push(voidRevised(revised));
  if (input.email !== null) steps.push(planSend(input.invoiceId, input.email, false));
  const what = revised === null ? 'invoice' : `revision of ${revised.label}`;
  return {
    kind: send ? 'invoice.send' : 'invoice.issue',
    title: send ? `Send ${what} to ${input.customerName}` : `Issue ${what} for ${input.customerName}`,
    subject: { kind: 'invoice', id: input.invoiceId },
    amount: { amount: input.total, currency: input.content.currency },
    steps,
  };
}

export function planSend(invoiceId: string, email: string, again: boolean): PlannedStep {
  return {
    title: `E-mail the invoice to ${email}`,
    intent: {
      operation: 'invoices.sendInvoice',
      target: { $ref: 'invoice', id: invoiceId },
      params: {},
      expectTotal: null,
      again,
    },
  };
}

function removeLeftover(stripeId: string): PlannedStep {
  return {
    title: 'Remove the draft of the earlier attempt',
    intent: { operation: 'invoices.del', target: stripeId, params: {}, expectTotal: null },
  };
}

function createDraft(input: InvoicePlanInput, position: number): PlannedStep {
  const { content } = input;
  const customer: Reference = { $ref: 'customer', id: content.customerId };
  const params: JsonObject = {
    customer,
    currency: content.currency,
    pending_invoice_items_behavior: 'exclude',
    ...contentParams(input),
    metadata: metadataOf(input, position),
  };
  return {
    title: 'Make the draft at Stripe',
    intent: { operation: 'invoices.create', target: null, params, expectTotal: null },
  };
}

/** A copy of the invoice that it replaces, in which everything is written over. */
function beginRevision(input: InvoicePlanInput, revised: Revised, position: number): PlannedStep[] {
  const { invoiceId } = input;
  const empty = {
    description: '',
    footer: '',
    custom_fields: '',
    payment_settings: { payment_method_types: '' },
  };
  return [
    createRevision(revised, metadataOf(input, position)),
    rewriteRevision(invoiceId, {
      ...empty,
      ...contentParams(input),
      metadata: metadataOf(input, position + 1),
    }),
    ...removeCopiedLines(invoiceId, revised),
  ];
}

function metadataOf({ invoiceId, operationId }: InvoicePlanInput, position: number): JsonObject {
  return { quittance_invoice: invoiceId, quittance_operation: stepMark(operationId, position) };
}

function finalize(input: InvoicePlanInput): PlannedStep {
  return {
    title: 'Finalize and get its number',
    intent: {
      operation: 'invoices.finalizeInvoice',
      target: { $ref: 'invoice', id: input.invoiceId },
      params: { auto_advance: false },
      expectTotal: { amount: input.total, currency: input.content.currency },
      ...(input.revised === null ? {} : { replaces: input.revised.stripeId }),
    },
  };
}
