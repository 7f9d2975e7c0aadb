// What the list shows of a draft, worked out from its content whenever it is saved.
import type { DraftContent } from '../../shared/contract/drafts.ts';
import type { DraftSummary } from '../store/drafts.ts';
import { customerById } from '../store/customers.ts';
import { draftTotals } from './draft-totals.ts';
import { today, type UseContext } from './context.ts';

export function summaryOf(context: UseContext, content: DraftContent): DraftSummary {
  const customer = content.customerId === null ? undefined : customerById(context.db, content.customerId);
  return {
    customer: customer ? { name: customer.fields.name, email: customer.fields.email } : null,
    totals: draftTotals(context, content),
    day: today(context),
  };
}
