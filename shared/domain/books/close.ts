// Closed months. What was reported of them stays as it was: whatever becomes known later is posted to the open period, with the day on which it happened.
//
// The journal stays a function of what is known. Two kinds of facts decide an entry: Stripe's objects say what happened and when,
// and our own closings say which months were closed when it was posted. A closing is kept with its place in the journal (the
// entry after which it was made), so that a rebuild needs no clock: for every entry it is known which months were closed at its
// place, and from that and from the day of the happening follows the day of the entry. What an entry comes to never depends on a
// closing, only its day does.
import { type Month, lastDayOf, monthAfter, monthBefore, monthOf } from '../months.ts';

/** Where an entry stands in the journal. */
export interface Place {
  /** Calendar day in the business's zone. */
  readonly day: string;
  /** The day on which it happened, where that lies in a month that was closed; else null. */
  readonly happened: string | null;
}

/** Where a happening of a day is posted while all months up to `through` are closed; null while none is. */
export function placed(day: string, through: Month | null): Place {
  if (through === null || monthOf(day) > through) return { day, happened: null };
  return { day: `${monthAfter(through)}-01`, happened: day };
}

/** Whether an entry stands where it had to while all months up to `through` were closed. */
export function isWellPlaced({ day, happened }: Place, through: Month | null): boolean {
  const right = placed(happened ?? day, through);
  return right.day === day && right.happened === happened;
}

export interface PeriodFacts {
  /** All months up to this one are closed. */
  readonly through: Month | null;
  /** Of the first entry; null while there is none. */
  readonly first: Month | null;
  readonly today: string;
  /** Everything that Stripe told of before this day is here; null while the first look at everything is under way. */
  readonly knownBefore: string | null;
  readonly state: 'in-balance' | 'posting' | 'out-of-balance';
}

/** The months that are over and open, newest first. */
export function closableMonths({ through, first, today }: PeriodFacts): readonly Month[] {
  if (first === null) return [];
  const isClosable = (month: Month): boolean => month >= first && (through === null || month > through);
  const months: Month[] = [];
  for (let month = monthBefore(monthOf(today)); isClosable(month); month = monthBefore(month))
    months.push(month);
  return months;
}

export interface PeriodRefusal {
  readonly code: string;
  /** For the person. */
  readonly message: string;
}

/** Why no month can be closed now; null when one can. */
export function closingRefusal(facts: PeriodFacts): PeriodRefusal | null {
  if (facts.state === 'posting')
    return {
      code: 'posting',
      message: 'Something that Stripe told is not posted yet. Try again in a moment.',
    };
  if (facts.state === 'out-of-balance')
    return { code: 'out-of-balance', message: 'The books are out of balance: see Proof for what differs.' };
  if (facts.knownBefore === null)
    return { code: 'incomplete', message: 'Not everything that happened at Stripe is here yet.' };
  if (closableMonths(facts).length === 0)
    return { code: 'nothing', message: 'There is no month that is over and open.' };
  return null;
}

/** Why a month, and with it all months before it, cannot be closed; null when it can. */
export function monthRefusal(month: Month, facts: PeriodFacts): PeriodRefusal | null {
  const general = closingRefusal(facts);
  if (general !== null) return general;
  if (facts.through !== null && month <= facts.through)
    return { code: 'closed', message: 'This month is closed already.' };
  if (!closableMonths(facts).includes(month))
    return {
      code: 'not-over',
      message: 'Only a month that is over, and in which there are books, can be closed.',
    };
  if ((facts.knownBefore ?? '') <= lastDayOf(month))
    return {
      code: 'not-asked',
      message: 'Stripe has not been asked since this month ended. Connect first, then close it.',
    };
  return null;
}

/** Why a month, and with it all months after it, cannot be opened again; null when it can. */
export function reopeningRefusal(month: Month, { through, first }: PeriodFacts): PeriodRefusal | null {
  if (through === null || month > through) return { code: 'open', message: 'This month is open.' };
  if (first === null || month < first)
    return { code: 'not-over', message: 'There are no books in this month.' };
  return null;
}

/** What is closed once a month is open again: null when nothing is any more. */
export function throughBefore(month: Month, { first }: PeriodFacts): Month | null {
  return first === null || month <= first ? null : monthBefore(month);
}
