// Takes a statement away: nobody sees it from the first moment on, and its lines go by portions.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import type { Pause } from '../../bank/in-turns.ts';
import { notFound } from '../../refusal.ts';
import { clearUnfinished, hideBankStatement } from '../../store/bank-statements.ts';
import { once } from '../../store/commands.ts';
import type { UseContext } from '../context.ts';
import { alone } from './alone.ts';

export function removeStatement(
  context: UseContext,
  { commandId, id }: ParsedInput<'bank.removeStatement'>,
  pause: Pause,
): Promise<CallOutput<'bank.removeStatement'>> {
  const { db } = context;
  return alone(db, pause, async () => {
    const reply = once(db, commandId, 'bank.removeStatement', context.now(), () => {
      if (!hideBankStatement(db, id)) throw notFound('bank statement');
      context.changes.add('bank');
      return {};
    });
    while (clearUnfinished(db)) await pause();
    return reply;
  });
}
