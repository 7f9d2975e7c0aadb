// The money that moved on the account's balance; the balance is nothing but their sum.
import { inRange, pageFields, range } from '../api/common-params.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOf } from '../api/pages.ts';
import { currency, optional, text } from '../api/params.ts';
import type { BalanceTransaction } from '../world/records.ts';
import { renderById, type JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';

export interface Movement {
  readonly amount: number;
  readonly fee?: { readonly amount: number; readonly description: string };
  readonly currency: string;
  readonly type: BalanceTransaction['type'];
  readonly category: string;
  readonly source: string | null;
  readonly description: string | null;
  /** Unix seconds. */
  readonly availableOn: number;
  readonly exchangeRate?: number;
}

export function record(world: World, movement: Movement): BalanceTransaction {
  const fee = movement.fee?.amount ?? 0;
  return world.put('balance_transaction', {
    id: world.id('txn'),
    object: 'balance_transaction',
    amount: movement.amount,
    available_on: movement.availableOn,
    balance_type: 'payments',
    created: world.accountNow(),
    currency: movement.currency,
    description: movement.description,
    exchange_rate: movement.exchangeRate ?? null,
    fee,
    fee_details:
      movement.fee === undefined
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency: movement.currency,
              description: movement.fee.description,
              type: 'stripe_fee',
            },
          ],
    net: movement.amount - fee,
    reporting_category: movement.category,
    source: movement.source,
    status: 'pending',
    type: movement.type,
    inner: { payout: null },
  });
}

/** Something that Stripe books by itself. */
export function adjust(
  world: World,
  amount: number,
  description: string,
  type: 'adjustment' | 'stripe_fee',
): void {
  record(world, {
    amount,
    currency: world.settings.defaultCurrency,
    type,
    category: type === 'stripe_fee' ? 'fee' : 'other_adjustment',
    source: null,
    description,
    availableOn: world.accountNow(),
  });
}

/** Net sums per currency, split by whether the money can be paid out now. */
function currencies(
  world: World,
): ReadonlyMap<string, { readonly available: number; readonly pending: number }> {
  const sums = new Map([[world.settings.defaultCurrency, { available: 0, pending: 0 }]]);
  for (const transaction of world.table('balance_transaction').oldestFirst()) {
    const sum = sums.get(transaction.currency) ?? { available: 0, pending: 0 };
    const part = transaction.available_on <= world.accountNow() ? 'available' : 'pending';
    sums.set(transaction.currency, { ...sum, [part]: sum[part] + transaction.net });
  }
  return sums;
}

/** What can be paid out or given back now. */
export function available(world: World, code: string): number {
  return currencies(world).get(code)?.available ?? 0;
}

/** Available and pending money per currency: nothing but sums of balance transactions. */
export function balance(world: World): JsonObject {
  const sums = currencies(world);
  const rows = (part: 'available' | 'pending'): readonly JsonObject[] =>
    [...sums.entries()].map(([code, sum]) => ({
      amount: sum[part],
      currency: code,
      source_types: { card: sum[part] },
    }));
  return {
    object: 'balance',
    available: rows('available'),
    livemode: world.settings.livemode,
    pending: rows('pending'),
  };
}

export const balanceTransactionOperations: readonly Operation[] = [
  operation('GET /v1/balance_transactions/:id', {}, (world, _params, id = '') =>
    renderById(world, 'balance_transaction', id),
  ),
  operation(
    'GET /v1/balance_transactions',
    {
      ...pageFields,
      created: optional(range),
      currency: optional(currency),
      payout: optional(text()),
      source: optional(text()),
      type: optional(text()),
    },
    (world, params) =>
      pageOf(world, 'balance_transaction', '/v1/balance_transactions', params, (transaction) =>
        [
          inRange(transaction.created, params.created),
          params.currency === undefined || transaction.currency === params.currency,
          params.payout === undefined ||
            transaction.inner.payout === params.payout ||
            (transaction.source === params.payout && transaction.type === 'payout'),
          params.source === undefined || transaction.source === params.source,
          params.type === undefined || transaction.type === params.type,
        ].every(Boolean),
      ),
  ),
];
