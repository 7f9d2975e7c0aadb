// Which calendar day an instant is in the business's zone, for many instants: a back-fill asks this several times an object.
import { dayOf, startOfDay } from '../../shared/domain/dates.ts';

const DAY_SECONDS = 86_400;
/** UTC days remembered per zone: some ten years. */
const MOST_DAYS = 4_000;

interface UtcDay {
  readonly first: string;
  readonly last: string;
  /** Unix seconds at which `last` begins. */
  readonly turn: number;
}

const zones = new Map<string, Map<number, UtcDay>>();

/** The same answer as `dayOf`; a UTC day meets at most two days of a zone, and when they change is worked out once. */
export function quickDayOf(unixSeconds: number, timeZone: string): string {
  const known = zones.get(timeZone) ?? new Map<number, UtcDay>();
  zones.set(timeZone, known);
  const number = Math.floor(unixSeconds / DAY_SECONDS);
  const day = known.get(number) ?? utcDay(number, timeZone);
  if (known.size >= MOST_DAYS) known.clear();
  known.set(number, day);
  return unixSeconds < day.turn ? day.first : day.last;
}

function utcDay(number: number, timeZone: string): UtcDay {
  const start = number * DAY_SECONDS;
  const first = dayOf(start, timeZone);
  const last = dayOf(start + DAY_SECONDS - 1, timeZone);
  return { first, last, turn: first === last ? start : startOfDay(last, timeZone) };
}
