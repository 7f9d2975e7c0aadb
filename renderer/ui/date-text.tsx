// Dates and instants in the reader's notation.
import { useEffect, useState } from 'react';
import { formatDay } from '../../shared/domain/dates.ts';
import { formatRelative, nowInSeconds, useReading } from './format.ts';

export interface DateTextProps {
  /** A calendar date, `YYYY-MM-DD`; null shows a dash. */
  readonly day: string | null;
  readonly style?: 'short' | 'medium' | 'long';
}

export function DateText({ day, style = 'medium' }: DateTextProps) {
  const { locale } = useReading();
  if (day === null) return <span className="faint">–</span>;
  return (
    <time className="tabular" dateTime={day}>
      {formatDay(day, locale, style)}
    </time>
  );
}

/** An instant (Unix seconds) as date and time in the business's zone. */
export function InstantText({
  at,
  time = 'short',
}: {
  readonly at: number;
  /** `medium` says the seconds, too. */
  readonly time?: 'short' | 'medium';
}) {
  const { locale, timeZone } = useReading();
  const text = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: time, timeZone }).format(
    at * 1000,
  );
  return (
    <time className="tabular" dateTime={new Date(at * 1000).toISOString()}>
      {text}
    </time>
  );
}

const REFRESH_MS = 20_000;

/** How long ago an instant (Unix seconds) was, kept fresh. */
export function RelativeText({ at }: { readonly at: number }) {
  const reading = useReading();
  const [now, setNow] = useState(() => nowInSeconds(reading));
  useEffect(() => {
    const timer = setInterval(() => setNow(nowInSeconds(reading)), REFRESH_MS);
    return () => clearInterval(timer);
  }, [reading]);
  return (
    <time dateTime={new Date(at * 1000).toISOString()}>
      {formatRelative(at, Math.max(now, nowInSeconds(reading)))}
    </time>
  );
}
