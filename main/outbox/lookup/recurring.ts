// Evidence of what was done to recurring invoices.
import type { StripeObject, WriteOperation } from '../../stripe/request.ts';
import { type Finder, hasMark, inList, type Judgement, onTarget, type Search, sinceFloor } from './search.ts';

type RecurringWrite = Extract<WriteOperation, `subscriptions.${string}`>;

export const RECURRING_FINDERS: Readonly<Record<RecurringWrite, Finder>> = {
  'subscriptions.create': (search) =>
    inList(
      search,
      'subscriptions',
      { customer: search.request.params['customer'] ?? null, ...sinceFloor(search) },
      (object) => hasMark(object, search),
    ),
  'subscriptions.update': (search) =>
    onTarget(search, 'subscription', (object) => judgeChange(object, search)),
  'subscriptions.cancel': (search) =>
    onTarget(search, 'subscription', (object) => (isOver(object) ? 'done' : 'absent')),
};

function isOver({ status }: StripeObject): boolean {
  return status === 'canceled' || status === 'incomplete_expired';
}

function judgeChange(object: StripeObject, search: Search): Judgement {
  if (hasMark(object, search)) return 'done';
  return isOver(object) ? { impossible: 'At Stripe this recurring invoice has ended.' } : 'absent';
}
