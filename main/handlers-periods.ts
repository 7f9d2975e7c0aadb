// Handlers of the calls about months.
import type { periodCalls } from '../shared/contract/periods.ts';
import { beginBooks } from './books/beginning.ts';
import { closeMonth, type PeriodContext, readPeriods, reopenMonth } from './books/periods.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, contextOf, type HandlerDependencies } from './handlers-context.ts';
import { Changes } from './sync/changes.ts';

type PeriodHandlers = Pick<Handlers, keyof typeof periodCalls>;

export function periodHandlers(dependencies: HandlerDependencies): PeriodHandlers {
  const context = (changes: Changes): PeriodContext => {
    const { bookkeeping } = booksOf(dependencies.session);
    return { ...contextOf(dependencies, changes), state: () => bookkeeping.proof().state };
  };
  const changing =
    <Input, Output>(change: (context: PeriodContext, input: Input) => Output) =>
    (input: Input): Output => {
      const changes = new Changes();
      const output = change(context(changes), input);
      changes.add('ledger');
      dependencies.announce(changes);
      return output;
    };
  return {
    'books.periods': () => readPeriods(context(new Changes())),
    'books.begin': (input) => {
      const output = changing(beginBooks)(input);
      booksOf(dependencies.session).bookkeeping.wake();
      return output;
    },
    'books.closeMonth': changing(closeMonth),
    'books.reopenMonth': changing(reopenMonth),
  };
}
