// Direct debits: begun at once, decided by the bank some seconds or business days later.
import { plan } from '../../world/due.ts';
import { emit } from '../../world/events.ts';
import { chance } from '../../world/ids.ts';
import type { PaymentIntent, PaymentMethod } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { resumeRefunds } from '../refunds/progress.ts';
import { beginSettlement, createCharge, emitCharge } from './charges.ts';
import type { Decline } from './outcomes.ts';
import { refusePayment, succeed } from './results.ts';

const DAY_MS = 86_400_000;

function isWeekend(ms: number): boolean {
  const day = new Date(ms).getUTCDay();
  return day === 0 || day === 6;
}

const SLOW_MS = 3 * 60_000;

/** Milliseconds until the bank has decided: always the same for one intent. */
function delayOf(world: World, intentId: string, method: PaymentMethod): number {
  const { debitBusinessDays: days, debitDelayMs, seed } = world.settings;
  if (days === null) return method.inner.behaviour === 'slow' ? SLOW_MS : debitDelayMs;
  const [least, most] = days;
  let left = least + Math.floor(chance(seed, intentId) * (most - least + 1));
  let delay = 0;
  while (left > 0) {
    delay += DAY_MS;
    if (!isWeekend(world.accountNowMs() + delay)) left -= 1;
  }
  return delay;
}

export function beginDebit(world: World, intent: PaymentIntent, method: PaymentMethod): PaymentIntent {
  const charge = createCharge(world, intent, method, 'pending', null);
  emitCharge(world, charge);
  const processing = world.put('payment_intent', {
    ...intent,
    latest_charge: charge.id,
    status: 'processing',
  });
  emit(world, 'payment_intent.processing', 'payment_intent', processing);
  plan(world, delayOf(world, intent.id, method), { kind: 'settle-debit', paymentIntent: intent.id });
  return processing;
}

/** What the bank says at the end of a direct debit. */
export function settleDebit(world: World, intentId: string): void {
  const intent = world.get('payment_intent', intentId);
  const pending = world.get('charge', intent.latest_charge ?? '');
  const method = world.get('payment_method', intent.payment_method ?? '');
  if (method.inner.outcome === 'sepa_fails') {
    const why: Decline = {
      code: 'payment_intent_payment_attempt_failed',
      adviceCode: 'try_again_later',
      message: 'The payment failed.',
    };
    const failed = world.put('charge', {
      ...pending,
      amount_captured: 0,
      captured: false,
      failure_code: 'insufficient_funds',
      failure_message: why.message,
      paid: false,
      status: 'failed',
    });
    refusePayment(world, intent, method, failed, why);
    resumeRefunds(world, failed.id);
    return;
  }
  const charge = world.put('charge', { ...pending, paid: true, status: 'succeeded' });
  succeed(world, intent, beginSettlement(world, charge));
  resumeRefunds(world, charge.id);
}
