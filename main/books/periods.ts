// Closing months and opening them again, and what has been closed so far.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { Proof } from '../../shared/contract/ledger.ts';
import {
  closableMonths,
  closingRefusal,
  monthRefusal,
  type PeriodFacts,
  reopeningRefusal,
  throughBefore,
} from '../../shared/domain/books/close.ts';
import { type Month, monthOf } from '../../shared/domain/months.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import { wrongState } from '../refusal.ts';
import { booksBegin } from '../store/beginnings.ts';
import { addClosing, closings, lastClosing } from '../store/closings.ts';
import { once } from '../store/commands.ts';
import type { Db } from '../store/database.ts';
import { endOfJournal } from '../store/journal.ts';
import { firstDay } from '../store/journal-list.ts';
import { backfillPosition, eventPosition } from '../store/sync-position.ts';
import { closingChainOf } from './chain.ts';

export interface PeriodContext {
  readonly db: Db;
  /** Unix seconds. */
  readonly now: () => number;
  readonly timeZone: string;
  readonly state: () => Proof['state'];
}

function factsOf({ db, now, timeZone, state }: PeriodContext): PeriodFacts {
  const first = firstDay(db);
  const watermark = eventPosition.read(db)?.watermark ?? null;
  const isWhole = backfillPosition.read(db)?.done === true;
  return {
    through: lastClosing(db)?.through ?? null,
    first: first === null ? null : monthOf(first),
    today: dayOf(now(), timeZone),
    knownBefore: isWhole && watermark !== null ? dayOf(watermark, timeZone) : null,
    state: state(),
  };
}

export function readPeriods(context: PeriodContext): CallOutput<'books.periods'> {
  const facts = factsOf(context);
  const months = closableMonths(facts);
  const log = closings(context.db);
  return {
    begins: booksBegin(context.db),
    closedThrough: facts.through,
    first: facts.first,
    closable: [...months],
    // Of the oldest month: newer ones may have to wait for Stripe's word still.
    refusal: (closingRefusal(facts) ?? monthRefusal(months.at(-1) ?? '', facts))?.message ?? null,
    log: log
      .map(({ seq, through, reason, at }, index) => {
        const before = log[index - 1]?.through ?? null;
        const isClosing = through !== null && (before === null || through > before);
        return { seq, kind: isClosing ? ('closed' as const) : ('reopened' as const), through, reason, at };
      })
      .toReversed(),
  };
}

export function closeMonth(
  context: PeriodContext,
  { commandId, month }: ParsedInput<'books.closeMonth'>,
): CallOutput<'books.closeMonth'> {
  return once(context.db, commandId, 'books.closeMonth', context.now(), () => {
    const refusal = monthRefusal(month, factsOf(context));
    if (refusal) throw wrongState(refusal.code, refusal.message);
    add(context, month, '');
    return {};
  });
}

export function reopenMonth(
  context: PeriodContext,
  { commandId, month, reason }: ParsedInput<'books.reopenMonth'>,
): CallOutput<'books.reopenMonth'> {
  return once(context.db, commandId, 'books.reopenMonth', context.now(), () => {
    const facts = factsOf(context);
    const refusal = reopeningRefusal(month, facts);
    if (refusal) throw wrongState(refusal.code, refusal.message);
    add(context, throughBefore(month, facts), reason);
    return {};
  });
}

function add({ db, now }: PeriodContext, through: Month | null, reason: string): void {
  const last = lastClosing(db);
  const { seq: afterEntry, chain: journal } = endOfJournal(db);
  const closing = { seq: (last?.seq ?? 0) + 1, through, reason, at: now(), afterEntry };
  addClosing(db, { ...closing, chain: closingChainOf(last?.chain ?? '', journal, closing) });
}
