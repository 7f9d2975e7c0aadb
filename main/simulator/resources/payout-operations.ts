// The operations on payouts: those that were made by hand, and all of them to read.
import { changeMetadata, inRange, metadata, pageFields, range } from '../api/common-params.ts';
import { refuse } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOf } from '../api/pages.ts';
import { clearable, currency, integer, oneOf, optional, required, text, type Parsed } from '../api/params.ts';
import { update } from '../world/events.ts';
import { render, renderById, type JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';
import { accountFacts } from './account.ts';
import { available } from './balance-transactions.ts';
import { returnPayout } from './payout-returns.ts';
import { payOut } from './payouts.ts';

const createFields = {
  amount: required(integer),
  currency: required(currency),
  description: optional(text()),
  metadata: optional(metadata),
  method: optional(oneOf('instant', 'standard')),
  statement_descriptor: optional(text(22)),
};
/** Payouts in these are of whole units only (stripe.md 6). */
const wholeUnits = new Set(['huf', 'twd']);

function refuseUnfit(world: World, amount: number, code: string): void {
  if (!accountFacts(world).payouts_enabled)
    throw refuse('Payouts are not enabled for this account.', { code: 'payouts_not_allowed' });
  if (amount <= 0)
    throw refuse('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' });
  if (wholeUnits.has(code) && amount % 100 !== 0)
    throw refuse(`Payouts in ${code} must be evenly divisible by 100.`, { param: 'amount' });
  if (amount > available(world, code))
    throw refuse(
      'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.',
      { code: 'balance_insufficient' },
    );
}

function create(world: World, params: Parsed<typeof createFields>): JsonObject {
  refuseUnfit(world, params.amount, params.currency);
  const payout = payOut(world, params.amount, params.currency, {
    automatic: false,
    description: params.description ?? null,
    metadata: changeMetadata(null, params.metadata),
    method: params.method ?? 'standard',
    reconciliation_status: 'not_applicable',
    statement_descriptor: params.statement_descriptor ?? null,
    status: 'pending',
  });
  return render(world, 'payout', payout);
}

export const payoutOperations: readonly Operation[] = [
  operation('POST /v1/payouts', createFields, create),
  operation('POST /v1/payouts/:id/cancel', {}, (world, _params, id = '') => {
    const payout = world.get('payout', id);
    if (payout.status !== 'pending' || payout.automatic)
      throw refuse(
        'Payouts can only be canceled while they are pending, and only when they are not automatic.',
        {},
      );
    return render(world, 'payout', returnPayout(world, payout, { status: 'canceled' }));
  }),
  operation('POST /v1/payouts/:id', { metadata: clearable(metadata) }, (world, params, id = '') => {
    const payout = world.get('payout', id);
    return render(
      world,
      'payout',
      update(world, 'payout.updated', 'payout', payout, {
        ...payout,
        metadata: changeMetadata(payout.metadata, params.metadata),
      }),
    );
  }),
  operation('GET /v1/payouts/:id', {}, (world, _params, id = '') => renderById(world, 'payout', id)),
  operation(
    'GET /v1/payouts',
    { ...pageFields, arrival_date: optional(range), created: optional(range), status: optional(text()) },
    (world, params) =>
      pageOf(
        world,
        'payout',
        '/v1/payouts',
        params,
        (payout) =>
          inRange(payout.arrival_date, params.arrival_date) &&
          inRange(payout.created, params.created) &&
          (params.status === undefined || payout.status === params.status),
      ),
  ),
];
