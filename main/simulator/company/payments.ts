// How the customers of the demo company pay.
import { Failure } from '../api/failure.ts';
import type { PaymentOutcome } from '../options.ts';
import { payAsCustomer } from '../resources/invoices/pay.ts';
import type { World } from '../world/world.ts';
import { call, idOf } from './calls.ts';
import { HOUR, type Stage } from './stage.ts';

/** A bank's decline is part of the story. */
function tryToPay(world: World, invoice: string, outcome: PaymentOutcome): void {
  try {
    payAsCustomer(world, invoice, outcome);
  } catch (error) {
    if (!(error instanceof Failure && error.leavesEffects)) throw error;
  }
}

const declinesSeen: readonly PaymentOutcome[] = [
  'declined',
  'insufficient_funds',
  'expired_card',
  'lost_card',
];

export function payThroughStripe({ world, dice, timeline }: Stage, invoice: string, at: number): void {
  if (dice.happens(0.08))
    timeline.add(
      at - HOUR,
      () => isOpen(world, invoice) && tryToPay(world, invoice, dice.pick(declinesSeen)),
    );
  const debit = world.get('invoice', invoice).currency === 'eur' && dice.happens(0.25);
  timeline.add(
    at,
    () => isOpen(world, invoice) && tryToPay(world, invoice, debit ? 'sepa_processing' : 'succeeded'),
  );
}

export function isOpen(world: World, invoice: string): boolean {
  return world.find('invoice', invoice)?.status === 'open';
}

/** The charge that paid the invoice, when there is one to give back. */
export function chargeOf(world: World, invoice: string): string | null {
  for (const id of world.get('invoice', invoice).inner.payments) {
    const intent = world.get('invoice_payment', id).payment.payment_intent ?? '';
    const charge = world.find('payment_intent', intent)?.latest_charge ?? null;
    if (charge !== null && world.get('charge', charge).status === 'succeeded') return charge;
  }
  return null;
}

export function payPart({ world, timeline }: Stage, invoice: string, at: number): void {
  timeline.add(at, () => {
    if (!isOpen(world, invoice)) return;
    const { amount_remaining: left, currency, customer } = world.get('invoice', invoice);
    const intent = call(world, 'POST', '/v1/payment_intents', {
      amount: Math.max(100, Math.round(left * 0.4)),
      currency,
      customer,
      description: 'Deposit',
      confirm: true,
      payment_method: 'pm_card_visa',
    });
    call(world, 'POST', `/v1/invoices/${invoice}/attach_payment`, { payment_intent: idOf(intent) });
  });
}
