// Handlers of the calls of books without real money.
import type { practiceCalls } from '../shared/contract/practice.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, type HandlerDependencies } from './handlers-context.ts';
import { practiceAdvance, practiceOutcomes, practicePay, practiceState } from './session/practice.ts';

type PracticeHandlers = Pick<Handlers, keyof typeof practiceCalls>;

export function practiceHandlers({ session, announce }: HandlerDependencies): PracticeHandlers {
  return {
    'practice.state': () => practiceState(booksOf(session)),
    'practice.outcomes': (input) => practiceOutcomes(booksOf(session), input),
    'practice.pay': (input) => practicePay(session, booksOf(session), input),
    'practice.advance': (input) => practiceAdvance(session, booksOf(session), input, announce),
  };
}
