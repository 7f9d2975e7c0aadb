// Plans the steps that turn a draft into an issued invoice at Stripe. Pure: no clock, no database.
import type { DraftContent } from '../../shared/contract/drafts.ts';
import { bankTransferIn } from '../../shared/domain/bank-transfer.ts';
import { endOfDay } from '../../shared/domain/dates.ts';
import type { JsonObject } from '../stripe/request.ts';
import { couponsOf, planCoupons } from './plan-coupons.ts';
import { planLines, type PricedLines } from './plan-lines.ts';
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
  steps.push(createDraft(input, steps.length + 1));
  steps.push(...planLines(input, steps.length + 1));
  steps.push(finalize(input));
  if (input.email !== null) steps.push(planSend(input.invoiceId, input.email, false));
  return {
    kind: send ? 'invoice.send' : 'invoice.issue',
    title: send ? `Send invoice to ${input.customerName}` : `Issue invoice for ${input.customerName}`,
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
  const terms: JsonObject =
    content.terms.kind === 'days'
      ? { days_until_due: content.terms.days }
      : { due_date: endOfDay(content.terms.date, input.timeZone) };
  const fields = customFields(content);
  const params: JsonObject = {
    customer,
    currency: content.currency,
    collection_method: 'send_invoice',
    ...terms,
    auto_advance: false,
    pending_invoice_items_behavior: 'exclude',
    // Empty on purpose: the customer's own discount at Stripe must not join in unseen.
    discounts: couponsOf([content.discount], content.currency, content.couponId),
    ...paymentSettings(content, input.country),
    ...(content.memo === '' ? {} : { description: content.memo }),
    ...(content.footer === '' ? {} : { footer: content.footer }),
    ...(fields.length === 0 ? {} : { custom_fields: fields }),
    metadata: {
      quittance_invoice: input.invoiceId,
      quittance_operation: stepMark(input.operationId, position),
    },
  };
  return {
    title: 'Make the draft at Stripe',
    intent: { operation: 'invoices.create', target: null, params, expectTotal: null },
  };
}

/** Nothing leaves the ways to pay to what is set in Stripe's dashboard. */
function paymentSettings({ paymentMethods, currency }: DraftContent, country: string | null): JsonObject {
  if (paymentMethods.length === 0) return {};
  const transfer = paymentMethods.includes('customer_balance') ? bankTransferIn(currency, country) : null;
  const options: JsonObject =
    transfer === null
      ? {}
      : {
          payment_method_options: {
            customer_balance: { funding_type: 'bank_transfer', bank_transfer: { ...transfer } },
          },
        };
  return { payment_settings: { payment_method_types: paymentMethods, ...options } };
}

/** Stripe prints at most four; the PO number takes the first place. */
function customFields(content: DraftContent): { name: string; value: string }[] {
  const po = content.poNumber.trim();
  const own = content.customFields.filter(({ name, value }) => name.trim() !== '' && value.trim() !== '');
  return [...(po === '' ? [] : [{ name: 'PO number', value: po }]), ...own].slice(0, 4);
}

function finalize(input: InvoicePlanInput): PlannedStep {
  return {
    title: 'Finalize: Stripe gives the number',
    intent: {
      operation: 'invoices.finalizeInvoice',
      target: { $ref: 'invoice', id: input.invoiceId },
      params: { auto_advance: false },
      expectTotal: { amount: input.total, currency: input.content.currency },
    },
  };
}
