// Which backups stay: the last few, one a day for a week, one a month for a year. Pure.
import { dayOf } from '../../shared/domain/dates.ts';

const LAST = 3;
const DAYS = 7;
const MONTHS = 12;

export interface Dated {
  /** Unix seconds. */
  readonly at: number;
}

/** The last three, the newest of each of the last seven days that have one, and of each of the last twelve months. */
export function toKeep<Backup extends Dated>(
  backups: readonly Backup[],
  timeZone: string,
): ReadonlySet<Backup> {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at);
  const byDay = newestOfEach(newestFirst, ({ at }) => dayOf(at, timeZone));
  const byMonth = newestOfEach(newestFirst, ({ at }) => dayOf(at, timeZone).slice(0, 7));
  return new Set([...newestFirst.slice(0, LAST), ...byDay.slice(0, DAYS), ...byMonth.slice(0, MONTHS)]);
}

function newestOfEach<Backup>(
  newestFirst: readonly Backup[],
  periodOf: (backup: Backup) => string,
): readonly Backup[] {
  const newest = new Map<string, Backup>();
  for (const backup of newestFirst) {
    const period = periodOf(backup);
    if (!newest.has(period)) newest.set(period, backup);
  }
  return [...newest.values()];
}
