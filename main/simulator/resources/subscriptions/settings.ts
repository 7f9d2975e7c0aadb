// What both creating and updating say about a subscription beside its items and its time.
import { changeMetadata, kept } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import type { Subscription } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { applyDiscounts } from '../coupons.ts';
import { usableMethod } from '../payment-methods.ts';
import { checkedRates } from './items.ts';
import type { Settings } from './params.ts';

/** Days to pay and an address to send to, or neither. */
function refuseUnfitCollection(world: World, subscription: Subscription): void {
  const { collection_method: method, customer, days_until_due: days } = subscription;
  if (method === 'charge_automatically' && days !== null)
    throw refuse('You can only set `days_until_due` if the collection method is `send_invoice`.', {
      param: 'days_until_due',
    });
  if (method === 'charge_automatically') return;
  if (days === null)
    throw refuse('You must specify `days_until_due` when `collection_method` is set to `send_invoice`.', {
      code: 'parameter_missing',
      param: 'days_until_due',
    });
  if (world.get('customer', customer).email === null)
    throw refuse(
      'Missing email. In order to create invoices that are sent to the customer, the customer must have a valid email.',
      { param: 'customer' },
    );
}

function methodOf(world: World, subscription: Subscription, id: string | undefined): string | null {
  if (id === undefined) return subscription.default_payment_method;
  const method = usableMethod(world, id, subscription.customer, 'default_payment_method');
  if (method.customer !== subscription.customer)
    throw refuse(
      'The customer does not have a payment method with the ID ' +
        id +
        '. The payment method must be attached to the customer.',
      { code: 'resource_missing', param: 'default_payment_method' },
    );
  return method.id;
}

function discountsOf(
  world: World,
  subscription: Subscription,
  params: Settings['discounts'],
): readonly string[] {
  if (params === undefined) return subscription.discounts;
  return applyDiscounts(world, params ?? [], {
    customer: subscription.customer,
    invoice: null,
    invoiceItem: null,
    currency: subscription.currency,
    subscription: subscription.id,
  });
}

function invoiceSettings(
  existing: Subscription['invoice_settings'],
  params: Settings['invoice_settings'],
): Subscription['invoice_settings'] {
  return {
    ...existing,
    account_tax_ids: kept(params?.account_tax_ids, existing.account_tax_ids),
    custom_fields: kept(params?.custom_fields, existing.custom_fields),
    description: kept(params?.description, existing.description),
    footer: kept(params?.footer, existing.footer),
  };
}

function paymentSettings(
  existing: Subscription['payment_settings'],
  params: Settings['payment_settings'],
): Subscription['payment_settings'] {
  if (existing === null) return null;
  return {
    ...existing,
    payment_method_types: kept(params?.payment_method_types, existing.payment_method_types),
    save_default_payment_method: kept(
      params?.save_default_payment_method,
      existing.save_default_payment_method,
    ),
  };
}

function trialSettings(
  existing: Subscription['trial_settings'],
  params: Settings['trial_settings'],
): Subscription['trial_settings'] {
  if (params === undefined) return existing;
  const { missing_payment_method: missing } = params.end_behavior;
  return { end_behavior: { billing_cycle_anchor: null, missing_payment_method: missing } };
}

/** Only what was sent changes; null clears. */
export function withSettings(world: World, subscription: Subscription, params: Settings): Subscription {
  const method = params.collection_method ?? subscription.collection_method;
  const keptDays = method === 'send_invoice' ? subscription.days_until_due : null;
  const next: Subscription = {
    ...subscription,
    collection_method: method,
    days_until_due: params.days_until_due ?? keptDays,
    default_payment_method: methodOf(world, subscription, params.default_payment_method),
    description: kept(params.description, subscription.description),
    discounts: discountsOf(world, subscription, params.discounts),
    invoice_settings: invoiceSettings(subscription.invoice_settings, params.invoice_settings),
    metadata: changeMetadata(subscription.metadata, params.metadata),
    payment_settings: paymentSettings(subscription.payment_settings, params.payment_settings),
    trial_settings: trialSettings(subscription.trial_settings, params.trial_settings),
    inner: {
      ...subscription.inner,
      defaultTaxRates:
        params.default_tax_rates === undefined
          ? subscription.inner.defaultTaxRates
          : checkedRates(world, params.default_tax_rates, 'default_tax_rates'),
    },
  };
  refuseUnfitCollection(world, next);
  return next;
}
