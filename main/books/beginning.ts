// Chooses the day on which the books begin; everything is posted anew by it.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { beginningRefusal } from '../../shared/domain/books/opening.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import { wrongState } from '../refusal.ts';
import { addBeginning, booksBegin } from '../store/beginnings.ts';
import { closedThrough } from '../store/closings.ts';
import { once } from '../store/commands.ts';
import { everythingDue } from '../store/posting-due.ts';
import type { PeriodContext } from './periods.ts';

export function beginBooks(
  { db, now, timeZone }: Pick<PeriodContext, 'db' | 'now' | 'timeZone'>,
  { commandId, day }: ParsedInput<'books.begin'>,
): CallOutput<'books.begin'> {
  return once(db, commandId, 'books.begin', now(), () => {
    const refusal = beginningRefusal(day, {
      today: dayOf(now(), timeZone),
      closedThrough: closedThrough(db),
    });
    if (refusal) throw wrongState(refusal.code, refusal.message);
    if (day !== booksBegin(db)) {
      addBeginning(db, day, now());
      everythingDue(db);
    }
    return {};
  });
}
