// What becomes of a refund after it was made: completed, sent back, given up, or carried out when the money is there.
import { refuse } from '../../api/failure.ts';
import { plan } from '../../world/due.ts';
import { emit, update } from '../../world/events.ts';
import type { Charge, Refund } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { moveCash } from '../cash-balance/cash.ts';
import { carryOut } from './create.ts';
import { isCovered, putBack } from './money.ts';
import { usualWay } from './ways.ts';

const DAY_MS = 86_400_000;

function withoutReason(refund: Refund): Refund {
  const { next_action: _action, pending_reason: _reason, ...rest } = refund;
  return rest;
}

/** The money has reached the customer. */
export function completeRefund(world: World, id: string): void {
  const refund = world.get('refund', id);
  if (refund.status !== 'pending' && refund.status !== 'requires_action') return;
  update(world, 'refund.updated', 'refund', refund, { ...withoutReason(refund), status: 'succeeded' });
}

/** The customer said where the money should go. */
export function acceptRefund(world: World, id: string): void {
  const refund = world.get('refund', id);
  if (refund.status !== 'requires_action')
    throw refuse(`This refund does not wait for its customer; it is ${refund.status ?? 'unknown'}.`, {});
  update(world, 'refund.updated', 'refund', refund, {
    ...withoutReason(refund),
    pending_reason: 'processing',
    status: 'pending',
  });
  plan(world, world.settings.debitDelayMs, { kind: 'complete-refund', refund: id });
}

/** Money that was on its way out of a cash balance is on it again. */
function backToCash(world: World, refund: Refund): void {
  if (refund.charge === null && refund.customer !== null)
    moveCash(world, refund.customer, refund.currency, refund.amount, { type: 'return_canceled' });
}

const unfinished: ReadonlySet<string | null> = new Set(['pending', 'requires_action', 'succeeded']);

/** The bank sends the money back: a refund fails, even one that had succeeded. */
export function failRefund(world: World, id: string, reason = 'expired_or_canceled_card'): void {
  const refund = world.get('refund', id);
  if (!unfinished.has(refund.status)) return;
  const returned = putBack(world, refund);
  backToCash(world, refund);
  const failed: Refund = {
    ...withoutReason(refund),
    ...returned,
    failure_reason: reason,
    status: 'failed',
  };
  update(world, 'refund.updated', 'refund', refund, failed);
  emit(world, 'refund.failed', 'refund', failed);
}

/** The customer never said where the money should go. */
export function expireRefund(world: World, id: string): void {
  if (world.get('refund', id).status === 'requires_action') failRefund(world, id, 'unknown');
}

function giveUp(world: World, refund: Refund): Refund {
  const returned = putBack(world, refund);
  return update(world, 'refund.updated', 'refund', refund, {
    ...withoutReason(refund),
    ...returned,
    status: 'canceled',
  });
}

export function cancelRefund(world: World, id: string): Refund {
  const refund = world.get('refund', id);
  if (refund.status !== 'requires_action')
    throw refuse(
      `You cannot cancel this refund because it has a status of ${refund.status ?? 'unknown'}. Only refunds that require action can be canceled.`,
      {},
    );
  return giveUp(world, refund);
}

/** What waited for money or for its charge goes the usual way now. */
function resume(world: World, refund: Refund, charge: Charge): void {
  const way = usualWay(world, charge);
  const carried = carryOut(world, refund, way);
  update(world, 'refund.updated', 'refund', refund, { ...withoutReason(carried), ...way.shown });
  if (way.next !== null) plan(world, way.next.afterMs, { kind: way.next.kind, refund: refund.id });
}

/** Tried daily until the balance covers it. */
export function retryRefund(world: World, id: string): void {
  const refund = world.get('refund', id);
  if (refund.pending_reason !== 'insufficient_funds') return;
  const charge = world.get('charge', refund.charge ?? '');
  if (isCovered(world, charge, refund.amount)) resume(world, refund, charge);
  else plan(world, DAY_MS, { kind: 'retry-refund', refund: id });
}

/** A pending charge has succeeded or failed: its refunds are carried out or given up. */
export function resumeRefunds(world: World, chargeId: string): void {
  for (const id of world.get('charge', chargeId).inner.refunds) {
    const refund = world.get('refund', id);
    if (refund.pending_reason !== 'charge_pending') continue;
    const charge = world.get('charge', chargeId);
    if (charge.status === 'succeeded') resume(world, refund, charge);
    else giveUp(world, refund);
  }
}
