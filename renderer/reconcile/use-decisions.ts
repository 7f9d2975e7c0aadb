// What a person says of the bank's lines, each with a way to take it back.
import type { BankLine } from '../../shared/contract/bank.ts';
import { useCommand } from '../data.ts';
import { useUndo } from './use-undo.ts';

export interface Decisions {
  /** The line is the payout that was found for it. */
  readonly accept: (line: BankLine) => void;
  /** The line is this payout, whatever was found. */
  readonly match: (line: BankLine, payoutId: string) => void;
  /** The line is not the payout that stands beside it. */
  readonly reject: (line: BankLine) => void;
  /** The line is not from Stripe; or it may be, after all. */
  readonly setAside: (line: BankLine, isAside: boolean) => void;
}

export function useDecisions(): Decisions {
  const confirm = useCommand('bank.match');
  const unmatch = useCommand('bank.unmatch');
  const reconsider = useCommand('bank.reconsider');
  const aside = useCommand('bank.setAside');
  const decide = useUndo();
  const match = ({ id: lineId }: BankLine, payoutId: string): void => {
    const pairs = [{ lineId, payoutId }];
    void decide('Matched with the payout', confirm.run({ pairs }), () => reconsider.run({ pairs }));
  };
  return {
    match,
    accept: (line) => {
      if (line.payout !== null && line.standing !== 'confirmed') match(line, line.payout.id);
    },
    reject: ({ id: lineId, payout, standing }) => {
      if (payout === null) return;
      const pairs = [{ lineId, payoutId: payout.id }];
      const again = standing === 'confirmed' ? confirm : reconsider;
      void decide('Not this payout', unmatch.run({ lineIds: [lineId] }), () => again.run({ pairs }));
    },
    setAside: ({ id, standing }, isAside) => {
      if (standing === 'confirmed') return;
      const say = (is: boolean) => aside.run({ lineIds: [id], isAside: is });
      void decide(isAside ? 'Set aside' : 'Brought back', say(isAside), () => say(!isAside));
    },
  };
}
