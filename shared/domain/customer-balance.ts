// What the balance that Stripe keeps for a customer does to an invoice when it is issued. Pure; minor units.
// docs.stripe.com/billing/customer/balance, docs.stripe.com/api/invoices (amounts too small to charge)
import { minimumCharge } from './limits.ts';

/** `balance` by Stripe's sign: negative is a credit for the customer, positive is owed by them from before. */
export function dueAfterBalance(total: number, balance: number, currency: string): number {
  const due = total + balance;
  // Nothing is asked for what is too small to charge: it waits on the balance.
  return due < minimumCharge(currency) ? 0 : due;
}
