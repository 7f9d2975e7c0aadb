// Erases a customer's personal data: at Stripe through the outbox, and then here. Issued documents and the journal stay.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { erasureRefusal } from '../../../shared/domain/erasure.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { planErasure } from '../../outbox/plan-customer.ts';
import { notFound, wrongState } from '../../refusal.ts';
import { once } from '../../store/commands.ts';
import { customerById, type StoredCustomer } from '../../store/customers.ts';
import type { Db } from '../../store/database.ts';
import { erasedAt } from '../../store/erased.ts';
import { erasureFacts, issuedDocuments } from '../../store/erasure-facts.ts';
import { activeOperationOn } from '../../store/outbox.ts';
import type { CommandContext } from '../command-context.ts';
import type { UseContext } from '../context.ts';
import { endFailedOperation } from '../end-failed-operation.ts';

export function getErasure(
  { db }: UseContext,
  { id }: ParsedInput<'customers.erasure'>,
): CallOutput<'customers.erasure'> {
  const customer = existing(db, id);
  return { refusal: refusalOf(db, customer), documents: issuedDocuments(db, id) };
}

export function eraseCustomer(
  context: CommandContext,
  input: ParsedInput<'customers.erase'>,
): CallOutput<'customers.erase'> {
  const { db } = context;
  return once(db, input.commandId, 'customers.erase', context.now(), () => {
    const customer = existing(db, input.id);
    const refusal = refusalOf(db, customer);
    if (refusal !== null) throw wrongState('not-erasable', refusal);
    endFailedOperation(context, customer.id);
    const operationId = context.randomId();
    // Where Stripe never had them, or no longer has, nothing is left but to erase them here.
    const stripeId = customer.deleted ? null : customer.stripeId;
    enqueue(context, operationId, planErasure(customer.id, stripeId));
    return { operationId };
  });
}

/** Nothing new is made for a customer who is about to go. */
export function refuseWhileErasing(db: Db, customerId: string): void {
  if (erasedAt(db, customerId) !== null) throw wrongState('erased', 'This customer was erased.');
  if (activeOperationOn(db, customerId)?.kind === 'customer.erase')
    throw wrongState(
      'erasing',
      'This customer is being erased. To keep them, cancel that in Activity first.',
    );
}

function existing(db: Db, id: string): StoredCustomer {
  const customer = customerById(db, id);
  if (!customer) throw notFound('customer');
  return customer;
}

function refusalOf(db: Db, customer: StoredCustomer): string | null {
  if (erasedAt(db, customer.id) !== null) return 'This customer was erased already.';
  return erasureRefusal(erasureFacts(db, customer));
}
