// What a person says of lines of the bank's: which payout they are, that they are not, or that they are not from Stripe.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { notFound, wrongState } from '../../refusal.ts';
import { addMatch, keepApart, setAside, unsay } from '../../store/bank-matches.ts';
import { once } from '../../store/commands.ts';
import type { UseContext } from '../context.ts';
import { type ReconciledLine, reconciliation } from './reconciliation.ts';

export function matchLines(
  context: UseContext,
  { commandId, pairs }: ParsedInput<'bank.match'>,
): CallOutput<'bank.match'> {
  const { db } = context;
  return once(db, commandId, 'bank.match', context.now(), () => {
    const { lines, freePayouts } = reconciliation(db);
    const byId = new Map(lines.map((line) => [line.id, line]));
    // A payout that is only found, not confirmed, is free for what a person says.
    const found = lines.flatMap(({ standing, payout }) => (standing === 'sure' && payout ? [payout] : []));
    const free = new Map([...freePayouts, ...found].map((payout) => [payout.id, payout]));
    for (const { lineId, payoutId } of pairs) {
      const line = byId.get(lineId);
      if (!line) throw notFound('bank line');
      const payout = free.get(payoutId);
      if (line.standing === 'confirmed' || !payout)
        throw wrongState('already-matched', 'One of the two is matched already: unmatch it first.');
      if (payout.currency !== line.currency)
        throw wrongState('other-currency', 'The deposit and the payout are in different currencies.');
      addMatch(db, lineId, payoutId, context.now());
      free.delete(payoutId);
    }
    context.changes.add('bank');
    return {};
  });
}

export function confirmSure(
  context: UseContext,
  { commandId }: ParsedInput<'bank.confirmSure'>,
): CallOutput<'bank.confirmSure'> {
  const { db } = context;
  return once(db, commandId, 'bank.confirmSure', context.now(), () => {
    const sure = reconciliation(db).lines.filter(({ standing }) => standing === 'sure');
    for (const { id, payout } of sure) if (payout) addMatch(db, id, payout.id, context.now());
    context.changes.add('bank');
    return { confirmed: sure.length };
  });
}

export function unmatchLines(
  context: UseContext,
  { commandId, lineIds }: ParsedInput<'bank.unmatch'>,
): CallOutput<'bank.unmatch'> {
  const { db } = context;
  return once(db, commandId, 'bank.unmatch', context.now(), () => {
    for (const { id, payout } of linesOf(context, lineIds))
      if (payout) keepApart(db, id, payout.id, context.now());
    context.changes.add('bank');
    return {};
  });
}

export function reconsiderPairs(
  context: UseContext,
  { commandId, pairs }: ParsedInput<'bank.reconsider'>,
): CallOutput<'bank.reconsider'> {
  const { db } = context;
  return once(db, commandId, 'bank.reconsider', context.now(), () => {
    for (const { lineId, payoutId } of pairs) unsay(db, lineId, payoutId);
    context.changes.add('bank');
    return {};
  });
}

export function setLinesAside(
  context: UseContext,
  { commandId, lineIds, isAside }: ParsedInput<'bank.setAside'>,
): CallOutput<'bank.setAside'> {
  const { db } = context;
  return once(db, commandId, 'bank.setAside', context.now(), () => {
    for (const { id, standing } of linesOf(context, lineIds)) {
      if (standing === 'confirmed')
        throw wrongState('already-matched', 'A deposit that is matched comes from Stripe: unmatch it first.');
      setAside(db, id, isAside, context.now());
    }
    context.changes.add('bank');
    return {};
  });
}

function linesOf({ db }: UseContext, ids: readonly string[]): readonly ReconciledLine[] {
  const byId = new Map(reconciliation(db).lines.map((line) => [line.id, line]));
  return ids.map((id) => {
    const line = byId.get(id);
    if (!line) throw notFound('bank line');
    return line;
  });
}
