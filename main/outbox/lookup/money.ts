// Evidence of money that was moved.
import type { JsonObject, WriteOperation } from '../../stripe/request.ts';
import { type Finder, hasMark, inList, type Search } from './search.ts';

type MoneyWrite = Extract<WriteOperation, `refunds.${string}`>;

export const MONEY_FINDERS: Readonly<Record<MoneyWrite, Finder>> = {
  'refunds.create': (search) =>
    inList(search, 'refunds', refundFilter(search), (object) => hasMark(object, search)),
};

function refundFilter({ request }: Search): JsonObject {
  const { payment_intent: intent, charge } = request.params;
  return intent === undefined ? { charge: charge ?? null } : { payment_intent: intent };
}
