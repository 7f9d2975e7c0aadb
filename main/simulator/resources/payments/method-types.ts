// The ways to pay that the account has, and the money in which each works (docs.stripe.com/payments/payment-methods/payment-method-support).
import { refuse } from '../../api/failure.ts';

/** Ways to pay and the currencies of each; null for any. */
const currencies = {
  card: null,
  link: null,
  sepa_debit: ['eur'],
  customer_balance: ['eur', 'gbp', 'usd'],
} as const;
type MethodType = keyof typeof currencies;

/** What is offered when an invoice does not say. */
const offered: readonly MethodType[] = ['card', 'link', 'sepa_debit'];

function isMethodType(type: string): type is MethodType {
  return Object.hasOwn(currencies, type);
}

function takes(type: MethodType, currency: string): boolean {
  const allowed: readonly string[] | null = currencies[type];
  return allowed === null || allowed.includes(currency);
}

/** Refuses what the account does not have. */
export function refuseUnknownType(type: string, param: string): void {
  if (isMethodType(type)) return;
  throw refuse(
    `The payment method type "${type}" is invalid. Please ensure the provided type is activated in your dashboard (https://dashboard.stripe.com/account/payments/settings) and your account is enabled for any preview features that you are trying to use.`,
    { param },
  );
}

/** Refuses a way to pay that does not know the currency. */
export function refuseForeignType(type: string, currency: string, param: string): void {
  if (!isMethodType(type) || takes(type, currency)) return;
  throw refuse(
    `The currency provided (${currency}) is invalid. Payments with ${type} support the following currencies: ${(currencies[type] ?? []).join(', ')}.`,
    { param },
  );
}

/** The ways to pay of an intent: those that were chosen, or those of the account that know the currency. */
export function typesFor(chosen: readonly string[] | null, currency: string): readonly string[] {
  return chosen ?? offered.filter((type) => takes(type, currency));
}
