// Gathers what the books need to know of money outside invoices: balance transactions, payouts, disputes, credit of customers.
import type { BalanceChangeFacts } from '../../shared/domain/books/customer-balance.ts';
import type { MovementFacts } from '../../shared/domain/books/movement.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import type { DisputeFacts, PayoutFacts } from '../../shared/domain/books/settlement.ts';
import type { Db } from '../store/database.ts';
import { keptTransactionsOf } from '../store/kept-objects.ts';
import type { DayOf } from './invoice-facts.ts';
import { readKept } from './read-kept.ts';
import {
  BookedBalanceChange,
  BookedDispute,
  BookedPayout,
  BookedSource,
  BookedTransaction,
} from './snapshots.ts';

export function readMovementFacts(db: Db, id: string, day: DayOf): MovementFacts | null {
  const transaction = readKept(db, id, BookedTransaction);
  if (!transaction) return null;
  const source = transaction.source === null ? undefined : readKept(db, transaction.source, BookedSource);
  return {
    id,
    type: transaction.type,
    category: transaction.reporting_category,
    day: day(transaction.created),
    currency: transaction.currency,
    amount: transaction.amount,
    fee: transaction.fee,
    feeDetails: transaction.fee_details,
    document: source?.payment ?? transaction.source ?? id,
    presented: source ? { currency: source.currency, amount: source.amount } : null,
  };
}

export function readPayoutFacts(db: Db, id: string): PayoutFacts | null {
  const payout = readKept(db, id, BookedPayout);
  if (!payout) return null;
  const { status, currency, amount, arrival_date } = payout;
  // A date of the bank's, which Stripe writes as midnight in UTC.
  const arrivalDay = dayOf(arrival_date, 'UTC');
  return { id, status, currency, amount, arrivalDay };
}

export function readDisputeFacts(db: Db, id: string, day: DayOf): DisputeFacts | null {
  const dispute = readKept(db, id, BookedDispute);
  if (!dispute) return null;
  const movements = keptTransactionsOf(db, id).flatMap((text) => {
    const transaction = BookedTransaction.safeParse(JSON.parse(text)).data;
    // A fee that was taken apart from the money is a cost of its own, whatever becomes of the money.
    return transaction && transaction.type !== 'stripe_fee'
      ? [{ ...transaction, day: day(transaction.created) }]
      : [];
  });
  return { id, status: dispute.status, movements };
}

export function readBalanceChangeFacts(db: Db, id: string, day: DayOf): BalanceChangeFacts | null {
  const change = readKept(db, id, BookedBalanceChange);
  if (!change) return null;
  const { created, ...facts } = change;
  return { ...facts, day: day(created) };
}
