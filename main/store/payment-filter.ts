// The filters of the list of payments as SQL, and which index leads to the rows they leave.
import { type PaymentFilter, PaymentStanding } from '../../shared/contract/payments.ts';
import { type AccessPath, fewRows, pathOf, when } from './access-path.ts';
import type { Db } from './database.ts';
import type { Condition } from './search-condition.ts';
import { searchHits } from './search-hits.ts';

export interface PaymentSource {
  readonly from: string;
  readonly conditions: readonly Condition[];
  /** Few enough to be read and sorted; else they are met on a walk along the order of the list. */
  readonly few: boolean;
}

/** Where the rows of a filter are read from; `otherwise` when no part of it leaves few. */
export function paymentSource(db: Db, filter: PaymentFilter, otherwise: string): PaymentSource {
  const hits = searchHits(db, 'payment', filter.search);
  const own = conditionsOf(filter);
  if (hits?.few === true) return { from: hits.from, conditions: own, few: true };
  const rest = hits ? [...own, hits.condition] : own;
  const path = fewRows(db, accessPaths(filter));
  return path
    ? { from: path.from, conditions: [...path.conditions, ...rest], few: true }
    : { from: otherwise, conditions: rest, few: false };
}

/** The standings that a filter leaves: a closed set, never from outside. */
export function standingsOf({ standing }: Pick<PaymentFilter, 'standing'>): readonly PaymentStanding[] {
  return standing === undefined ? PaymentStanding.options : [standing];
}

export function standingList(filter: Pick<PaymentFilter, 'standing'>): string {
  return standingsOf(filter)
    .map((standing) => `'${standing}'`)
    .join(', ');
}

/** All that a filter says but its standing and the words searched for. */
function conditionsOf(filter: PaymentFilter): readonly Condition[] {
  return [
    { sql: 'true', parameters: [] },
    ...customerCondition(filter),
    ...when(filter.currency, 't.currency = +?'),
    ...when(filter.from, 't.day >= +?'),
    ...when(filter.to, 't.day <= +?'),
    ...amountConditions(filter),
  ];
}

function customerCondition({ customerId }: PaymentFilter): readonly Condition[] {
  return when(customerId, 't.customer_stripe_id = (SELECT stripe_id FROM customer WHERE id = +?)');
}

function amountConditions(filter: PaymentFilter): readonly Condition[] {
  return [...when(filter.minAmount, 't.amount >= +?'), ...when(filter.maxAmount, 't.amount <= +?')];
}

/** A day of any zone begins and ends within a day of the same date in UTC. */
function aroundDays({ from, to }: PaymentFilter): readonly Condition[] {
  return [
    ...when(from, 't.created >= unixepoch(+?) - 86400'),
    ...when(to, 't.created <= unixepoch(+?) + 172800'),
  ];
}

function accessPaths(filter: PaymentFilter): readonly AccessPath[] {
  const standing: Condition = { sql: `t.standing IN (${standingList(filter)})`, parameters: [] };
  return [
    pathOf('payment', 'payment_of_stripe_customer', customerCondition(filter)),
    pathOf('payment', 'payment_by_created', aroundDays(filter), [standing]),
    pathOf('payment', 'payment_by_amount', amountConditions(filter), [standing]),
  ].filter((path) => path !== null);
}
