// Makes or changes a customer, offline too: kept here at once, taken to Stripe by the outbox.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { CustomerFields } from '../../shared/contract/customers.ts';
import { TAX_ID_TYPES } from '../../shared/domain/tax-id-types.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { planCustomer } from '../outbox/plan-customer.ts';
import { invalidInput, notFound, wrongState } from '../refusal.ts';
import { once } from '../store/commands.ts';
import { customerById, insertCustomer, taxIdsAtStripe, updateCustomer } from '../store/customers.ts';
import type { Db } from '../store/database.ts';
import { activeOperationOn } from '../store/outbox.ts';
import type { CommandContext } from './command-context.ts';
import { endOperation } from './end-failed-operation.ts';
import { refuseWhileErasing } from './personal-data/erase-customer.ts';
import { hasStarted } from '../outbox/explain.ts';
import { stepsOf } from '../store/outbox.ts';

export function saveCustomer(
  context: CommandContext,
  input: ParsedInput<'customers.save'>,
): CallOutput<'customers.save'> {
  const { db } = context;
  return once(db, input.commandId, 'customers.save', context.now(), () => {
    refuseUnknownTaxIds(db, input);
    const id = input.id ?? `customer_${context.randomId()}`;
    if (input.id === null) insertCustomer(db, id, input.fields, context.now());
    else changeable(context, id);
    return { id, operationId: save(context, id, input.fields, customerById(db, id)?.archived ?? false) };
  });
}

/** A kind that Stripe has given itself stays, though we do not know it; Stripe takes no other that it does not know. */
function refuseUnknownTaxIds(db: Db, { id, fields }: ParsedInput<'customers.save'>): void {
  const before = id === null ? [] : (customerById(db, id)?.fields.taxIds ?? []);
  const known = new Set([...TAX_ID_TYPES, ...before.map(({ type }) => type)]);
  const unknown = fields.taxIds.findIndex(({ type }) => !known.has(type));
  if (unknown !== -1)
    throw invalidInput(`fields.taxIds.${unknown}.type`, 'Stripe does not know this kind of tax number.');
}

export function archiveCustomer(
  context: CommandContext,
  input: ParsedInput<'customers.archive'>,
): CallOutput<'customers.archive'> {
  const { db } = context;
  return once(db, input.commandId, 'customers.archive', context.now(), () => {
    save(context, input.id, changeable(context, input.id).fields, input.archived);
    return {};
  });
}

function changeable(context: CommandContext, id: string) {
  const customer = customerById(context.db, id);
  if (!customer) throw notFound('customer');
  refuseWhileErasing(context.db, id);
  if (customer.deleted)
    throw wrongState('deleted', 'This customer was deleted at Stripe and cannot be changed.');
  return customer;
}

function save(context: CommandContext, id: string, fields: CustomerFields, archived: boolean): string {
  const { db } = context;
  supersede(context, id);
  updateCustomer(db, id, fields, archived);
  const stripeId = customerById(db, id)?.stripeId ?? null;
  const operationId = context.randomId();
  enqueue(
    context,
    operationId,
    planCustomer({
      operationId,
      customerId: id,
      fields,
      archived,
      stripeId,
      taxIdsAtStripe: stripeId === null ? [] : taxIdsAtStripe(db, stripeId),
    }),
  );
  context.changes.add('customer', id);
  return operationId;
}

/** An earlier save that has not begun, or failed, is replaced by this one; one that is under way must end first. */
function supersede(context: CommandContext, id: string): void {
  const earlier = activeOperationOn(context.db, id);
  if (!earlier) return;
  const steps = stepsOf(context.db, earlier.id);
  const replaceable = earlier.state === 'failed' || earlier.state === 'needs-review' || !hasStarted(steps);
  if (!replaceable)
    throw wrongState(
      'sending',
      'The last change of this customer is still on its way to Stripe. Try again in a moment.',
    );
  endOperation(context, earlier.id);
}
