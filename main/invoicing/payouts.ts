// The list of payouts, the balance at Stripe, and what Stripe took.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import { comingMoney, feesOfYear, payoutsUnderWay, yearsOfMovements } from '../store/balance.ts';
import { countPayouts as readCounts, listPayouts as readPayouts } from '../store/payout-list.ts';
import { balancePosition } from '../store/sync-position.ts';
import { today, type UseContext } from './context.ts';

export function listPayouts(
  { db }: UseContext,
  input: ParsedInput<'payouts.list'>,
): CallOutput<'payouts.list'> {
  return { rows: readPayouts(db, input) };
}

export function countPayouts({ db }: UseContext): CallOutput<'payouts.counts'> {
  return { statuses: readCounts(db) };
}

export function getBalance(context: UseContext): CallOutput<'balance.get'> {
  const { db, timeZone } = context;
  return {
    currencies: balancePosition.read(db) ?? [],
    coming: comingMoney(db, context.now()).map(({ available_on: at, currency, amount }) => ({
      day: dayOf(at, timeZone),
      currency,
      amount,
    })),
    underWay: [...payoutsUnderWay(db)],
  };
}

export function getFees(context: UseContext, input: ParsedInput<'fees.get'>): CallOutput<'fees.get'> {
  const years = yearsOfMovements(context.db);
  const year = input.year ?? years[0] ?? Number(today(context).slice(0, 4));
  return { year, years: [...years], rows: feesOfYear(context.db, year) };
}
