// Paying an invoice: with a saved method, outside Stripe, by an attached payment, or by the customer on the hosted page.
import { Failure, refuse } from '../../api/failure.ts';
import { flag, optional, text, type Parsed } from '../../api/params.ts';
import { update } from '../../world/events.ts';
import type { PaymentOutcome } from '../../options.ts';
import type { Invoice, PaymentIntent, PaymentMethod } from '../../world/records.ts';
import { render } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { newMethod, usableMethod } from '../payment-methods.ts';
import { confirmIntent } from '../payments/confirm.ts';
import { methodFor } from '../payments/outcomes.ts';
import { finalize } from './finalize.ts';
import { addInvoicePayment, openIntent } from './invoice-payments.ts';
import { payOutOfBand, receivePayment } from './paid.ts';

export const payFields = {
  forgive: optional(flag),
  mandate: optional(text()),
  off_session: optional(flag),
  paid_out_of_band: optional(flag),
  payment_method: optional(text()),
};

function payable(world: World, id: string): Invoice {
  const before = world.get('invoice', id);
  const invoice = before.status === 'draft' ? finalize(world, id) : before;
  if (invoice.status === 'paid') throw refuse('Invoice is already paid');
  if (invoice.status === 'void')
    throw refuse('Invoices that are void cannot be paid.', { code: 'status_transition_invalid' });
  return invoice;
}

function methodToCharge(world: World, invoice: Invoice, given: string | undefined): PaymentMethod {
  const customer = world.get('customer', invoice.customer ?? '');
  const id = given ?? invoice.default_payment_method ?? customer.invoice_settings.default_payment_method;
  if (id === null) {
    throw refuse(
      'There is no `default_payment_method` set on this Customer or Invoice. Please set one or pass `payment_method`.',
      { param: 'payment_method' },
    );
  }
  return usableMethod(world, id, customer.id);
}

function intentToConfirm(world: World, invoice: Invoice): PaymentIntent {
  const intent = openIntent(world, invoice);
  if (intent === null) throw refuse('This invoice has no open payment.', {});
  if (intent.status !== 'processing') return intent;
  throw refuse('This invoice has a payment that is still processing.', {
    code: 'payment_intent_unexpected_state',
  });
}

function refuseUnfitMandate(method: PaymentMethod, mandate: string | undefined): void {
  if (mandate !== undefined && mandate !== method.inner.mandate)
    throw refuse('The mandate must belong to the payment method that pays this invoice.', {
      code: 'payment_intent_mandate_invalid',
      param: 'mandate',
    });
}

/** The call cannot be completed without the customer, who is asked on the hosted page. */
function actionRequired(world: World, intent: PaymentIntent): Failure {
  return new Failure(
    402,
    'card_error',
    'Payment for this invoice requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice. Additional information is available here: https://stripe.com/docs/billing/subscriptions/overview#requires-action',
    {
      code: 'invoice_payment_intent_requires_action',
      payment_intent: render(world, 'payment_intent', intent),
    },
    true,
  );
}

export function pay(world: World, id: string, params: Parsed<typeof payFields>): Invoice {
  const invoice = payable(world, id);
  if (params.paid_out_of_band === true) {
    if (params.payment_method !== undefined)
      throw refuse('You may only specify one of these parameters: paid_out_of_band, payment_method.', {
        code: 'parameters_exclusive',
        param: 'payment_method',
      });
    return payOutOfBand(world, invoice);
  }
  const method = methodToCharge(world, invoice, params.payment_method);
  refuseUnfitMandate(method, params.mandate);
  const intent = confirmIntent(world, intentToConfirm(world, invoice), method, params.off_session ?? true);
  if (intent.status === 'requires_action') throw actionRequired(world, intent);
  return world.get('invoice', id);
}

/** The customer pays on the hosted page and is there to authenticate. Throws the bank's decline. */
export function payAsCustomer(world: World, id: string, outcome: PaymentOutcome): void {
  const invoice = world.get('invoice', id);
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible')
    throw refuse(`An invoice that is ${invoice.status ?? 'unknown'} cannot be paid.`, {});
  confirmIntent(world, intentToConfirm(world, invoice), newMethod(world, methodFor(outcome), null), false);
}

/** Money that came in another way is counted towards an open invoice. */
export function attachPayment(world: World, id: string, intentId: string): Invoice {
  const invoice = world.get('invoice', id);
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible')
    throw refuse('You can only attach payments to an open or uncollectible invoice.', {});
  const intent = world.get('payment_intent', intentId, 'payment_intent');
  if (intent.inner.invoice !== null)
    throw refuse('This PaymentIntent is already attached to an invoice.', { param: 'payment_intent' });
  if (intent.customer !== invoice.customer)
    throw refuse("The PaymentIntent's customer must match the invoice's customer.", {
      param: 'payment_intent',
    });
  if (intent.currency !== invoice.currency)
    throw refuse("The PaymentIntent's currency must match the invoice's currency.", {
      param: 'payment_intent',
    });
  world.put('payment_intent', { ...intent, inner: { invoice: id } });
  const payment = addInvoicePayment(world, invoice, intentId, intent.amount, false);
  if (intent.status === 'succeeded') receivePayment(world, payment.id, intent.amount_received);
  else update(world, 'invoice.updated', 'invoice', invoice, world.get('invoice', id));
  return world.get('invoice', id);
}
