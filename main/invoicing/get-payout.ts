// One payout with what it holds: what Stripe lists, or for one made by hand what we suggest.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { Movement } from '../../shared/contract/payouts.ts';
import { checkedAmount } from '../../shared/domain/money.ts';
import { suggestContents } from '../../shared/domain/payout-allocation.ts';
import { notFound } from '../refusal.ts';
import type { Db } from '../store/database.ts';
import { movementsById, movementsOf, type PayoutFacts, payoutFacts } from '../store/payout-detail.ts';
import { payoutRow } from '../store/payout-list.ts';
import { allocatableHoldings, ownMovement, payoutsOfCurrency } from '../store/payout-suggestion.ts';
import type { UseContext } from './context.ts';

type Detail = CallOutput<'payouts.get'>;

export function getPayout({ db }: UseContext, { id }: ParsedInput<'payouts.get'>): Detail {
  const payout = payoutFacts(db, id);
  if (!payout) throw notFound('payout');
  const contents = payout.opened === 1 ? 'open' : payout.automatic === 1 ? 'waiting' : 'manual';
  const groups = [...Map.groupBy(movementsIn(db, payout, contents), ({ category }) => category)];
  const transactions = groups.flatMap(([, parts]) => parts);
  const net = sum(transactions, (movement) => movement.net);
  const explained = sum(transactions, (movement) => movement.part ?? movement.net);
  const own =
    payout.balance_transaction_id === null ? undefined : ownMovement(db, payout.balance_transaction_id);
  const fee = own?.fee ?? 0;
  return {
    ...payoutRow(payout),
    failure: payout.failure_code,
    contents,
    sums: groups.map(([category, parts]) => ({
      category,
      count: parts.length,
      gross: sum(parts, (movement) => movement.gross),
      fee: sum(parts, (movement) => movement.fee),
      net: sum(parts, (movement) => movement.net),
    })),
    transactions,
    elsewhere: net - explained,
    fee,
    residue: contents === 'waiting' ? null : payout.amount + fee - explained,
    balance: own === undefined ? null : { before: own.before, after: own.after },
  };
}

function sum(movements: readonly Movement[], part: (movement: Movement) => number): number {
  return movements.reduce((total, movement) => checkedAmount(total + part(movement)), 0);
}

function movementsIn(db: Db, payout: PayoutFacts, contents: Detail['contents']): readonly Movement[] {
  if (contents === 'open') return movementsOf(db, payout.id);
  if (contents === 'waiting') return [];
  const { currency, id } = payout;
  const suggested = suggestContents(allocatableHoldings(db, currency), payoutsOfCurrency(db, currency));
  const parts = new Map((suggested.get(id) ?? []).map((part) => [part.id, part.amount]));
  return movementsById(db, [...parts.keys()]).map((movement) => {
    const part = parts.get(movement.id) ?? movement.net;
    return part === movement.net ? movement : { ...movement, part };
  });
}
