// Plans how a customer is made or changed at Stripe.
import type { Address, CustomerFields } from '../../shared/contract/customers.ts';
import type { JsonObject } from '../stripe/request.ts';
import type { PlannedOperation, PlannedStep } from './step.ts';
import { stepMark } from './step.ts';

export interface KnownTaxId {
  readonly id: string;
  readonly type: string;
  readonly value: string;
}

export interface CustomerPlanInput {
  readonly operationId: string;
  readonly customerId: string;
  readonly fields: CustomerFields;
  readonly archived: boolean;
  /** Null when Stripe does not have the customer yet. */
  readonly stripeId: string | null;
  /** The tax ids that Stripe has now. */
  readonly taxIdsAtStripe: readonly KnownTaxId[];
}

export function planCustomer(input: CustomerPlanInput): PlannedOperation {
  const { fields, stripeId } = input;
  const steps = stripeId === null ? [create(input)] : [update(input), ...taxIdChanges(input)];
  return {
    kind: 'customer.save',
    title: stripeId === null ? `Add customer ${fields.name}` : `Change customer ${fields.name}`,
    subject: { kind: 'customer', id: input.customerId },
    amount: null,
    steps,
  };
}

/** The title names nobody: it stays when the customer is gone. `stripeId` is null where Stripe does not have them. */
export function planErasure(customerId: string, stripeId: string | null): PlannedOperation {
  return {
    kind: 'customer.erase',
    title: 'Erase a customer’s personal data',
    subject: { kind: 'customer', id: customerId },
    amount: null,
    steps: stripeId === null ? [] : [deletion(stripeId)],
  };
}

function deletion(stripeId: string): PlannedStep {
  return {
    title: 'Delete the customer at Stripe',
    intent: { operation: 'customers.del', target: stripeId, params: {}, expectTotal: null },
  };
}

function create(input: CustomerPlanInput): PlannedStep {
  const taxIds = input.fields.taxIds.map(({ type, value }) => ({ type, value }));
  return {
    title: 'Make the customer at Stripe',
    intent: {
      operation: 'customers.create',
      target: null,
      params: {
        ...commonParams(input, (text) => (text === '' ? undefined : text)),
        ...(taxIds.length === 0 ? {} : { tax_id_data: taxIds }),
      },
      expectTotal: null,
    },
  };
}

function update(input: CustomerPlanInput): PlannedStep {
  return {
    title: 'Change the customer at Stripe',
    intent: {
      operation: 'customers.update',
      target: { $ref: 'customer', id: input.customerId },
      // An empty text clears a field at Stripe.
      params: commonParams(input, (text) => text),
      expectTotal: null,
    },
  };
}

function taxIdChanges(input: CustomerPlanInput): readonly PlannedStep[] {
  const same = (a: { type: string; value: string }, b: { type: string; value: string }): boolean =>
    a.type === b.type && a.value === b.value;
  const target = { $ref: 'customer', id: input.customerId } as const;
  const removed = input.taxIdsAtStripe.filter(
    (known) => !input.fields.taxIds.some((wanted) => same(known, wanted)),
  );
  const added = input.fields.taxIds.filter(
    (wanted) => !input.taxIdsAtStripe.some((known) => same(known, wanted)),
  );
  return [
    ...removed.map(({ id }): PlannedStep => ({
      title: 'Remove a tax number',
      intent: { operation: 'customers.deleteTaxId', target, params: { tax_id: id }, expectTotal: null },
    })),
    ...added.map(({ type, value }): PlannedStep => ({
      title: 'Add a tax number',
      intent: { operation: 'customers.createTaxId', target, params: { type, value }, expectTotal: null },
    })),
  ];
}

function commonParams(input: CustomerPlanInput, text: (value: string) => string | undefined): JsonObject {
  const { fields } = input;
  const languages = fields.language === null ? [] : [fields.language];
  return withoutUndefined({
    name: fields.name,
    email: text(fields.email),
    phone: text(fields.phone),
    address: addressParams(fields.address),
    tax_exempt: fields.taxExempt,
    preferred_locales: languages.length === 0 ? text('') : languages,
    metadata: {
      quittance_customer: input.customerId,
      quittance_operation: stepMark(input.operationId, 1),
      quittance_reference: fields.reference,
      quittance_note: fields.note,
      quittance_currency: fields.currency ?? '',
      quittance_archived: input.archived ? '1' : '',
    },
  });
}

function addressParams(address: Address): JsonObject {
  return {
    line1: address.line1,
    line2: address.line2,
    postal_code: address.postalCode,
    city: address.city,
    state: address.state,
    country: address.country ?? '',
  };
}

function withoutUndefined(fields: Readonly<Record<string, JsonObject[string] | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
