// Long reports in portions: by months of the journal, or by its entries, so that nobody waits while one is made.
import { addDays } from '../../../shared/domain/dates.ts';
import { lastDayOf, monthOf } from '../../../shared/domain/months.ts';
import { endOfJournal } from '../../store/journal.ts';
import { postedDays, type Span } from '../../store/reports/posted.ts';
import type { ReportContext } from './report-context.ts';

/** Some twenty milliseconds of reading. */
const PORTION = 5_000;

export interface Pacer {
  /** Counts what has been read, and pauses when it was enough for once. */
  did(rows: number): Promise<void>;
}

export function createPacer({ pause }: Pick<ReportContext, 'pause'>): Pacer {
  let since = 0;
  return {
    async did(rows) {
      since += rows;
      if (since < PORTION) return;
      since = 0;
      await pause();
    },
  };
}

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** The months of a period in which something can be posted, in order; the first and the last may be parts of a month. */
export function monthsOf({ db }: Pick<ReportContext, 'db'>, { from, to }: Period): readonly Span[] {
  const days = postedDays(db);
  if (!days) return [];
  const end = endOfJournal(db).seq;
  const first = from === null || from < days.first ? days.first : from;
  const last = to === null || to > days.last ? days.last : to;
  const spans: Span[] = [];
  for (let day = first; day <= last;) {
    const lastOfMonth = lastDayOf(monthOf(day));
    spans.push({ from: day, to: lastOfMonth < last ? lastOfMonth : last, end });
    day = addDays(lastOfMonth, 1);
  }
  return spans;
}
