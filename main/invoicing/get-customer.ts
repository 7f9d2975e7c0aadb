// One customer, whole: what the bookkeeper keeps of them, what they owe, and their account.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { Money } from '../../shared/contract/common.ts';
import { notFound } from '../refusal.ts';
import { openBalances } from '../store/customer-list.ts';
import { customerBalance, statementAdjustments } from '../store/customer-balance.ts';
import {
  type StatementInvoice,
  type StatementNote,
  type StatementRefund,
  statementInvoices,
  statementNotes,
  statementPayments,
  statementRefunds,
} from '../store/customer-statement.ts';
import { customerById } from '../store/customers.ts';
import { erasedAt } from '../store/erased.ts';
import { today, type UseContext } from './context.ts';
import { customerActivity } from './customer-activity.ts';

const MOST_ACTIVITY = 500;

export function getCustomer(
  context: UseContext,
  { id }: ParsedInput<'customers.get'>,
): CallOutput<'customers.get'> {
  const { db } = context;
  const customer = customerById(db, id);
  if (!customer) throw notFound('customer');
  const { fields } = customer;
  const owed = openBalances(db, [id], today(context)).get(id);
  const invoices = statementInvoices(db, id);
  const refunds = statementRefunds(db, id);
  const notes = statementNotes(db, id);
  return {
    id,
    stripeId: customer.stripeId,
    name: fields.name,
    email: fields.email,
    country: fields.address.country,
    reference: fields.reference,
    currency: customer.currency,
    invoiceCount:
      db.get<{ count: number }>('SELECT invoice_count AS count FROM customer WHERE id = ?', [id])?.count ?? 0,
    open: [...(owed?.open ?? [])],
    pastDue: [...(owed?.pastDue ?? [])],
    createdAt: customer.createdAt,
    archived: customer.archived,
    state: customer.work ?? 'saved',
    fields,
    deletedAtStripe: customer.deleted,
    erasedAt: erasedAt(db, id),
    paid: paidSums(invoices, refunds, notes),
    ...balanceOf(customerBalance(db, customer.stripeId)),
    activity: customerActivity(
      {
        invoices,
        payments: statementPayments(db, id),
        refunds,
        notes,
        adjustments: statementAdjustments(db, customer.stripeId),
        timeZone: context.timeZone,
      },
      MOST_ACTIVITY,
    ),
  };
}

/** Stripe keeps one balance: what it owes the customer, or what they owe from before. */
function balanceOf(balance: Money | null): { readonly credit: Money[]; readonly owed: Money[] } {
  if (balance === null) return { credit: [], owed: [] };
  const { amount, currency } = balance;
  return amount < 0 ? { credit: [{ amount: -amount, currency }], owed: [] } : { credit: [], owed: [balance] };
}

/** Less what was given back, through Stripe and outside of it. */
function paidSums(
  invoices: readonly StatementInvoice[],
  refunds: readonly StatementRefund[],
  notes: readonly StatementNote[],
): Money[] {
  const sums = new Map<string, number>();
  const add = (currency: string, amount: number): void => {
    if (amount !== 0) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  };
  for (const { currency, amount_paid: paid } of invoices) add(currency, paid);
  for (const { currency, amount } of refunds) add(currency, -amount);
  for (const { currency, outside } of notes) add(currency, -outside);
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}
