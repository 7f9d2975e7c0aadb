// Writes saved ways to pay as Stripe tells them: what names them, and whose they are.
import { knownCustomer } from '../store/mirror-customers.ts';
import { mirroredPaymentMethods, ownerOfMethod } from '../store/mirror-payment-methods.ts';
import type { StripeObject } from '../stripe/request.ts';
import { PaymentMethodSnapshot } from '../stripe/snapshots/money.ts';
import { announce, type Batch, keep, understand } from './batch.ts';
import { paymentMethodText } from '../../shared/text/payment-method.ts';

export function applyPaymentMethod(batch: Batch, object: StripeObject): void {
  const { db } = batch;
  const method = understand(batch, PaymentMethodSnapshot, object);
  keep(batch, object);
  if (!method) return;
  const before = ownerOfMethod(db, method.id);
  const written = mirroredPaymentMethods.upsert(db, {
    id: method.id,
    customer_stripe_id: method.customer,
    type: method.type,
    label: paymentMethodText(method),
    exp_month: method.card?.exp_month ?? null,
    exp_year: method.card?.exp_year ?? null,
    created: method.created,
  });
  if (written === 'same') return;
  for (const owner of new Set([before, method.customer])) {
    const customer = owner === null ? undefined : knownCustomer(db, owner);
    if (customer) announce(batch, 'customer', customer.id);
  }
}
