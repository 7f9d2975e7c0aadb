// The ways to pay that the account has, and the money in which each works (docs.stripe.com/payments/payment-methods/payment-method-support).
import { refuse } from '../../api/failure.ts';
import type { World } from '../../world/world.ts';
import { accountFacts } from '../account.ts';

/** The capability by which the account has a way to pay, and the one currency that the capability is for. */
const capabilities = {
  card: [['card_payments', null]],
  link: [['link_payments', null]],
  sepa_debit: [['sepa_debit_payments', 'eur']],
  customer_balance: [
    ['sepa_bank_transfer_payments', 'eur'],
    ['gb_bank_transfer_payments', 'gbp'],
    ['us_bank_transfer_payments', 'usd'],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [string, string | null])[]>>;
type MethodType = keyof typeof capabilities;

/** What is offered when an invoice does not say. */
const offered: readonly MethodType[] = ['card', 'link', 'sepa_debit'];

function isMethodType(type: string): type is MethodType {
  return Object.hasOwn(capabilities, type);
}

/** The currencies in which the account can be paid that way; null for any, an empty list when it has not got it. */
function currenciesOf(world: World, type: MethodType): readonly string[] | null {
  const facts = accountFacts(world).capabilities;
  const active = capabilities[type].filter(([name]) => facts[name] === 'active');
  return active.some(([, currency]) => currency === null)
    ? null
    : active.flatMap(([, currency]) => currency ?? []);
}

function takes(world: World, type: MethodType, currency: string): boolean {
  const currencies = currenciesOf(world, type);
  return currencies === null || currencies.includes(currency);
}

/** Refuses what the account does not have. */
export function refuseUnknownType(world: World, type: string, param: string): void {
  if (isMethodType(type) && currenciesOf(world, type)?.length !== 0) return;
  throw refuse(
    `The payment method type "${type}" is invalid. Please ensure the provided type is activated in your dashboard (https://dashboard.stripe.com/account/payments/settings) and your account is enabled for any preview features that you are trying to use.`,
    { param },
  );
}

/** Refuses a way to pay that does not know the currency. */
export function refuseForeignType(world: World, type: string, currency: string, param: string): void {
  if (!isMethodType(type) || takes(world, type, currency)) return;
  throw refuse(
    `The currency provided (${currency}) is invalid. Payments with ${type} support the following currencies: ${(currenciesOf(world, type) ?? []).join(', ')}.`,
    { param },
  );
}

/** The ways to pay of an intent: those that were chosen, or those of the account that know the currency. */
export function typesFor(
  world: World,
  chosen: readonly string[] | null,
  currency: string,
): readonly string[] {
  return chosen ?? offered.filter((type) => takes(world, type, currency));
}
