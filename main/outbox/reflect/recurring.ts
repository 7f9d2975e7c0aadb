// What the outbox is doing with a recurring invoice, shown on it; and with the items that its lines become.
import type { OperationState } from '../../../shared/contract/activity.ts';
import { removePlanned, setRecurringWork } from '../../store/recurring.ts';
import { reflectOnCatalogue } from './catalogue.ts';
import { type Reflection, subjectId } from './work.ts';

/** Once Stripe has it, it shows what Stripe says; the page looks at the operation for the rest. */
export function reflectOnRecurring(reflection: Reflection): void {
  const { db, operation, state, changes } = reflection;
  const id = subjectId(reflection);
  reflectOnCatalogue(reflection);
  if (operation.kind === 'recurring.create') {
    if (state === 'canceled') removePlanned(db, id);
    setRecurringWork(db, id, workOf(state));
  }
  changes.add('recurring', id);
}

function workOf(state: OperationState): 'queued' | 'failed' | 'review' | null {
  switch (state) {
    case 'done':
    case 'canceled':
      return null;
    case 'failed':
      return 'failed';
    case 'needs-review':
      return 'review';
    default:
      return 'queued';
  }
}
