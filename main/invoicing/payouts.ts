// Payouts and what they hold, the balance at Stripe, and what Stripe took.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { Movement } from '../../shared/contract/payouts.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import { checkedAmount } from '../../shared/domain/money.ts';
import { notFound } from '../refusal.ts';
import { comingMoney, feesOfYear, payoutsUnderWay, yearsOfMovements } from '../store/balance.ts';
import { movementsOf, payoutFacts } from '../store/payout-detail.ts';
import { countPayouts as readCounts, listPayouts as readPayouts, payoutRow } from '../store/payout-list.ts';
import { balancePosition } from '../store/sync-position.ts';
import { today, type UseContext } from './context.ts';

type Detail = CallOutput<'payouts.get'>;

export function listPayouts(
  { db }: UseContext,
  input: ParsedInput<'payouts.list'>,
): CallOutput<'payouts.list'> {
  return { rows: readPayouts(db, input) };
}

export function countPayouts({ db }: UseContext): CallOutput<'payouts.counts'> {
  return { statuses: readCounts(db) };
}

export function getPayout({ db }: UseContext, { id }: ParsedInput<'payouts.get'>): Detail {
  const payout = payoutFacts(db, id);
  if (!payout) throw notFound('payout');
  const isOpen = payout.opened === 1;
  const transactions = isOpen ? [...movementsOf(db, id)] : [];
  const explained = transactions.reduce((sum, { net }) => checkedAmount(sum + net), 0);
  return {
    ...payoutRow(payout),
    failure: payout.failure_code,
    contents: isOpen ? 'open' : payout.automatic === 1 ? 'waiting' : 'manual',
    sums: sumsOf(transactions),
    transactions,
    residue: isOpen ? payout.amount - explained : null,
  };
}

/** In the order in which the categories first appear. */
function sumsOf(transactions: readonly Movement[]): Detail['sums'] {
  return [...Map.groupBy(transactions, ({ category }) => category)].map(([category, parts]) => {
    const sum = (part: (movement: Movement) => number): number =>
      parts.reduce((total, movement) => checkedAmount(total + part(movement)), 0);
    return {
      category,
      count: parts.length,
      gross: sum(({ gross }) => gross),
      fee: sum(({ fee }) => fee),
      net: sum(({ net }) => net),
    };
  });
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
