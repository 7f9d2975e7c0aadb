// What a restricted key may do: read or write, resource by resource, and what Stripe says to the rest.
import type { Settings } from '../options.ts';
import type { Keys } from './auth.ts';
import { Failure } from './failure.ts';
import type { SimulatorRequest } from './message.ts';

interface Resource {
  /** As Stripe names it in `…_read` and `…_write`. */
  readonly name: string;
  /** As its dashboard names it. */
  readonly label: string;
}

const customer = { name: 'customer', label: 'Customers' };
const invoice = { name: 'invoice', label: 'Invoices' };
const charge = { name: 'charge', label: 'Charges and Refunds' };
const method = { name: 'payment_method', label: 'PaymentMethods' };
const account = { name: 'accounts_kyc_basic', label: 'Account Information' };
const subscription = { name: 'subscription', label: 'Subscriptions' };
const file = { name: 'file', label: 'Files' };

/** By the first segment of the address. */
const resources: Readonly<Record<string, Resource>> = {
  account,
  accounts: account,
  balance: { name: 'balance', label: 'Balance' },
  balance_transactions: { name: 'balance_transaction', label: 'Balance Transactions' },
  charges: charge,
  coupons: { name: 'coupon', label: 'Coupons' },
  credit_notes: { name: 'credit_note', label: 'Credit Notes' },
  customers: customer,
  disputes: { name: 'dispute', label: 'Disputes' },
  events: { name: 'event', label: 'Events' },
  file_links: file,
  files: file,
  invoice_payments: invoice,
  invoiceitems: invoice,
  invoices: invoice,
  mandates: { name: 'mandate', label: 'Mandates' },
  payment_intents: { name: 'payment_intent', label: 'PaymentIntents' },
  payment_methods: method,
  payouts: { name: 'payout', label: 'Payouts' },
  prices: { name: 'plan', label: 'Prices' },
  products: { name: 'product', label: 'Products' },
  refunds: charge,
  subscription_items: subscription,
  subscriptions: subscription,
  tax_rates: { name: 'tax_rate', label: 'Tax Rates' },
  test_helpers: { name: 'billing_clock', label: 'Test Clocks' },
};

/** Of the lists below a customer one has a resource of its own. */
function resourceOf(segments: readonly string[]): Resource | null {
  if (segments[0] === 'customers' && segments[2] === 'payment_methods') return method;
  return resources[segments[0] ?? ''] ?? null;
}

/** `GET` reads, and so do the previews that are asked for with `POST`. */
function isWrite(verb: string, segments: readonly string[]): boolean {
  return verb !== 'GET' && !segments.includes('create_preview');
}

function needsNone(settings: Settings, resource: Resource): boolean {
  if (resource.name === account.name) return settings.rules.accountNeedsPermission === 'no';
  return resource.name === 'event' && settings.rules.eventsNeedPermission === 'no';
}

function refusal(settings: Settings, key: string, resource: Resource, access: 'read' | 'write'): Failure {
  const permission = `${resource.name}_${access}`;
  const enabling =
    settings.rules.permissionWording === 'enabling'
      ? `Enabling "${resource.label} ${access === 'read' ? 'Read' : 'Write'}" ('${permission}') permissions on this key would allow this request to continue.`
      : `Having the 'rak_${permission}' permission would allow this request to continue.`;
  return new Failure(
    403,
    'invalid_request_error',
    `The provided key '${key.slice(0, 8)}***${key.slice(-6)}' does not have the required permissions for this endpoint on account '${settings.accountId}'. ${enabling}`,
  );
}

/** Throws 403 when the key is restricted and may not do this. Who may write may also read. */
export function authorize(
  settings: Settings,
  { permissions }: Keys,
  key: string,
  request: SimulatorRequest,
): void {
  const granted = permissions.get(key);
  const segments = (request.path.split('?')[0] ?? '').split('/').slice(2);
  const resource = resourceOf(segments);
  if (granted === undefined || resource === null || needsNone(settings, resource)) return;
  const access = isWrite(request.method, segments) ? 'write' : 'read';
  const allows = (wanted: string): boolean => granted.includes(`${resource.name}_${wanted}`);
  if (!allows('write') && (access === 'write' || !allows('read')))
    throw refusal(settings, key, resource, access);
}
