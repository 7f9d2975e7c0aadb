// A customer leaves a way to pay with the business, on a page of Stripe's, and agrees that it is charged later.
import type { PaymentOutcome } from '../options.ts';
import { emit, update } from '../world/events.ts';
import type { PaymentMethod } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { liveCustomer } from './customer-lookup.ts';
import { giveMandate } from './mandates.ts';
import { attachMethod, newMethod } from './payment-methods.ts';
import { methodFor } from './payments/outcomes.ts';

export function saveMethod(
  world: World,
  customerId: string,
  outcome: PaymentOutcome,
  asDefault: boolean,
): PaymentMethod {
  const customer = liveCustomer(world, customerId);
  const method = giveMandate(world, newMethod(world, methodFor(outcome), customerId));
  emit(world, 'payment_method.attached', 'payment_method', method);
  if (asDefault) {
    update(world, 'customer.updated', 'customer', customer, {
      ...customer,
      invoice_settings: { ...customer.invoice_settings, default_payment_method: method.id },
    });
  }
  return method;
}

/** From now on another method of the customer is charged where none is named. */
export function changeMethod(world: World, customerId: string, token: string): void {
  const { id } = giveMandate(world, attachMethod(world, token, customerId));
  const customer = world.get('customer', customerId);
  update(world, 'customer.updated', 'customer', customer, {
    ...customer,
    invoice_settings: { ...customer.invoice_settings, default_payment_method: id },
  });
}
