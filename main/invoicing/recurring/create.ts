// Accepts a new recurring invoice: everything is checked and planned here, and left in the outbox. Nothing talks to Stripe.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import type { RecurringFields } from '../../../shared/contract/recurring.ts';
import type { Schedule } from '../../../shared/domain/recurring-schedule.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { planRecurring } from '../../outbox/plan-recurring.ts';
import { invalidInput, Refusal, wrongState } from '../../refusal.ts';
import { once } from '../../store/commands.ts';
import { customerById } from '../../store/customers.ts';
import { insertRecurring } from '../../store/recurring.ts';
import type { CommandContext } from '../command-context.ts';
import { refuseWhileErasing } from '../personal-data/erase-customer.ts';
import { makeItems } from './new-items.ts';
import { judge, periodTotals } from './review.ts';

/** Refuses with `invalid-input` what the review finds, and with `wrong-state` a total that is no longer what was seen. */
export function createRecurring(
  context: CommandContext,
  input: ParsedInput<'recurring.create'>,
): CallOutput<'recurring.create'> {
  const { db } = context;
  return once(db, input.commandId, 'recurring.create', context.now(), () => {
    const { fields, schedule } = acceptable(context, input.fields);
    const { total } = periodTotals(context, fields);
    if (input.total.currency !== fields.currency || input.total.amount !== total)
      throw wrongState('total-changed', 'The total has changed since you looked. Look at it again.');
    const id = `rec_${context.randomId()}`;
    const operationId = context.randomId();
    const customer = customerById(db, fields.customerId)?.fields;
    const customerName = customer?.name ?? '';
    insertRecurring(db, {
      id,
      fields,
      customerName,
      customerEmail: customer?.email ?? '',
      nextAt: schedule.anchor,
      createdAt: context.now(),
    });
    const newItems = makeItems(context, fields.lines);
    enqueue(
      context,
      operationId,
      planRecurring({ operationId, recurringId: id, customerName, fields, schedule, newItems, total }),
    );
    context.changes.add('recurring', id);
    return { id, operationId };
  });
}

function acceptable(
  context: CommandContext,
  fields: RecurringFields,
): { readonly fields: RecurringFields & { readonly customerId: string }; readonly schedule: Schedule } {
  if (fields.customerId !== null) refuseWhileErasing(context.db, fields.customerId);
  const { schedule, problems } = judge(context, fields);
  const issues = problems.map(({ path, message }) => ({ path: `fields.${path}`, message }));
  if (issues.length > 0) throw new Refusal({ kind: 'invalid-input', issues });
  const { customerId } = fields;
  if (customerId === null || 'message' in schedule)
    throw invalidInput('fields.customerId', 'Choose a customer.');
  return { fields: { ...fields, customerId }, schedule };
}
